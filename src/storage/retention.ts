import type { Retention } from './definition.ts';
import { SEALED } from './sealed.ts';
import type { Storage } from './storage.ts';
import type { Stored, Table } from './table.ts';
import { writeAll } from './write-all.ts';

function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** When a row is gone meanwhile, those of its transaction stay until the next night. */
async function removeAll(table: Table<object>, rows: readonly Stored<object>[]): Promise<void> {
  for (const [partition, old] of Map.groupBy(rows, (stored) => stored.partition))
    await writeAll(
      table,
      partition,
      old.map(({ row }) => ({ do: 'remove', row })),
    );
}

function without(value: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field)));
}

/**
 * Deletes every row whose retention has passed and empties the fields that live shorter
 * (trust:kept-no-longer). What is sealed goes unopened: `storage` needs no key. `today` is an ISO date. May run twice. Gives the number of rows touched per table.
 */
export async function enforceRetention(storage: Storage, today: string): Promise<Record<string, number>> {
  const touched: Record<string, number> = {};
  for (const definition of storage.definitions) {
    if ('forever' in definition.retention) continue;
    const { days, from, sooner } = definition.retention as Retention<Record<string, unknown>>;
    const table = storage.table(definition);
    const old = await table.range({ fieldBelow: { field: from, value: daysBefore(today, days) } });
    await removeAll(table, old);
    touched[definition.name] = old.length;
    if (!sooner) continue;
    const fading = await table.range({
      fieldBelow: { field: sooner.from, value: daysBefore(today, sooner.days) },
    });
    for (const stored of fading)
      await table.replace(stored, without(stored.value, [...sooner.fields, sooner.from, SEALED]));
    touched[definition.name] = old.length + fading.length;
  }
  return touched;
}
