import type { Table } from './table.ts';

/** Each failed attempt means that somebody else wrote meanwhile. */
const ATTEMPTS = 20;

/**
 * Removes rows of one partition that are written together, in one transaction: whoever writes them at the
 * same moment finds all of them or none, and never leaves one alone. When some of them were gone already, the
 * others go too. False when there was nothing. May be repeated.
 */
export async function removeTogether<T extends object>(
  table: Table<T>,
  partition: string,
  rows: readonly string[],
): Promise<boolean> {
  let removed = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const all = rows.map((row) => ({ do: 'remove' as const, row }));
    if (await table.transact(partition, all)) return true;
    const found = await Promise.all(rows.map((row) => table.get(partition, row)));
    const left = found.filter((stored) => stored !== undefined);
    if (left.length === 0) return removed;
    // Only as they were read: somebody may be writing all of them again at this moment.
    if (left.length < rows.length)
      for (const stored of left) removed = (await table.removeRead(stored)) || removed;
  }
  throw new Error(`rows were written by others ${ATTEMPTS} times in a row`);
}
