import { setTimeout as delay } from 'node:timers/promises';
import type { RowChange, Table } from './table.ts';

/** Each failed attempt means that somebody else's change was written, so this many can change one row at once. */
const ATTEMPTS = 20;
const PAUSE_MS = 10;

/** Tries again while somebody else writes first: `attempt` gives undefined then. Throws after so many times in a row. */
export async function persistently<R>(attempt: () => Promise<{ done: R } | undefined>): Promise<R> {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const result = await attempt();
    if (result) return result.done;
    await delay(Math.random() * PAUSE_MS * (n + 1));
  }
  throw new Error(`a row was changed elsewhere ${ATTEMPTS} times in a row`);
}

/**
 * Changes one row, guarded by its ETag. When somebody else was first, the change is made again on what stands
 * there by then. Gives the row from before and after, or undefined when there is none or `change` gives
 * undefined. Writes nothing when `change` gives back the same object. Throws when others were first 20 times in
 * a row.
 */
export function changeRow<T extends object>(
  table: Table<T>,
  partition: string,
  row: string,
  change: (now: T) => T | undefined,
): Promise<{ before: T; after: T } | undefined> {
  return persistently(async () => {
    const stored = await table.get(partition, row);
    const after = stored && change(stored.value);
    if (!stored || !after) return { done: undefined };
    const before = stored.value;
    return after === before || (await table.replace(stored, after)) ? { done: { before, after } } : undefined;
  });
}

/**
 * Writes what `change` makes of a row, or of undefined when there is none yet, guarded by its ETag and tried again on
 * what stands there by then when somebody else was first. Throws when others were first 20 times in a row.
 */
export function changeOrAddRow<T extends object>(
  table: Table<T>,
  partition: string,
  row: string,
  change: (now: T | undefined) => T,
): Promise<void> {
  return persistently(async () => {
    const stored = await table.get(partition, row);
    const after = change(stored?.value);
    const isWritten = stored ? await table.replace(stored, after) : await table.insert(partition, row, after);
    return isWritten ? { done: undefined } : undefined;
  });
}

/** What has to change of the rows that were read, all at once, and what to give when that is written. */
export interface RowChanges<T, R> {
  changes: readonly RowChange<T>[];
  done: R;
}

/**
 * Changes rows of one partition in one transaction: `plan` reads and says what changes, each row guarded by the ETag
 * that it read, or by being inserted. When somebody else was first nothing is written, and `plan` is asked again. Writes
 * nothing when it names no changes. Gives its `done`. Throws when others were first 20 times in a row.
 */
export function changeRows<T extends object, R>(
  table: Table<T>,
  partition: string,
  plan: () => Promise<RowChanges<T, R>>,
): Promise<R> {
  return persistently(async () => {
    const { changes, done } = await plan();
    return changes.length === 0 || (await table.transact(partition, changes)) ? { done } : undefined;
  });
}
