import { createHash } from 'node:crypto';
import { numberIn } from '../../../language/fitted.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type Registration, registrationName, registrations } from '../content/registrations.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed, Filled, Length, Matrix, Side } from './matrix.ts';

/** So many tasks stand on one card: the whole short form, and more than a role of the full one has. */
export const TASKS_A_PAGE = 12;

/** The tasks that somebody is asked about. */
export const tasksOf = (length: Length, all: readonly RoleTask[]): RoleTask[] =>
  all.filter(({ short }) => length === 'full' || short);

/** The tasks that answers are about: what was confirmed keeps those that it was confirmed with, and the rest has those of today. */
export const tasksBehind = (
  { tasks }: Pick<Confirmed, 'tasks'>,
  today: readonly RoleTask[],
): readonly RoleTask[] => tasks ?? today;

/** The tasks that stand on the card of a matrix: those that are asked about, and those that were answered besides. */
export const tasksOnCard = (
  { length, answers }: Pick<Filled, 'length' | 'answers'>,
  all: readonly RoleTask[],
): RoleTask[] => all.filter(({ id, short }) => length === 'full' || short || answers[id] !== undefined);

/** How the tasks on the card of a matrix read, for comparing: words, weights, and in a short form whether they are in it. */
function readingOf(filled: Pick<Filled, 'length' | 'answers'>, all: readonly RoleTask[]): string {
  const lines = tasksOnCard(filled, all).map(({ id, title, explained, weights, short }) => [
    id,
    title,
    explained,
    ibroRoles.map((role) => weights[role] ?? 0),
    filled.length === 'short' && short,
  ]);
  return JSON.stringify(lines);
}

/** A mark of how the tasks on the card of a matrix read: a button carries it, so that a tap is about the list that was seen. */
export const listMark = (filled: Pick<Filled, 'length' | 'answers'>, all: readonly RoleTask[]): string =>
  createHash('sha256').update(readingOf(filled, all)).digest('base64url').slice(0, 22);

/** True where the list of tasks reads otherwise by now than what both confirmed. */
export const hasOtherList = (confirmed: Confirmed, today: readonly RoleTask[]): boolean =>
  confirmed.tasks !== undefined && readingOf(confirmed, confirmed.tasks) !== readingOf(confirmed, today);

/** True where this task read the same in what was confirmed; also where nobody kept how it read. */
export function readsAs({ id, title, explained }: RoleTask, { tasks }: Pick<Confirmed, 'tasks'>): boolean {
  const then = tasks?.find((task) => task.id === id);
  return !tasks || (then?.title === title && then.explained === explained);
}

/** The role to which a task belongs most; of two that weigh the same the first of the four. */
export function homeOf({ weights }: Pick<RoleTask, 'weights'>): IbroRole {
  const most = Math.max(...ibroRoles.map((role) => weights[role] ?? 0));
  return ibroRoles.find((role) => (weights[role] ?? 0) === most) ?? ibroRoles[0];
}

/** A part of the tasks that stands on one card: of one role, or with `role` undefined of all. */
export interface TaskPage {
  role?: IbroRole;
  tasks: RoleTask[];
}

const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / TASKS_A_PAGE) }, (_, n) =>
    list.slice(n * TASKS_A_PAGE, (n + 1) * TASKS_A_PAGE),
  );

/** The cards on which the tasks stand: the short form on one, the full one role by role. */
export function pagesOf(length: Length, all: readonly RoleTask[]): TaskPage[] {
  const asked = tasksOf(length, all);
  if (length === 'short') return chunks(asked).map((tasks) => ({ tasks }));
  return ibroRoles.flatMap((role) =>
    chunks(asked.filter((task) => homeOf(task) === role)).map((tasks) => ({ role, tasks })),
  );
}

/** The tasks of a matrix that were not answered yet. */
export const unanswered = (
  { length, answers }: Pick<Filled, 'length' | 'answers'>,
  all: readonly RoleTask[],
) => tasksOf(length, all).filter(({ id }) => answers[id] === undefined);

/** The number of the first card on which a task has no answer yet; undefined when all have one. */
export function firstOpenPage(matrix: Pick<Filled, 'length' | 'answers'>, all: readonly RoleTask[]) {
  const at = pagesOf(matrix.length, all).findIndex(({ tasks }) =>
    tasks.some(({ id }) => matrix.answers[id] === undefined),
  );
  return at < 0 ? undefined : at;
}

