import { jsonField, jsonIn } from '../../src/storage/field.ts';
import type { AnyTable, Queue, RowChange, Storage, Stored, Table } from '../../src/storage/index.ts';
import type { Selection } from '../../src/storage/table.ts';
import { noteWrite } from '../../src/storage/turn-writes.ts';

interface Kept {
  etag: string;
  fields: Record<string, unknown>;
}
/** Rows by key, and their keys in order once somebody asked for a range: storage keeps them so. */
interface Rows {
  byKey: Map<string, Kept>;
  inOrder?: readonly string[];
}

/** Keys in order. */
const sorted = (keys: Iterable<string>): string[] => [...keys].sort((a, b) => (a < b ? -1 : 1));

/** Where the first key stands that is not before `key`. */
function placeOf(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  let names: readonly string[] | undefined;
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
    const found = partitions.get(partition);
    if (found) return found;
    const rows: Rows = { byKey: new Map() };
    partitions.set(partition, rows);
    names = undefined;
    return rows;
  }

  function fits(partition: string, change: RowChange<object>): boolean {
    const before = rowsOf(partition).byKey.get(change.row);
    if (change.do === 'insert') return before === undefined;
    if (change.do === 'replace') return before?.etag === change.etag;
    return change.do === 'put' || before !== undefined;
  }
  function change(partition: string, changes: readonly RowChange<object>[]): boolean {
    if (!changes.every((one) => fits(partition, one))) return false;
    if (changes.some((one) => one.do !== 'remove')) noteWrite(definition);
    for (const one of changes) {
      const rows = rowsOf(partition);
      if (one.do === 'remove') rows.byKey.delete(one.row);
      if (one.do === 'remove' || !rows.byKey.has(one.row)) rows.inOrder = undefined;
      if (one.do !== 'remove') rows.byKey.set(one.row, kept(one.value));
    }
    return true;
  }
  function* rows({
    partition,
    from,
    below,
    fieldBelow,
    fieldIs,
    fieldIn,
  }: Selection): Generator<Stored<object>> {
    names ??= sorted(partitions.keys());
    for (const name of partition === undefined ? names : [partition]) {
      const among = rowsOf(name);
      among.inOrder ??= sorted(among.byKey.keys());
      const keys = among.inOrder;
      for (let n = from === undefined ? 0 : placeOf(keys, from); n < keys.length; n += 1) {
        const row = keys[n] ?? '';
        if (below !== undefined && row >= below) break;
        const one = among.byKey.get(row);
        if (one === undefined) continue;
        if (fieldBelow && !(String(one.fields[fieldBelow.field]) < fieldBelow.value)) continue;
        if (fieldIs && one.fields[fieldIs.field] !== fieldIs.value) continue;
        if (fieldIn && !fieldIn.values.includes(`${one.fields[fieldIn.field]}`)) continue;
        yield read(name, row, one);
      }
    }
  }
  return {
    definition: definition as never,
    get: async (partition, row) => {
      const found = rowsOf(partition).byKey.get(row);
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
      rowsOf(partition).byKey.get(row)?.etag === etag && change(partition, [{ do: 'remove', row }]),
    range: async (selection) => [...rows(selection)].slice(0, selection.most),
    pages: async function* () {
      yield [...rows({})];
    },
    transact: async (partition, changes) => change(partition, changes),
  };
}
