import { ownTasks } from '../../../src/features/roles/content/tasks.ts';
import { roles } from '../../../src/features/roles/index.ts';
import type { Matrix } from '../../../src/features/roles/matrix/matrix.ts';
import { begun, listMark } from '../../../src/features/roles/matrix/rules.ts';
import type { Core } from '../../support/core.ts';
import { kinds } from './kinds.ts';

const { account } = kinds.employee.who;
const [manager, other] = [kinds.manager.who.account, kinds.outsideLeader.who.account];

const AT = '2026-11-20T09:00:00Z';

const answers = Object.fromEntries(ownTasks.map(({ id }) => [id, 'not' as const]));
/** What the employee is filling in, all tasks answered. */
const draft: Matrix = {
  ...begun('short', 'employee', '2026-11-20'),
  answers: { ...answers, scripting: 'do' },
  alone: ['scripting'],
  job: 'KANARIEfunctie',
};

/** A matrix of the employee, all tasks of the short list answered, which the manager of the team may see and the other who leads it may not. */
export async function bringMatrices(core: Core): Promise<void> {
  const { matrices } = core.opened(roles);
  const day = '2026-11-20';
  // Both let HR read the indication of what they confirmed earlier; the log of a later day tells who read it.
  await matrices.setReader(account, { manager, day, shared: AT });
  await matrices.keep(account, {
    length: 'short',
    answers,
    alone: [],
    shares: {},
    job: 'KANARIEfunctie',
    appointment: '',
    day,
    team: 'objecten-west',
    at: AT,
    shared: day,
  });
  await matrices.begin(account, draft);
}

const ofEmployee = { person: account };
const seen = { ...ofEmployee, seen: 1 };

/** What the actions of the takenmatrix, the rolindicatie, the picture of the team and HR are sent. */
export const matrixPayloads = (team: string): Record<string, object> => ({
  'matrix.show': ofEmployee,
  'matrix.pick': {},
  'matrix.waiting': { page: 0 },
  'matrix.open': { member: account },
  'matrix.begin': { person: kinds.writer.who.account, length: 'short' },
  'matrix.time': ofEmployee,
  'matrix.save-time': { ...seen, job: 'Tekenaar', BAG: '50' },
  'matrix.tasks': { ...ofEmployee, page: 0 },
  'matrix.save-tasks': { ...seen, page: 0, tasks: ['scripting'], task0: 'some' },
  'matrix.alone': ofEmployee,
  'matrix.save-alone': { ...seen, alone: '' },
  'matrix.confirm': { ...seen, list: listMark(draft, ownTasks) },
  'matrix.put-back': seen,
  'matrix.choose': {},
  'matrix.share': { to: other },
  'matrix.later': {},
  'indication.show': ofEmployee,
  'indication.mapping': {},
  'hr.ask': ofEmployee,
  'hr.agree': { ...ofEmployee, seen: AT },
  'hr.stop': ofEmployee,
  'hr.list': { page: 0 },
  'hr.open': ofEmployee,
  'hr.totals': {},
  'teamtasks.show': { team },
  'teamtasks.open': { team },
});
