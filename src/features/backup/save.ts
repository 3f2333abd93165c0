import { usedLinksTable } from '../../files/links.ts';
import type { Storage } from '../../storage/index.ts';
import { isOwnRow } from './reading.ts';
import { packRows } from './rows.ts';

/** Rows of one table in one part at most: as many as come in one answer of storage. */
const PART_ROWS = 500;

/** Tables of what runs at this moment: none of it holds when it is put back. */
const passing = ['instances', 'probes'];

/** True for a table that is in a backup. */
export const isSaved = ({ name }: { name: string }): boolean => !passing.includes(name);

/** All rows of this tenant in all tables but those of a moment, table by table in the order of their keys, as parts of a file. What is sealed stays so. */
export async function* savedParts(
  storage: Storage,
  tenant: string,
  chosen: (table: { name: string }) => boolean = isSaved,
): AsyncIterable<Buffer> {
  for (const definition of storage.definitions.filter(chosen))
    for await (const page of storage.table(definition).pages(PART_ROWS)) {
      const own = page.filter(
        ({ partition }) => definition.name === usedLinksTable.name || isOwnRow(partition, tenant),
      );
      const rows = own.map(({ partition, row, value }) => ({
        table: definition.name,
        partition,
        row,
        value: value as Record<string, unknown>,
      }));
      if (rows.length > 0) yield packRows(rows);
    }
}
