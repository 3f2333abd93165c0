import { key, type Storage, type Stored } from '../../../storage/index.ts';
import { pilotQuizTable, type QuizRow } from '../tables.ts';

export interface QuizStore {
  add(pilot: string, id: string, quiz: QuizRow): Promise<boolean>;
  get(pilot: string, id: string): Promise<Stored<QuizRow> | undefined>;
  /** False when somebody else was first. */
  replace(read: Stored<QuizRow>, quiz: QuizRow): Promise<boolean>;
}

/** The practice questions of one tenant. */
export function quizStore(storage: Storage, tenant: string): QuizStore {
  const table = storage.table(pilotQuizTable);
  return {
    add: (pilot, id, quiz) => table.insert(key(tenant, pilot), key(id), quiz),
    get: (pilot, id) => table.get(key(tenant, pilot), key(id)),
    replace: (read, quiz) => table.replace(read, quiz),
  };
}
