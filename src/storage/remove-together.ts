import { persistently } from './change.ts';
import type { Table } from './table.ts';

/**
 * Removes rows of one partition that are written together, in one transaction: whoever writes them at the
 * same moment finds all of them or none, and never leaves one alone. When some of them were gone already, the
 * others go too. False when there was nothing. May be repeated. Throws when others were first 20 times in a row.
 */
export function removeTogether<T extends object>(
  table: Table<T>,
  partition: string,
  rows: readonly string[],
): Promise<boolean> {
  const all = rows.map((row) => ({ do: 'remove' as const, row }));
  let removed = false;
  return persistently(async () => {
    if (await table.transact(partition, all)) return { done: true };
    const found = await Promise.all(rows.map((row) => table.get(partition, row)));
    const left = found.filter((stored) => stored !== undefined);
    if (left.length === 0) return { done: removed };
    // Only as they were read: somebody may be writing all of them again at this moment.
    if (left.length < rows.length)
      for (const stored of left) removed = (await table.removeRead(stored)) || removed;
    return undefined;
  });
}
