import pMap from 'p-map';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Team } from '../../../people/municipality.ts';
import { isLeaderOf, isPresent, oncePerAccount, type Person, respondents } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { newestOf } from '../matrix/rules.ts';
import type { MatrixStore } from '../matrix/store.ts';
import type { TaskList } from '../matrix/task-list.ts';
import { noTeam, notForYou, pictureCard, ready, teamChoosing, tooFew, whichTeamForm } from './cards.ts';
import type { PictureMarks } from './made-of.ts';
import { isAboutFew, mayFollow, readerOf, readersOf, type Standing } from './readers.ts';
import { FEWEST, isDue, type Picture, pictureOf } from './rules.ts';
import type { PictureStore } from './store.ts';

export interface PictureTools extends Pick<Tools, 'people'> {
  matrices: MatrixStore;
  taskList: TaskList;
  taskPictures: PictureStore;
  pictureMarks: PictureMarks;
}

/** Somebody who counts, by directory id, and what both confirmed in the team. */
interface Found {
  id: string;
  one: Confirmed;
}

const AT_ONCE = 8;
const seeing: Needs = {
  ...colleagueAlone,
  typed: 'taken van het team',
  checked: 'zit in het team of leidt het',
};

/** What a team and who leads it see of its tasks together (docs/method.md step 1.5, trust:fewest-six). */
export function picture({
  people,
  matrices,
  taskList,
  taskPictures,
  pictureMarks,
}: PictureTools): FeatureOffer {
  /**
   * Everybody who counts and whose account leads to this team, with what they confirmed in it: of what was confirmed in another team
   * those who are here now are told nothing. Whoever stands in two teams for a moment counts where their account leads. Who leads the
   * team does not count.
   */
  async function confirmedIn(
    team: Pick<Team, 'key' | 'managers'>,
    members: readonly Person[],
  ): Promise<Found[]> {
    const counted = oncePerAccount(respondents(team, members));
    const found = await pMap(
      counted,
      async ({ directoryId: id }) => {
        if (!id || (await people.teamOf(id)) !== team.key) return undefined;
        const one = await matrices.confirmed(id);
        return one?.team === team.key ? { id, one } : undefined;
      },
      { concurrency: AT_ONCE },
    );
    return found.filter((one) => one !== undefined);
  }

  /** Who may see the picture of a team, by their account and those of before: its members, and who leads it by its settings. */
  async function whoSees({ managers = [] }: Pick<Team, 'managers'>, members: readonly Person[]) {
    const leads = await Promise.all(managers.map((upn) => people.byUpn(upn)));
    return [...members, ...leads].flatMap((one) =>
      one?.directoryId ? [{ id: one.directoryId, former: one.formerAccounts ?? [] }] : [],
    );
  }

  const standing = (team: string, picture: Picture): Standing => ({
    picture,
    madeOf: pictureMarks.open({ team, day: picture.day }, picture),
  });

  /**
   * True while somebody of whom a picture was made is out of the team, and may be put back as they were: of a picture made meanwhile those
   * who come back are new again, and hide what another one did between the pictures before and after.
   */
  const mayComeBack = ({ madeOf }: Standing, members: readonly Person[]): boolean =>
    members.some(
      (one) => !isPresent(one) && one.directoryId !== undefined && madeOf?.holds(one.directoryId) === true,
    );

  /** A new picture of those who count, where one is due, and tells nobody who reads along what one or two others changed. */
  async function newer(
    team: Pick<Team, 'key' | 'managers'>,
    last: Picture | undefined,
    now: readonly Found[],
    members: readonly Person[],
    { now: at }: Pick<Turn, 'now'>,
  ): Promise<Picture | undefined> {
    const day = today(at).toString();
    const confirmed = now.map(({ one }) => one);
    if (!isDue(last, confirmed.map(newestOf), day)) return undefined;
    const made = pictureOf(confirmed, await taskList.tasks(), day);
    if (!made) return undefined;
    const before = last && standing(team.key, last);
    if (before && mayComeBack(before, members)) return undefined;
    const [whoRead, seeing] = await Promise.all([matrices.everybodyWhoRead(), whoSees(team, members)]);
    const readers = readersOf(now, whoRead, before?.madeOf, seeing);
    const next = { ...made, marks: pictureMarks.make({ team: team.key, day }, now, readers, before?.madeOf) };
    return !before || mayFollow(before, standing(team.key, next), now, readers) ? next : undefined;
  }

  /** The picture as it stands, or a new one where one may be made: made once, whoever asks. */
  async function current(
    team: Pick<Team, 'key' | 'managers'>,
    now: readonly Found[],
    members: readonly Person[],
    turn: Turn,
  ) {
    const last = await taskPictures.of(team.key);
    const next = await newer(team, last, now, members, turn);
    if (!next) return last;
    return (await taskPictures.publish(team.key, next, last)) ? next : taskPictures.of(team.key);
  }

  /**
   * The picture of a team as one of those who may see it gets it. While fewer than six are left there is none, also not an older one; nor
   * for who reads along, and knows all matrices in it but a few.
   */
  async function seenAs(turn: Turn, team: Team, more: readonly NoticeAction[]): Promise<Message> {
    const { directoryId: id } = turn;
    const { formerAccounts: former = [] } = (await turn.person()) ?? {};
    const members = await people.members(team.key);
    const [found, read] = await Promise.all([
      confirmedIn(team, members),
      Promise.all([id, ...former].map(async (one) => [one, await matrices.everReadBy(one)] as const)),
    ]);
    const readAlong = (account: string) => new Map(read).get(account);
    if (found.length < FEWEST) return tooFew;
    const made = await current(team, found, members, turn);
    if (!made) return tooFew;
    if (isAboutFew(standing(team.key, made), found, readerOf({ id, former, readAlong }, found)))
      return notForYou;
    return pictureCard(team.name, made, await taskList.tasks(), more);
  }

  /** The teams whose picture somebody may see: their own, and those that they lead. */
  async function seenBy(turn: Turn): Promise<Team[] | undefined> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    return me && teams.filter((team) => team.key === me.team || isLeaderOf(team, me));
  }

  async function show(turn: Turn, wanted: string): Promise<Message> {
    const teams = await seenBy(turn);
    if (!teams) return unknownPerson;
    const [first, second] = teams;
    if (!first) return noTeam;
    const team = teams.find(({ key }) => key === wanted) ?? (second ? undefined : first);
    if (!team) return whichTeamForm(teams);
    return seenAs(turn, team, second ? [{ verb: 'teamtasks.show', title: 'Ander team', data: {} }] : []);
  }

  async function open(turn: Turn, sent: FormValues): Promise<Message> {
    const teams = await seenBy(turn);
    if (!teams) return unknownPerson;
    const { sent: chosen, problems } = chosenIn([teamChoosing(teams)], sent);
    const isOne = teams.some(({ key }) => key === chosen.team);
    if (isOne && problems.length === 0) return show(turn, chosen.team ?? '');
    return teams.length === 0
      ? noTeam
      : whichTeamForm(teams, chosen, problems.length > 0 ? problems : ['Kies een team.']);
  }

  return {
    phrases: [
      {
        say: 'taken van het team',
        also: ['taken van mijn team', 'teamtaken', 'wat doet mijn team', 'welke taken doet mijn team'],
        title: 'Bekijk welke taken van één persoon afhangen, en welke niemand doet',
        needs: { ...colleagueAlone },
        run: async () => ready,
      },
    ],
    actions: {
      'teamtasks.show': action(
        z.object({ team: carried(z.string().max(200), '') }),
        (turn, { team }) => show(turn, team),
        { needs: seeing },
      ),
      'teamtasks.open': action(
        z.object(choosingSchema('one', 'team')),
        (turn, sent) => open(turn, sent as FormValues),
        { needs: seeing },
      ),
    },
  };
}
