import pMap from 'p-map';
import {
  type AnyTable,
  type RowChange,
  type Storage,
  type TableDefinition,
  writeAll,
} from '../../src/storage/index.ts';

/** Sets rows aside and writes them together, a hundred in a request: history of years is many rows. */
export interface Pile {
  put<T extends object>(definition: TableDefinition<T>, partition: string, row: string, value: T): void;
  write(): Promise<void>;
}

const AT_ONCE = 8;

/** A pile of rows for this storage; sealed fields are sealed where the storage does so. */
export function pileFor(storage: Storage): Pile {
  const partitions = new Map<
    string,
    { definition: AnyTable; partition: string; rows: RowChange<object>[] }
  >();
  return {
    put: (definition, partition, row, value) => {
      const name = `${definition.name} ${partition}`;
      const found = partitions.get(name) ?? { definition: definition as never, partition, rows: [] };
      found.rows.push({ do: 'put', row, value });
      partitions.set(name, found);
    },
    write: async () => {
      await pMap(
        partitions.values(),
        async ({ definition, partition, rows }) => {
          const table = storage.table<object>(definition as never);
          if (!(await writeAll(table, partition, rows)))
            throw new Error(`${definition.name} took no history`);
        },
        { concurrency: AT_ONCE },
      );
      partitions.clear();
    },
  };
}
