import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type Settings, weeksBetweenFeedback } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { choosingCard, meant } from '../cards/choosing.ts';
import type { Group } from '../groups/group.ts';
import { type Seat, seatOf, seenGroup } from '../groups/rights.ts';
import { readableOn } from '../signals/signal.ts';
import type { SignalReads } from '../signals/store.ts';
import { reportCard } from './cards.ts';
import { isHere, teamChannel } from './channel.ts';
import { howToLink } from './channel-cards.ts';
import { reportOf } from './rules.ts';

export interface FeedbackTools extends Pick<Tools, 'settings' | 'audit' | 'administrators'> {
  groups: SignalReads;
}

const ofTeam = z.object({ team: z.string().min(1).max(100) });

const noTeam = notice(
  'Je team staat nog niet in Kompas',
  'Vraag je beheerder om je team toe te voegen. Daarna lees je hier wat er met signalen is gedaan.',
);
const otherTeam = notice(
  'Dit is van een ander team',
  'Typ terugkoppeling, dan zie je die van je eigen team.',
);
const elsewhere = notice(
  'Dit staat in het kanaal van je team',
  'Hier lezen misschien anderen mee. Typ terugkoppeling in het kanaal van je team, of in je eigen chat met mij.',
);

/** "Wat is ermee gedaan?": the same card as the team gets every few weeks, for who asks now. */
export function feedback(tools: FeedbackTools): Pick<Feature, 'phrases' | 'actions'> {
  const { groups } = tools;
  const channel = teamChannel(tools);

  async function card(
    turn: Turn,
    group: Group,
    seat: Seat,
    { municipality, teams }: Settings,
  ): Promise<Message> {
    const weeks = weeksBetweenFeedback(municipality);
    const day = today(turn.now);
    const { signals } = await groups.content(group);
    const leads = seat.leads.some(({ key }) => key === group.key);
    const linked = teams.some((team) => team.key === group.key && team.channel !== undefined);
    return reportCard(reportOf(readableOn(signals, day.toString()), day.subtract({ weeks }).toString()), {
      team: group,
      weeks,
      day: day.toString(),
      closures: new Set(municipality.closures),
      small: leads && !linked ? howToLink : '',
    });
  }

  async function seated(turn: Turn): Promise<{ seat: Seat; settings: Settings } | undefined> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    return me && { seat: seatOf(me, settings), settings };
  }

  /** In a channel only that of the team itself; in the own chat the own team, or the one that is named. */
  async function typed(turn: Turn, rest: string): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const { seat, settings } = found;
    const teams = seat.sees.filter(({ kind }) => kind === 'team');
    if (teams.length === 0) return noTeam;
    const inReach =
      turn.scope === 'personal'
        ? teams
        : teams.filter(({ key }) => settings.teams.some((team) => team.key === key && isHere(team, turn)));
    if (inReach.length === 0) return elsewhere;
    const nearest = inReach.filter(
      ({ key }) => key === seat.own?.key || seat.leads.some((led) => led.key === key),
    );
    const named = rest ? meant(inReach, rest) : [];
    // Words behind the question that name no team at all are just words.
    if (rest && named.length === 0 && meant(settings.teams, rest).length > 0) return otherTeam;
    const wanted = [named, nearest, inReach].find((list) => list.length > 0) ?? [];
    const [first] = wanted;
    if (wanted.length === 1 && first) return card(turn, first, seat, settings);
    return choosingCard(
      'Van welk team?',
      wanted.map(({ key, name }) => ({ name, data: { team: key } })),
      { verb: 'feedback.show', title: 'Bekijk' },
    );
  }

  async function show(turn: Turn, key: string): Promise<Message> {
    const found = await seated(turn);
    if (!found) return unknownPerson;
    const group = seenGroup(found.seat, { kind: 'team', key });
    return group ? card(turn, group, found.seat, found.settings) : otherTeam;
  }

  return {
    phrases: [
      {
        say: 'terugkoppeling',
        also: ['wat is ermee gedaan', 'wat is er met onze signalen gedaan', 'wat is er met signalen gedaan'],
        title: 'Lees wat er met signalen van je team is gedaan',
        takesRest: true,
        run: typed,
      },
      {
        say: 'teamkanaal',
        also: ['team kanaal'],
        title: 'Kies het kanaal waarin je team dat leest',
        takesRest: true,
        for: ['manager', 'beheerder'],
        run: channel.typed,
      },
    ],
    actions: {
      'feedback.show': action(ofTeam, (turn, { team }) => show(turn, team)),
      'feedback.ask': action(ofTeam, (turn, { team }) => channel.ask(turn, team)),
      'feedback.link': action(ofTeam, (turn, { team }) => channel.link(turn, team)),
      'feedback.unlink': action(ofTeam, (turn, { team }) => channel.unlink(turn, team)),
      'feedback.keep': action(z.object({}), channel.keep),
    },
  };
}
