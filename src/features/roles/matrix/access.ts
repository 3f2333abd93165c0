import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { leadsOf } from '../../../people/leading.ts';
import type { Team } from '../../../people/municipality.ts';
import { isLeaderOf, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed, Matrix, Side } from './matrix.ts';
import { readingAlong } from './reading-along.ts';
import { type Yeses, yesesTo } from './rules.ts';
import type { MatrixStore } from './store.ts';
import type { TaskList } from './task-list.ts';

export interface MatrixAccessTools extends Pick<Tools, 'people'> {
  matrices: MatrixStore;
  taskList: TaskList;
}

/** A matrix as one of the two sees it. */
export interface MatrixView {
  side: Side;
  /** Whose it is, by their row and the directory id it stands under. */
  person: Person;
  id: string;
  /** Who leads their team, but for themselves. */
  leads: readonly Person[];
  /** Who of those may see it along; nobody after a change of manager, until the employee agrees. */
  reader?: Person;
  draft?: Matrix;
  confirmed?: Confirmed;
  /** Who of the two lets HR read the indication of what they confirmed. */
  yeses: Yeses;
  /** The tasks that are asked about now. */
  tasks: readonly RoleTask[];
}

const back = { verb: 'matrix.show', title: 'Mijn takenmatrix', data: {} };
const notYours = notice(
  'roles',
  'Je ziet alleen je eigen takenmatrix',
  'De takenmatrix van een collega zie je alleen als je het team leidt, en je collega dat goedvindt.',
  [back],
);
/** The same words whether or not there is a matrix: that there is one is for those who see it. */
const notShared = notice(
  'roles',
  'Deze takenmatrix zie je niet',
  'Misschien is die er nog niet. Je collega kiest wie meekijkt. Vraag het gerust. Je collega typt dan “takenmatrix”.',
  [back],
);

/** Lets in the two who fill in a matrix, and nobody else (docs/method.md step 1.2, trust:rights-on-verified-id). */
export function matrixAccess({ people, matrices, taskList }: MatrixAccessTools) {
  const along = readingAlong({ people, matrices });
  const kept = async (id: string) => {
    const [draft, confirmed, tasks] = await Promise.all([
      matrices.draft(id),
      matrices.confirmed(id),
      taskList.tasks(),
    ]);
    return { draft, confirmed, tasks };
  };

  async function own(turn: Turn, me: Person): Promise<MatrixView> {
    const id = turn.directoryId;
    const [place, found, rest] = await Promise.all([
      turn.workplace(),
      turn.settings().then((settings) => along.of(id, settings)),
      kept(id),
    ]);
    const row = found?.reader;
    const { members = [], team } = place ?? {};
    const leads = await leadsOf({ members, managers: team?.managers }, id, people);
    const reader = leads.find(({ directoryId }) => directoryId === row?.manager);
    const yeses = yesesTo(rest.confirmed, reader && row);
    return { side: 'employee', person: me, id, leads, reader, yeses, ...rest };
  }

  async function others(turn: Turn, me: Person, id: string): Promise<MatrixView | Message> {
    const settings = await turn.settings();
    // Whoever looks, what holds no more ends.
    const [person, found] = await Promise.all([people.find(id), along.of(id, settings)]);
    if (!person) return notYours;
    const { teams } = settings;
    const team: Pick<Team, 'key' | 'managers'> = teams.find(({ key }) => key === person.team) ?? {
      key: person.team,
    };
    if (!isLeaderOf(team, me)) return notYours;
    const rest = await kept(id);
    const row = found?.reader;
    const isNew = !row && !rest.draft && !rest.confirmed;
    if (!isNew && row?.manager !== turn.directoryId) return notShared;
    if (isNew) {
      const { managers } = team;
      const leads = await leadsOf({ members: await people.members(person.team), managers }, id, people);
      if (leads.length > 1) return notShared;
    }
    const yeses = yesesTo(rest.confirmed, row);
    return { side: 'manager', person, id, leads: [me], reader: row && me, yeses, ...rest };
  }

  /**
   * Runs `then` on the matrix of this person, '' for who asks. Whoever leads their team gets in where the employee lets them. Where there
   * is nothing yet and nobody else leads the team, they may begin; of several who lead it the employee chooses one, and begins.
   */
  return async (turn: Turn, who: string, then: (view: MatrixView) => Promise<Message>): Promise<Message> => {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const view = ['', turn.directoryId].includes(who) ? await own(turn, me) : await others(turn, me, who);
    return 'side' in view ? then(view) : view;
  };
}
