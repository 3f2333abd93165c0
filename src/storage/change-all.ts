import { persistently } from './change.ts';
import { TRANSACTION_ROWS } from './limits.ts';
import type { RowChange, Stored, Table } from './table.ts';

/** What becomes of one row, of undefined when there is none. Giving undefined, or the same object, writes nothing. */
export interface RowToChange<T> {
  row: string;
  change(now: T | undefined): T | undefined;
}

interface Planned<T> extends RowToChange<T> {
  before: Stored<T> | undefined;
  after: T | undefined;
}

function changeOne<T extends object>(
  table: Table<T>,
  partition: string,
  { row, change }: RowToChange<T>,
): Promise<T | undefined> {
  return persistently(async () => {
    const stored = await table.get(partition, row);
    const after = change(stored?.value);
    if (after === undefined || after === stored?.value) return { done: after };
    const isWritten = stored ? await table.replace(stored, after) : await table.insert(partition, row, after);
    return isWritten ? { done: after } : undefined;
  });
}

/**
 * Changes any number of rows of one partition, each named once, and each guarded by the ETag that it was read with or by being
 * inserted. One range, and one transaction for each 100 rows that change; where somebody else was first, the rows of that
 * transaction are changed one by one, on what stands there by then. Gives what each change gave, in their order. Throws when
 * storage fails: what was written before stays.
 */
export async function changeAllRows<T extends object>(
  table: Table<T>,
  partition: string,
  changes: readonly RowToChange<T>[],
): Promise<(T | undefined)[]> {
  if (changes.length === 0) return [];
  const stored = new Map((await table.range({ partition })).map((read) => [read.row, read]));
  const planned = changes.map(({ row, change }): Planned<T> => {
    const before = stored.get(row);
    return { row, change, before, after: change(before?.value) };
  });
  const results = new Map(planned.map(({ row, after }) => [row, after]));
  const changing = planned.filter(({ before, after }) => after !== undefined && after !== before?.value);
  for (let start = 0; start < changing.length; start += TRANSACTION_ROWS) {
    const some = changing.slice(start, start + TRANSACTION_ROWS);
    const together = some.flatMap(({ row, before, after }): RowChange<T>[] => {
      if (after === undefined) return [];
      return before
        ? [{ do: 'replace', row, value: after, etag: before.etag }]
        : [{ do: 'insert', row, value: after }];
    });
    if (await table.transact(partition, together)) continue;
    for (const one of some) results.set(one.row, await changeOne(table, partition, one));
  }
  return changes.map(({ row }) => results.get(row));
}
