import type { CsvFile } from '../../../files/csv.ts';

/** One line of a list, under the list's own column names. */
export type ListRow = CsvFile['rows'][number];

/** The first of the items with each key: a later one says the same key again. */
export function firstBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return first;
}
