import { changeRow, key, type Storage } from '../../../storage/index.ts';
import { pilotQuizTable, type QuizRow } from './tables.ts';

export interface QuizStore {
  /** How many questions of a day there are. One range. */
  countOn(pilot: string, day: string): Promise<number>;
  add(pilot: string, id: string, quiz: QuizRow): Promise<boolean>;
  /**
   * Changes a question, guarded by its ETag and tried again when somebody else was first. Gives it from before and
   * after, or undefined when there is none. Writes nothing when `change` gives back the same object.
   */
  change(
    pilot: string,
    id: string,
    change: (quiz: QuizRow) => QuizRow,
  ): Promise<{ before: QuizRow; after: QuizRow } | undefined>;
}

/** The practice questions of one tenant. */
export function quizStore(storage: Storage, tenant: string): QuizStore {
  const table = storage.table(pilotQuizTable);
  return {
    countOn: async (pilot, day) =>
      (await table.range({ partition: key(tenant, pilot) })).filter(({ value }) => value.day === day).length,
    add: (pilot, id, quiz) => table.insert(key(tenant, pilot), key(id), quiz),
    change: (pilot, id, change) => changeRow(table, key(tenant, pilot), key(id), change),
  };
}