/** How many answers are about tasks that are in the list no more: they are kept, and count in no sum. */
export function droppedAnswers(
  filled: Pick<Filled, 'answers'> & Pick<Confirmed, 'tasks'>,
  all: readonly RoleTask[],
): number {
  const { answers } = filled;
  const known = new Set(tasksBehind(filled, all).map(({ id }) => id));
  return Object.keys(answers).filter((id) => !known.has(id)).length;
}

/** The tasks that somebody does, often or now and then. */
export const doneTasks = ({ answers }: Pick<Filled, 'answers'>, all: readonly RoleTask[]): RoleTask[] =>
  all.filter(({ id }) => answers[id] === 'do' || answers[id] === 'some');

/** What was typed for the shares of time, or what is wrong with it in Dutch (docs/method.md step 1.1). */
export function sharesIn(typed: Readonly<Record<string, string | undefined>>): {
  shares: Filled['shares'];
  problems: string[];
} {
  const shares: Partial<Record<Registration, number>> = {};
  const problems: string[] = [];
  for (const registration of registrations) {
    const text = typed[registration] ?? '';
    if (text === '') continue;
    const share = numberIn(text);
    if (share === undefined || !Number.isInteger(share) || share < 0 || share > 100)
      problems.push(`Vul bij ${registrationName(registration)} een heel getal van 0 tot en met 100 in.`);
    else if (share > 0) shares[registration] = share;
  }
  const total = totalOf(shares);
  if (problems.length === 0 && total > 100)
    problems.push(`Samen is dit ${total} %. Houd het op hooguit 100 %.`);
  return { shares, problems };
}

export const totalOf = (shares: Filled['shares']): number =>
  Object.values(shares).reduce((sum, share) => sum + share, 0);

const other = (side: Side): Side => (side === 'employee' ? 'manager' : 'employee');

/** True when this side confirmed the matrix as it stands. */
export const hasConfirmed = (matrix: Matrix, side: Side): boolean => matrix[side] === matrix.version;

/** A matrix that its manager has still to confirm. */
export function withoutManagers(matrix: Matrix): Matrix {
  const { manager: _earlier, ...rest } = matrix;
  return rest;
}

/** True when both confirmed the same state. */
export const isAgreed = (matrix: Matrix): boolean =>
  hasConfirmed(matrix, 'employee') && hasConfirmed(matrix, 'manager');

/** True when a side confirmed an earlier state, which the other changed since. */
export const wasOvertaken = (matrix: Matrix, side: Side): boolean =>
  matrix[side] !== undefined && !hasConfirmed(matrix, side) && matrix.by === other(side);

/**
 * A matrix on the list of tasks of today: one that was confirmed on another list counts as changed, so that both confirm what they see.
 * The same object where there is nothing to withdraw.
 */
export function onList(matrix: Matrix, today: readonly RoleTask[]): Matrix {
  const { list, version } = matrix;
  const isConfirmed = hasConfirmed(matrix, 'employee') || hasConfirmed(matrix, 'manager');
  if (!list || !isConfirmed || readingOf(matrix, list) === readingOf(matrix, today)) return matrix;
  return { ...matrix, version: version + 1, relisted: version + 1 };
}

/** True when a side confirmed an earlier state, and the list of tasks was changed since. */
export const wasRelisted = (matrix: Matrix, side: Side): boolean =>
  matrix[side] !== undefined && !hasConfirmed(matrix, side) && matrix.relisted === matrix.version;

/** A matrix that one side confirms as it stands, with the list that it is confirmed on. The other is to be told that it waits for them. */
export const confirmedBy = (matrix: Matrix, side: Side, today: readonly RoleTask[]): Matrix => ({
  ...matrix,
  [side]: matrix.version,
  list: tasksOnCard(matrix, today),
  untold: other(side),
});

/** So often a day each of the two is told at most: in one talk the other begins, confirms, and confirms again. */
const MOST_TOLD = 3;

const timesTold = ({ told: before }: Pick<Matrix, 'told'>, side: Side, day: string): number =>
  before?.[side]?.day === day ? before[side].times : 0;

/** How often each of the two was told on a day (ISO date); undefined where nobody was. */
export function toldOn({ told: before = {} }: Pick<Matrix, 'told'>, day: string): Matrix['told'] {
  const of = Object.entries(before).filter(([, { day: last }]) => last === day);
  return of.length > 0 ? Object.fromEntries(of) : undefined;
}

