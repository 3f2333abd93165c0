import type { Pseudonymise } from '../../../people/pseudonym.ts';
import { key, type Storage } from '../../../storage/index.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluationsTable } from './tables.ts';

export interface EvaluationStore {
  /** Somebody's own, to look at and change. */
  own(pilot: string, directoryId: string): Promise<Evaluation | undefined>;
  /** `week` is the ISO date of its Monday. */
  save(pilot: string, directoryId: string, evaluation: Evaluation, week: string): Promise<void>;
  withdraw(pilot: string, directoryId: string): Promise<boolean>;
  /** All of a pilot that are of one of these people, without who. One range. */
  of(pilot: string, directoryIds: readonly string[]): Promise<Evaluation[]>;
  /** Removes all of a pilot: what may be shown of them is kept with the pilot. */
  clear(pilot: string): Promise<void>;
}

/** Evaluations of pilots, under a pseudonym of one pilot that stands nowhere else (trust:no-trace). */
export function evaluationStore(
  storage: Storage,
  tenant: string,
  pseudonymise: Pseudonymise,
): EvaluationStore {
  const table = storage.table(evaluationsTable);
  const partition = (pilot: string) => key(tenant, pilot);
  const rowOf = (pilot: string, directoryId: string) => key(pseudonymise(pilot, directoryId, 'evaluation'));
  return {
    own: async (pilot, directoryId) => (await table.get(partition(pilot), rowOf(pilot, directoryId)))?.value,
    save: (pilot, directoryId, { scores, open }, week) =>
      table.put(partition(pilot), rowOf(pilot, directoryId), { scores, open, day: week }),
    withdraw: (pilot, directoryId) => table.remove(partition(pilot), rowOf(pilot, directoryId)),
    of: async (pilot, directoryIds) => {
      const theirs = new Set(directoryIds.map((one) => rowOf(pilot, one)));
      const rows = await table.range({ partition: partition(pilot) });
      return rows
        .filter(({ row }) => theirs.has(row))
        .map(({ value: { scores, open } }) => ({ scores, open }));
    },
    clear: async (pilot) => {
      for (const { row } of await table.range({ partition: partition(pilot) }))
        await table.remove(partition(pilot), row);
    },
  };
}
