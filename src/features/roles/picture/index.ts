import pMap from 'p-map';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Team } from '../../../people/municipality.ts';
import { isLeaderOf, oncePerAccount, respondents } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { MatrixStore } from '../matrix/store.ts';
import type { TaskList } from '../matrix/task-list.ts';
import { noTeam, pictureCard, teamChoosing, tooFew, whichTeamForm } from './cards.ts';
import { isDue, type Picture, pictureOf } from './rules.ts';
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
  async function confirmedIn(team: Pick<Team, 'key' | 'managers'>) {
    const counted = oncePerAccount(respondents(team, await people.members(team.key)));
    const found = await pMap(
      counted,
      async ({ directoryId: id }) => {
        if (!id || (await people.teamOf(id)) !== team.key) return undefined;
        const one = await matrices.confirmed(id);
        return one?.team === team.key ? one : undefined;
      },
      { concurrency: AT_ONCE },
    );
    return found.filter((one) => one !== undefined);
  }

  /** The picture as it stands, or a new one where one is due: made once, whoever asks. */
  async function current(team: Pick<Team, 'key' | 'managers'>, day: string): Promise<Picture | undefined> {
    const last = await taskPictures.of(team.key);
    const confirmed = await confirmedIn(team);
    const days = confirmed.map((one) => one.day);
    const next = isDue(last, days, day) ? pictureOf(confirmed, await taskList.tasks(), day) : undefined;
    if (!next) return last;
    return (await taskPictures.publish(team.key, next, last)) ? next : taskPictures.of(team.key);
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
    const made = await current(team, today(turn.now).toString());
    const more = second ? [{ verb: 'teamtasks.show', title: 'Ander team', data: {} }] : [];
    return made ? pictureCard(team.name, made, await taskList.tasks(), more) : tooFew;
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
        title: 'Bekijk welke taken aan één persoon hangen, en welke niemand doet',
        needs: { ...colleagueAlone },
        run: (turn) => show(turn, ''),
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
