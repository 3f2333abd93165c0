import { partsOf } from './keys.ts';
import type { Storage } from './storage.ts';
import { writeAll } from './write-all.ts';

/**
 * Empties every table of one tenant whose rows stand under pseudonyms or are sealed (`coded` in their definition), for a key
 * that is another than the one they were written with. May run twice.
 */
export async function emptyCoded(storage: Storage, tenant: string): Promise<void> {
  for (const definition of storage.definitions) {
    if (!definition.coded) continue;
    const table = storage.table(definition);
    const rows = (await table.range({})).filter(({ partition }) => partsOf(partition)[0] === tenant);
    for (const [partition, some] of Map.groupBy(rows, (stored) => stored.partition))
      await writeAll(
        table,
        partition,
        some.map(({ row }) => ({ do: 'remove', row })),
      );
  }
}
