import { setTimeout as delay } from 'node:timers/promises';
import type { Table } from './table.ts';

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
 * undefined. Writes nothing when `change` gives back the same object.
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
