import type { TableDefinition } from './definition.ts';
import type { Storage } from './storage.ts';
import type { Table } from './table.ts';

/** A row that goes away. */
export interface Gone {
  table: string;
  partition: string;
  row: string;
}

function noticing<T extends object>(
  name: string,
  table: Table<T>,
  notice: (gone: readonly Gone[]) => Promise<void>,
): Table<T> {
  const goneFrom = (partition: string, rows: readonly string[]) =>
    notice(rows.map((row) => ({ table: name, partition, row })));
  return {
    ...table,
    remove: async (partition, row) => {
      await goneFrom(partition, [row]);
      return table.remove(partition, row);
    },
    removeRead: async (read) => {
      await goneFrom(read.partition, [read.row]);
      return table.removeRead(read);
    },
    transact: async (partition, changes) => {
      const rows = changes.filter((change) => change.do === 'remove').map(({ row }) => row);
      if (rows.length > 0) await goneFrom(partition, rows);
      return table.transact(partition, changes);
    },
  };
}

/** True for a table of which a row that goes away was taken back or erased. */
export const isTakenBack = ({ person }: TableDefinition<never>): boolean =>
  (person.kind === 'personal' && !person.moves) || (person.kind === 'none' && person.takenBack === true);

/**
 * The same storage, which tells of each row about somebody before it goes away: then a backup does not bring it back. Rows that only
 * move with their person (`moves`) do not count. `notice` may be told of a row that stays after all; when it rejects, nothing goes.
 */
export function noticingRemovals(
  storage: Storage,
  notice: (gone: readonly Gone[]) => Promise<void>,
): Storage {
  return {
    ...storage,
    table: <T extends object>(definition: TableDefinition<T>) => {
      const table = storage.table(definition);
      return isTakenBack(definition) ? noticing(definition.name, table, notice) : table;
    },
  };
}