/** True where this side may be told something of a matrix once more on a day (ISO date). */
export const mayBeTold = (matrix: Pick<Matrix, 'told'>, side: Side, day: string): boolean =>
  timesTold(matrix, side, day) < MOST_TOLD;

/** True where this side is to be told on a day (ISO date) that a matrix waits for them. */
export const isToTell = (matrix: Matrix, side: Side, day: string): boolean =>
  matrix.untold === side && mayBeTold(matrix, side, day);

/** A matrix of which this side was told on a day (ISO date). */
export function told(matrix: Matrix, side: Side, day: string): Matrix {
  const { untold: _untold, ...rest } = matrix;
  const times = timesTold(matrix, side, day) + 1;
  return { ...rest, told: { ...matrix.told, [side]: { day, times } } };
}

/** The content of a matrix, for comparing: two that say the same give the same text. */
function contentOf({ length, answers, alone, shares, job, appointment }: Filled): string {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([length, sorted(answers), [...alone].sort(), sorted(shares), job, appointment]);
}

/**
 * A matrix with this content in it, changed by one side on a day (ISO date). One that says the same comes back as the same object:
 * nothing was changed, so that a confirmation holds.
 */
export function changed(matrix: Matrix, content: Partial<Filled>, by: Side, day: string): Matrix {
  const next = { ...matrix, ...content };
  if (contentOf(next) === contentOf(matrix)) return matrix;
  const { untold, ...rest } = next;
  // Who works on it knows of it.
  return { ...rest, ...(untold && untold !== by ? { untold } : {}), version: matrix.version + 1, by, day };
}

/**
 * The day since which the answers of a newly confirmed matrix stand (ISO date): its own, or, where the confirmed one before says the
 * same of every task, that of the one before. So a confirmation that changes no answer makes nothing new.
 */
export function since(
  next: Pick<Confirmed, 'answers' | 'day'>,
  before: Pick<Confirmed, 'answers' | 'day' | 'since'> | undefined,
): string {
  if (!before) return next.day;
  const ids = [...new Set([...Object.keys(next.answers), ...Object.keys(before.answers)])];
  const isSame = ids.every((id) => next.answers[id] === before.answers[id]);
  return isSame ? newestOf(before) : next.day;
}

/** The day on which an answer changed last. */
export const newestOf = ({ since: from, day }: Pick<Confirmed, 'since' | 'day'>): string => from ?? day;

/** What tells a state that both confirmed from all others. */
export const markOf = ({ at, day }: Pick<Confirmed, 'at' | 'day'>): string => at ?? day;

/** Who of the two lets HR read the indication of what they confirmed: each for themselves. */
export interface Yeses {
  employee: boolean;
  manager: boolean;
}

/** The yeses that stand to this very state. Those of a manager are of who sees the matrix along now: `reader` is what is kept of that. */
export function yesesTo(
  confirmed: Pick<Confirmed, 'at' | 'day' | 'shared'> | undefined,
  reader: { shared?: string } | undefined,
): Yeses {
  return {
    employee: confirmed?.shared !== undefined,
    manager: confirmed !== undefined && reader?.shared === markOf(confirmed),
  };
}

/** True where a matrix says nothing else than what both confirmed, so that there is nothing new to confirm. */
export const saysTheSame = (matrix: Filled, confirmed: Filled): boolean =>
  contentOf(matrix) === contentOf(confirmed);

/**
 * What both confirmed, as a form shows it to who wants to change it: under version 0, and kept nowhere until a first change is saved.
 * Then it is a matrix that is being filled in, of which the other is told.
 */
export const untouched = (length: Length, by: Side, day: string, before: Confirmed): Matrix => ({
  ...begun(length, by, day, before),
  version: 0,
});

/** True for a matrix of which nothing was saved yet. */
export const isUntouched = ({ version }: Matrix): boolean => version === 0;

/** True where what both confirmed may be put back: neither confirmed what stands there now. */
export const mayPutBack = (matrix: Matrix): boolean =>
  !hasConfirmed(matrix, 'employee') && !hasConfirmed(matrix, 'manager');

/** A new matrix, with what was confirmed before in it where there is that. Its employee is to be told of one that a manager begins. */
export function begun(length: Length, by: Side, day: string, before?: Confirmed): Matrix {
  const { answers = {}, alone = [], shares = {}, job = '', appointment = '' } = before ?? {};
  const untold = by === 'manager' ? { untold: 'employee' as const } : {};
  return { answers, alone, shares, job, appointment, length, version: 1, by, begun: day, day, ...untold };
}
