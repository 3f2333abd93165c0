import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { key, type Storage } from '../storage/index.ts';
import type { Pseudonymise } from './pseudonym.ts';
import { silenceTable } from './tables.ts';

/** Who erased themselves is not written to until they write first, also when an import brings them back (trust:see-and-erase). */
export interface Silence {
  keep(directoryId: string): Promise<void>;
  /** They wrote. */
  end(directoryId: string): Promise<void>;
  /** Whether somebody is to be left alone. One point read for each key there is. */
  of(directoryId: string): Promise<boolean>;
  /** Gives whether somebody is to be left alone. One range, whoever is asked about. */
  read(): Promise<(directoryId: string) => boolean>;
  /**
   * Gives a function that tells, when it is called, who is to be left alone since now. One range each. It needs no key as long as
   * there is nobody new.
   */
  watch(): Promise<() => Promise<(directoryId: string) => boolean>>;
}

/**
 * The silences of one tenant, kept under a pseudonym for this alone. `ring` gives the ways to make that, the one to write with first:
 * whoever erased themselves is in no list, so a row under the code of an older key stays where it is.
 */
export function silences(
  storage: Storage,
  tenant: string,
  ring: () => readonly Pseudonymise[],
  now: () => Temporal.Instant,
): Silence {
  const table = storage.table(silenceTable);
  const rowsOf = (directoryId: string) =>
    ring().map((pseudonymise) => key(pseudonymise('', directoryId, 'silence')));
  const rowsNow = async () => new Set((await table.range({ partition: key(tenant) })).map(({ row }) => row));
  return {
    keep: (directoryId) =>
      table.put(key(tenant), rowsOf(directoryId)[0] ?? '', { day: today(now()).toString() }),
    end: async (directoryId) => {
      for (const row of rowsOf(directoryId)) await table.remove(key(tenant), row);
    },
    of: async (directoryId) => {
      const found = await Promise.all(rowsOf(directoryId).map((row) => table.get(key(tenant), row)));
      return found.some((one) => one !== undefined);
    },
    read: async () => {
      const rows = await rowsNow();
      return (directoryId) => rowsOf(directoryId).some((row) => rows.has(row));
    },
    watch: async () => {
      const before = await rowsNow();
      return async () => {
        const fresh = (await rowsNow()).difference(before);
        return (directoryId) => fresh.size > 0 && rowsOf(directoryId).some((row) => fresh.has(row));
      };
    },
  };
}
