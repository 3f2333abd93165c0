import { TRANSACTION_ROWS } from './limits.ts';
import type { RowChange, Table } from './table.ts';

/**
 * Writes any number of changes to one partition, in their order, in transactions of at most 100 rows. Each of those is
 * there as a whole or not at all. When one meets a row that is not as a change expects it (to insert, but it exists; to
 * replace or remove, but it was changed or is gone), nothing of that one is written, the next ones are, and the answer
 * is false. Throws when storage fails: what was written before stays. For changes that may be repeated.
 */
export async function writeAll<T extends object>(
  table: Table<T>,
  partition: string,
  changes: readonly RowChange<T>[],
): Promise<boolean> {
  let isWritten = true;
  for (let start = 0; start < changes.length; start += TRANSACTION_ROWS) {
    const some = changes.slice(start, start + TRANSACTION_ROWS);
    isWritten = (await table.transact(partition, some)) && isWritten;
  }
  return isWritten;
}
