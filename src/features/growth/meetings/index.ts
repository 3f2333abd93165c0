import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import { pageOf } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import type { Team } from '../../../people/municipality.ts';
import { isLeaderOf } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import {
  noTeam,
  reviewCard,
  reviewForm,
  rhythmCard,
  rhythmForm,
  teamChoosing,
  whichTeamForm,
} from './cards.ts';
import { meetingJob } from './job.ts';
import { MOST_A_DAY } from './meeting.ts';
import { lessonProblems, lessonsIn, rhythmIn } from './rules.ts';
import type { MeetingStore } from './store.ts';

export interface MeetingTools extends Pick<Tools, 'audit' | 'everybody' | 'newId'> {
  meetings: MeetingStore;
}

/** So many lines stand on a card. */
const PAGE = 6;
const ofTeam = z.object({ team: z.string().max(200) });
const page = carried(z.number().int().min(0).max(1_000), 0);

const around = (typed: string): { needs: Needs } => ({
  needs: { ...colleagueAlone, typed, checked: 'zit in het team of leidt het' },
});
const leading: { needs: Needs } = {
  needs: { ...colleagueAlone, typed: 'intervisie', checked: 'leidt het team' },
};

const notYours = notice(
  'growth',
  'Dit is van een ander team',
  'Je opent alleen iets van een team waar je in zit, of dat je leidt.',
);
const notLed = notice('growth', 'Wie het team leidt, kiest de dag', 'Vraag het aan je leidinggevende.');

