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
import { isLeaderOf, oncePerAccount, respondents } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { newestOf } from '../matrix/rules.ts';
import type { MatrixStore } from '../matrix/store.ts';
import type { TaskList } from '../matrix/task-list.ts';
import { noTeam, notForYou, pictureCard, ready, teamChoosing, tooFew, whichTeamForm } from './cards.ts';
import { FEWEST, isAboutFew, isDue, pictureOf } from './rules.ts';
import type { PictureStore } from './store.ts';

export interface PictureTools extends Pick<Tools, 'people'> {
  matrices: MatrixStore;
  taskList: TaskList;
  taskPictures: PictureStore;
}

const AT_ONCE = 8;
const seeing: Needs = {
  ...colleagueAlone,
  typed: 'taken van het team',
  checked: 'zit in het team of leidt het',
};

/** What a team and who leads it see of its tasks together (docs/method.md step 1.5, trust:fewest-six). */
export function picture({ people, matrices, taskList, taskPictures }: PictureTools): FeatureOffer {
  /**
   * Everybody who counts and whose account leads to this team, with what they confirmed in it: of what was confirmed in another team
   * those who are here now are told nothing. Whoever stands in two teams for a moment counts where their account leads. Who leads the
   * team does not count.
   */
  async function confirmedIn(
    team: Pick<Team, 'key' | 'managers'>,
  ): Promise<{ id: string; one: Confirmed }[]> {
    const counted = oncePerAccount(respondents(team, await people.members(team.key)));
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

  /** The picture as it stands, or a new one where one is due: made once, whoever asks. */
  async function current(team: string, confirmed: readonly Confirmed[], day: string) {
    const last = await taskPictures.of(team);
    const next = isDue(last, confirmed.map(newestOf), day)
      ? pictureOf(confirmed, await taskList.tasks(), day)
      : undefined;
    if (!next) return last;
    return (await taskPictures.publish(team, next, last)) ? next : taskPictures.of(team);
  }

  /**
   * The picture of a team as one of those who may see it gets it. While fewer than six are left there is none, also not an older one; nor
   * for who knows all matrices but a few.
   */
  async function seenAs(turn: Turn, team: Team, more: readonly NoticeAction[]): Promise<Message> {
    const [found, read] = await Promise.all([confirmedIn(team), matrices.readBy(turn.directoryId)]);
    if (found.length < FEWEST) return tooFew;
    const confirmed = found.map(({ one }) => one);
    const made = await current(team.key, confirmed, today(turn.now).toString());
    if (!made) return tooFew;
    const known = found.filter(({ id }) => read.includes(id)).length;
    if (isAboutFew(made, found.length, known)) return notForYou;
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
