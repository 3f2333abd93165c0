import { createHash } from 'node:crypto';
import type { Export, Intake, PlannedIntake } from '../../../conversation/intake.ts';
import type { Needs } from '../../../conversation/needs.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import { apart } from '../../../files/apart.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import { columns, tasksHeading, writeTasks } from './task-file.ts';
import { allTasks, type TaskChanges, type TaskList } from './task-list.ts';
import type { PlannedTasks, TasksFile } from './task-plan.ts';

const sending: Needs & { where: 'own chat' } = { who: ['beheerder'], where: 'own chat', typed: 'bestand' };
const FILE = 'takenlijst';
const taskCount = (n: number): string => (n === 1 ? '1 taak' : `${n} taken`);

const stateOf = (now: TaskChanges): string =>
  createHash('sha256')
    .update(JSON.stringify([...now].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');

/** The list of tasks as an administrator sends it in the chat (docs/method.md step 1.2). */
export function tasksIntake({ taskList, audit }: Pick<Tools, 'audit'> & { taskList: TaskList }): Intake {
  return {
    kind: 'tasks',
    what: 'een lijst met taken',
    head: 'roles',
    needs: sending,
    next: { verb: 'settings.show', title: 'Naar beheer', data: {} },
    looksLike: ({ tables }) =>
      Math.max(0, ...tables.flatMap(({ rows }) => rows.map(tasksHeading))) / columns.length,
    plan: async (file): Promise<PlannedIntake> => {
      const now = await taskList.changes();
      const read = await apart<TasksFile, PlannedTasks>(new URL('task-plan.ts', import.meta.url), {
        file,
        now,
      });
      const state = stateOf(now);
      const nothing = { counts: [], doubts: [], changes: [], questions: [] };
      if ('problems' in read)
        return {
          ...nothing,
          read: 'geen enkele taak',
          problems: read.problems,
          isUnchanged: true,
          summary: '',
          state,
          apply: async () => 'changed',
        };
      const { count, changes, added, changed, off, restored, same } = read.plan;
      return {
        ...nothing,
        read: taskCount(count),
        counts: [
          { title: 'Nieuw', value: `${added.length}` },
          { title: 'Gewijzigd', value: `${changed.length}` },
          { title: 'Uitgezet', value: `${off.length}` },
          { title: 'Weer zoals meegeleverd', value: `${restored.length}` },
          { title: 'Gelijk', value: `${same}` },
        ],
        changes: [
          { title: 'Uitgezet', lines: off },
          { title: 'Wijzigt', lines: changed },
          { title: 'Weer zoals meegeleverd', lines: restored },
          { title: 'Nieuw', lines: added },
        ],
        problems: [],
        isUnchanged: changes.size === 0,
        summary: taskCount(changes.size),
        state,
        apply: async (who) => {
          await audit.record(who, 'takenlijst geïmporteerd', taskCount(changes.size));
          await taskList.save(changes);
          return {
            lines: [
              'Binnen een minuut staat de nieuwe lijst op de kaarten.',
              'Voor wat al bevestigd is, geldt de lijst van toen. Een antwoord over een taak die uit staat, telt verder niet mee.',
            ],
          };
        },
      };
    },
  };
}

/** All tasks of the municipality as an import reads them. */
export function tasksExport({
  taskList,
  audit,
  people,
  now,
  administrators,
}: Pick<Tools, 'audit' | 'people' | 'now' | 'administrators'> & { taskList: TaskList }): {
  files: Record<string, FileOffer>;
  exports: Export[];
} {
  const offer: FileOffer = {
    title: 'Takenlijst',
    needs: { who: ['beheerder'] },
    allowed: async (directoryId) =>
      hasAccess('beheerder', directoryId, await people.find(directoryId), administrators),
    make: async (directoryId) => {
      const tasks = allTasks(await taskList.changes());
      await audit.record(directoryId, 'takenlijst geëxporteerd', taskCount(tasks.length), {
        at: now(),
        name: FILE,
      });
      return { name: 'takenlijst.csv', type: 'text/csv; charset=utf-8', body: writeTasks(tasks) };
    },
  };
  return { files: { [FILE]: offer }, exports: [{ title: 'Takenlijst', file: FILE, needs: sending }] };
}
