import { jsonField, jsonIn } from '../../src/storage/field.ts';
import type { AnyTable, Queue, RowChange, Storage, Stored, Table } from '../../src/storage/index.ts';
import type { Selection } from '../../src/storage/table.ts';
import { noteWrite } from '../../src/storage/turn-writes.ts';

interface Kept {
  etag: string;
  fields: Record<string, unknown>;
}
type Rows = Map<string, Kept>;

/**
 * Storage in memory, for measuring what a turn costs apart from it: rows are written out and read back as they are for Azure
 * Tables, and nothing else of Azure is done. Queues take messages and give none.
 */
export function memoryStorage(definitions: readonly AnyTable[], queueNames: readonly string[]): Storage {
  const opened = new Map(definitions.map((definition) => [definition.name, memoryTable(definition)]));
  const queue: Queue = {
    send: async () => {},
    receive: async () => [],
    giveBack: async () => true,
    remove: async () => true,
    depth: async () => 0,
    oldest: async () => undefined,
  };
  return {
    definitions,
    queueNames,
    table: (definition) => opened.get(definition.name) as never,
    queue: () => queue,
    ping: async () => {},
    serverTime: async () => undefined,
  };
}

function memoryTable(definition: AnyTable): Table<object> {
  const json = new Set<string>((definition.json as readonly string[] | undefined) ?? []);
  const partitions = new Map<string, Rows>();
  let written = 0;

  function kept(value: object): Kept {
    written += 1;
    const fields = Object.entries(value).flatMap(([name, content]): [string, unknown][] =>
      content === undefined ? [] : [[name, json.has(name) ? jsonField(content) : content]],
    );
    return { etag: `${written}`, fields: Object.fromEntries(fields) };
  }
  const read = (partition: string, row: string, { etag, fields }: Kept): Stored<object> => ({
    partition,
    row,
    etag,
    value: Object.fromEntries(
      Object.entries(fields).map(([name, content]) => [name, json.has(name) ? jsonIn(content) : content]),
    ),
  });
  function rowsOf(partition: string): Rows {
    const found: Rows = partitions.get(partition) ?? new Map();
    partitions.set(partition, found);
    return found;
  }
  const inOrder = <V>(entries: Iterable<[string, V]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

  function fits(partition: string, change: RowChange<object>): boolean {
    const before = rowsOf(partition).get(change.row);
    if (change.do === 'insert') return before === undefined;
    if (change.do === 'replace') return before?.etag === change.etag;
    return change.do === 'put' || before !== undefined;
  }
  function change(partition: string, changes: readonly RowChange<object>[]): boolean {
    if (!changes.every((one) => fits(partition, one))) return false;
    if (changes.some((one) => one.do !== 'remove')) noteWrite(definition);
    for (const one of changes) {
      if (one.do === 'remove') rowsOf(partition).delete(one.row);
      else rowsOf(partition).set(one.row, kept(one.value));
    }
    return true;
  }
  function* rows({ partition, from, below, fieldBelow, fieldIs }: Selection): Generator<Stored<object>> {
    const chosen = partition === undefined ? inOrder(partitions) : [[partition, rowsOf(partition)] as const];
    for (const [name, among] of chosen) {
      for (const [row, one] of inOrder(among)) {
        if (from !== undefined && row < from) continue;
        if (below !== undefined && row >= below) continue;
        if (fieldBelow && !(String(one.fields[fieldBelow.field]) < fieldBelow.value)) continue;
        if (fieldIs && one.fields[fieldIs.field] !== fieldIs.value) continue;
        yield read(name, row, one);
      }
    }
  }
  return {
    definition: definition as never,
    get: async (partition, row) => {
      const found = rowsOf(partition).get(row);
      return found && read(partition, row, found);
    },
    insert: async (partition, row, value) => change(partition, [{ do: 'insert', row, value }]),
    put: async (partition, row, value) => {
      change(partition, [{ do: 'put', row, value }]);
    },
    replace: async ({ partition, row, etag }, value) =>
      change(partition, [{ do: 'replace', row, etag, value }]),
    remove: async (partition, row) => change(partition, [{ do: 'remove', row }]),
    removeRead: async ({ partition, row, etag }) =>
      rowsOf(partition).get(row)?.etag === etag && change(partition, [{ do: 'remove', row }]),
    range: async (selection) => [...rows(selection)].slice(0, selection.most),
    pages: async function* () {
      yield [...rows({})];
    },
    transact: async (partition, changes) => change(partition, changes),
  };
}