/** Intervisie once a month, and a look back at a piece of work, for any team (docs/method.md step 6). */
export function meetings({ meetings: kept, audit, everybody, newId }: MeetingTools): FeatureOffer {
  /** The teams that somebody is in or leads; undefined for somebody unknown. */
  async function teamsOf(turn: Turn): Promise<{ team: Team; leads: boolean }[] | undefined> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    return (
      me &&
      teams
        .map((team) => ({ team, leads: isLeaderOf(team, me) }))
        .filter(({ team, leads }) => leads || team.key === me.team)
    );
  }

  /** Runs `then` on one of these teams. */
  async function onTeam(
    turn: Turn,
    wanted: string,
    then: (team: Team, leads: boolean) => Message | Promise<Message>,
  ) {
    const teams = await teamsOf(turn);
    const found = teams?.find(({ team }) => team.key === wanted);
    if (found) return then(found.team, found.leads);
    return teams ? notYours : unknownPerson;
  }

  const onLed = (turn: Turn, wanted: string, then: (team: Team) => Message | Promise<Message>) =>
    onTeam(turn, wanted, (team, leads) => (leads ? then(team) : notLed));

  /** Opens something of the one team that somebody has, or asks of which. */
  async function typed(turn: Turn, verb: string, open: (key: string) => Promise<Message>): Promise<Message> {
    const teams = await teamsOf(turn);
    if (!teams) return unknownPerson;
    const [first, second] = teams;
    if (!first) return noTeam;
    return second
      ? whichTeamForm(
          verb,
          teams.map(({ team }) => team),
        )
      : open(first.team.key);
  }

  /** The same, after a team was chosen on a form. */
  async function chosen(turn: Turn, verb: string, sent: FormValues, open: (key: string) => Promise<Message>) {
    const teams = (await teamsOf(turn))?.map(({ team }) => team);
    if (!teams) return unknownPerson;
    const { sent: read, problems } = chosenIn([teamChoosing(teams)], sent);
    const key = read.team ?? '';
    if (problems.length === 0 && teams.some((team) => team.key === key)) return open(key);
    return teams.length === 0
      ? noTeam
      : whichTeamForm(verb, teams, read, problems.length > 0 ? problems : ['Kies een team.']);
  }

  const show = (turn: Turn, key: string, done = '') =>
    onTeam(turn, key, async (team, leads) => rhythmCard(team, await kept.rhythmOf(team.key), leads, done));

  const save = (turn: Turn, key: string, sent: FormValues) =>
    onLed(turn, key, async (team) => {
      const rhythm = rhythmIn(sent);
      if (!rhythm) return rhythmForm(team, undefined, sent, ['Kies een week en een dag.']);
      await audit.record(turn.directoryId, 'intervisie gekozen', team.key);
      await kept.setRhythm({ ...rhythm, team: team.key, since: today(turn.now).toString() });
      return show(turn, key, 'Bewaard.');
    });

  const list = (turn: Turn, key: string, at: number, done = '') =>
    onTeam(turn, key, async (team) => reviewCard(team, pageOf(await kept.lessons(team.key), at, PAGE), done));

  const saveReview = (turn: Turn, { team: key, id }: { team: string; id: string }, sent: FormValues) =>
    onTeam(turn, key, async (team) => {
      const names = nameFinder((await everybody()).map(({ name }) => name));
      const day = today(turn.now).toString();
      const lessons = lessonsIn(sent, team.key, day);
      const there = (await kept.lessons(team.key)).filter((one) => one.day === day);
      const problems = [
        ...lessonProblems(sent, names),
        ...(there.length + lessons.length > MOST_A_DAY
          ? ['Vandaag kwam er al veel bij. Morgen kan het weer.']
          : []),
      ];
      if (problems.length > 0) return reviewForm(team, id, sent, problems);
      // By the id of the form and the kind: a tap that comes twice keeps it once.
      for (const lesson of lessons) await kept.keep(`${id}-${lesson.kind}`, lesson);
      return list(turn, key, 0, 'Bewaard.');
    });

  const teamChoice = z.object(choosingSchema('one', 'team'));
  const [rhythm, review] = [around('intervisie'), around('teamterugblik')];

  return {
    phrases: [
      {
        say: 'intervisie',
        also: ['casusbespreking', 'intervisie plannen', 'casus bespreken'],
        title: 'Bespreek elke maand iets uit het werk, of kijk terug met je team',
        needs: { ...colleagueAlone },
        run: (turn) => typed(turn, 'meeting.open', (key) => show(turn, key)),
      },
      {
        say: 'teamterugblik',
        also: ['terugblik met het team', 'terugblik met mijn team', 'terugkijken met het team'],
        title: 'Kijk met je team terug op een stuk werk, met vijf vragen',
        unlisted: true,
        needs: { ...colleagueAlone },
        run: (turn) => typed(turn, 'review.open', (key) => list(turn, key, 0)),
      },
    ],
    actions: {
      'meeting.open': action(
        teamChoice,
        (turn, sent) => chosen(turn, 'meeting.open', sent as FormValues, (key) => show(turn, key)),
        rhythm,
      ),
      'meeting.show': action(ofTeam, (turn, { team }) => show(turn, team), rhythm),
      'meeting.form': action(
        ofTeam,
        (turn, { team }) => onLed(turn, team, async (one) => rhythmForm(one, await kept.rhythmOf(one.key))),
        leading,
      ),
      'meeting.save': action(
        ofTeam.extend({ week: field.choice, day: field.choice }),
        (turn, { team, ...sent }) => save(turn, team, sent),
        leading,
      ),
      'meeting.stop': action(
        ofTeam,
        (turn, { team }) =>
          onLed(turn, team, async (one) => {
            await audit.record(turn.directoryId, 'intervisie gestopt', one.key);
            await kept.stop(one.key);
            return show(turn, team, 'Gestopt.');
          }),
        leading,
      ),
      'review.open': action(
        teamChoice,
        (turn, sent) => chosen(turn, 'review.open', sent as FormValues, (key) => list(turn, key, 0)),
        review,
      ),
      'review.list': action(
        ofTeam.extend({ page }),
        (turn, { team, page: at }) => list(turn, team, at),
        review,
      ),
      'review.form': action(
        ofTeam,
        (turn, { team }) => onTeam(turn, team, (one) => reviewForm(one, newId('L'))),
        review,
      ),
      'review.save': action(
        ofTeam.extend({ id: z.string().regex(/^L-[0-9a-f]{8}$/), keep: field.long, change: field.long }),
        (turn, { team, id, ...sent }) => saveReview(turn, { team, id }, sent),
        review,
      ),
      'review.drop': action(
        ofTeam.extend({ id: z.string().max(40) }),
        (turn, { team, id }) =>
          onTeam(turn, team, async (one) => {
            await kept.drop(one.key, id);
            return list(turn, team, 0, 'Weggehaald.');
          }),
        review,
      ),
    },
    jobs: [meetingJob(kept)],
  };
}
