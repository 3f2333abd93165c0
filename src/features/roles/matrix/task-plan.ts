import type { SentFile } from '../../../conversation/intake.ts';
import type { CsvFile, Problem, UnreadCsv } from '../../../files/csv.ts';
import { readList } from '../../../files/xlsx.ts';
import { ibroRoles } from '../../../people/person.ts';
import { TRANSACTION_ROWS } from '../../../storage/index.ts';
import type { RoleTask } from '../content/tasks.ts';
import { homeOf } from './rules.ts';
import type { RoleTaskRow } from './tables.ts';
import { readTasks, type TaskLine } from './task-file.ts';
import { builtInTask, type TaskChanges, tasksWith } from './task-list.ts';

/** A matrix asks about so many tasks: no more than fit on its cards, no fewer than say something. */
export const TASKS = { fewest: 12, most: 40, mostShort: 12 } as const;

/** What a file of tasks would do, all of it or nothing. Ids by what becomes of them. */
export interface TaskPlan {
  count: number;
  changes: Map<string, RoleTaskRow | undefined>;
  added: string[];
  changed: string[];
  off: string[];
  restored: string[];
  same: number;
}

const textOf = (row: RoleTaskRow | undefined): string =>
  JSON.stringify([
    row?.off ?? false,
    row?.task && [
      row.task.title,
      row.task.explained,
      row.task.short,
      ibroRoles.map((role) => row.task?.weights[role] ?? 0),
    ],
  ]);

const bare = ({ title, explained, weights, short }: RoleTask) => ({ title, explained, weights, short });

/** What should be kept of a line: undefined where our own task says the same and is on. */
function rowOf({ task, off }: TaskLine): RoleTaskRow | undefined {
  const ours = builtInTask(task.id);
  const isOurs = ours !== undefined && textOf({ task: bare(ours) }) === textOf({ task: bare(task) });
  const row: RoleTaskRow = {
    ...(isOurs ? {} : { task: bare(task) }),
    ...(off ? { off: true as const } : {}),
  };
  return Object.keys(row).length > 0 ? row : undefined;
}

/** What is wrong with the list as a whole, in Dutch. */
export function listProblems(tasks: readonly RoleTask[]): string[] {
  const short = tasks.filter((task) => task.short);
  const without = ibroRoles.filter((role) => !tasks.some((task) => homeOf(task) === role));
  return [
    ...(tasks.length < TASKS.fewest || tasks.length > TASKS.most
      ? [`Het aantal taken wordt ${tasks.length}. Het mag ${TASKS.fewest} tot en met ${TASKS.most} zijn.`]
      : []),
    ...(short.length === 0 || short.length > TASKS.mostShort
      ? [`In de korte lijst zouden ${short.length} taken staan. Kies er 1 tot en met ${TASKS.mostShort}.`]
      : []),
    ...without.map((role) => `Bij ${role} zou geen enkele taak meer horen.`),
  ];
}

/** Reads a list of tasks over what the municipality has: either what would change, or what is wrong. What the list does not name stays. */
export function planTasks(
  list: CsvFile | UnreadCsv,
  now: TaskChanges,
): { plan: TaskPlan } | { problems: Problem[] } {
  const read = readTasks(list);
  if ('problems' in read) return read;
  const next = new Map(now);
  for (const line of read.lines) {
    const row = rowOf(line);
    if (row) next.set(line.task.id, row);
    else next.delete(line.task.id);
  }
  const moved = read.lines.filter(({ task }) => textOf(now.get(task.id)) !== textOf(next.get(task.id)));
  const problems = listProblems(tasksWith(next));
  if (moved.length > TRANSACTION_ROWS)
    problems.push(`Er veranderen ${moved.length} taken. Hooguit ${TRANSACTION_ROWS} per keer.`);
  if (problems.length > 0) return { problems: problems.map((reason) => ({ line: 0, reason })) };
  const ids = (fits: (line: TaskLine) => boolean) => moved.filter(fits).map(({ task }) => task.id);
  const isNew = ({ task: { id } }: TaskLine) => !builtInTask(id) && !now.has(id);
  const isBack = ({ task: { id } }: TaskLine) => next.get(id) === undefined;
  return {
    plan: {
      count: read.lines.length,
      changes: new Map(moved.map(({ task: { id } }) => [id, next.get(id)])),
      added: ids((line) => isNew(line) && !line.off),
      changed: ids((line) => !isNew(line) && !line.off && !isBack(line)),
      off: ids(({ off }) => off),
      restored: ids(isBack),
      same: read.lines.length - moved.length,
    },
  };
}

/** A file of tasks, and what the municipality has. */
export interface TasksFile {
  file: SentFile;
  now: TaskChanges;
}

export type PlannedTasks = Awaited<ReturnType<typeof work>>;

/** Reads a file of tasks and plans it. For a thread of its own. */
export async function work({ file: { bytes, name }, now }: TasksFile) {
  return planTasks(await readList(bytes, name), now);
}
