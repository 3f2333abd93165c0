import type { Temporal } from 'temporal-polyfill';
import { remembered } from '../../../lib/remember.ts';
import { key, type Storage } from '../../../storage/index.ts';
import { ownTasks, type RoleTask } from '../content/tasks.ts';
import { type RoleTaskRow, roleTasksTable } from './tables.ts';

/** What a municipality made of the tasks, by id. */
export type TaskChanges = ReadonlyMap<string, RoleTaskRow>;

export interface TaskList {
  /** The municipality's changes as they stand now. One range. */
  changes(): Promise<TaskChanges>;
  /** The tasks that are asked about: ours with the changes over them. Read again after a minute at the earliest. */
  tasks(): Promise<readonly RoleTask[]>;
  /** Writes changes in one transaction, all or none; undefined takes a change back. Throws when somebody else was first. */
  save(changes: ReadonlyMap<string, RoleTaskRow | undefined>): Promise<void>;
}

const REMEMBERED_MS = 60_000;
const builtIn = new Map(ownTasks.map((task) => [task.id, task]));

/** The task with this id as we wrote it. */
export const builtInTask = (id: string): RoleTask | undefined => builtIn.get(id);

/** Every task there is for this municipality, also those that are off: ours first. */
export function allTasks(changes: TaskChanges): { task: RoleTask; off: boolean }[] {
  const ours = ownTasks.map((task) => {
    const { task: own, off = false } = changes.get(task.id) ?? {};
    return { task: own ? { id: task.id, ...own } : task, off };
  });
  const added = [...changes].flatMap(([id, { task, off = false }]) =>
    task && !builtIn.has(id) ? [{ task: { id, ...task }, off }] : [],
  );
  return [...ours, ...added];
}

/** The tasks that are on. */
export const tasksWith = (changes: TaskChanges): RoleTask[] =>
  allTasks(changes).flatMap(({ task, off }) => (off ? [] : [task]));

/** The tasks of one tenant (docs/method.md step 1.2). */
export function taskList(storage: Storage, tenant: string, now: () => Temporal.Instant): TaskList {
  const table = storage.table(roleTasksTable);
  const changes = async () => {
    const rows = await table.range({ partition: key(tenant) });
    return new Map(rows.map(({ row, value }) => [row, value]));
  };
  return {
    changes,
    tasks: remembered(async () => tasksWith(await changes()), REMEMBERED_MS, now),
    save: async (list) => {
      const rows = [...list].map(([id, value]) =>
        value ? { do: 'put' as const, row: key(id), value } : { do: 'remove' as const, row: key(id) },
      );
      if (!(await table.transact(key(tenant), rows))) throw new Error('the tasks were changed elsewhere');
    },
  };
}
