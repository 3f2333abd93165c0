import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  defineTable,
  openStorage,
  type RowChange,
  type Storage,
  type Table,
} from '../../src/storage/index.ts';
import { refusalsOf, refuseAsAzure, takeRefused } from '../support/azure-limits.ts';
import { testStorage } from '../support/storage.ts';

type Row = Record<string, unknown>;

const named = (name: string) =>
  defineTable<Row>({
    name,
    owner: 'test',
    namesPeople: false,
    holds: 'van alles',
    seenBy: 'niemand',
    retention: { forever: 'test' },
    person: { kind: 'none', why: 'test' },
  });

const things = named('things');

let storage: Storage;
let table: Table<Row>;

beforeAll(async () => {
  ({ storage } = await testStorage([things], ['letters']));
  table = storage.table(things);
});

/** What was refused of some work, which fails by that. */
async function refusedIn(work: () => Promise<unknown>): Promise<string[]> {
  await expect(work()).rejects.toThrow('Azure refuses');
  return takeRefused();
}

const half = '🌊'.slice(0, 1);

describe('Azure refuses a key', () => {
  test.each([
    ['that is longer than 512 characters', 'k'.repeat(513), 'a RowKey of 513 characters'],
    ['with a slash', 'a/b', 'a character in a RowKey that may not be there'],
    ['with a backslash', 'a\\b', 'a character in a RowKey that may not be there'],
    ['with a number sign', 'a#b', 'a character in a RowKey that may not be there'],
    ['with a question mark', 'a?b', 'a character in a RowKey that may not be there'],
    ['with a control character', 'a\u0007b', 'a character in a RowKey that may not be there'],
    ['with a control character above ASCII', 'a\u0085b', 'a character in a RowKey that may not be there'],
  ])('%s', async (_, row, reason) => {
    expect(await refusedIn(() => table.put('p', row, {}))).toEqual([reason]);
    const inTransaction = () => table.transact('p', [{ do: 'insert', row, value: {} }]);
    expect(await refusedIn(inTransaction)).toEqual([reason]);
    expect(await refusedIn(() => table.get('p', row))).toEqual([reason]);
    const partition = reason.replace('RowKey', 'PartitionKey');
    expect(await refusedIn(() => table.insert(row, 'r', {}))).toEqual([partition]);
  });

  test('with half a surrogate pair', async () => {
    expect(await refusedIn(() => table.insert('p', half, {}))).toEqual(['half a surrogate pair in a RowKey']);
  });

  test('and takes the longest one there may be, with all that is no letter', async () => {
    const row = `${"'=|~%+ é🌊"}`.repeat(100).slice(0, 500);
    await table.put('p', row, { n: 1 });
    expect((await table.get('p', row))?.value).toEqual({ n: 1 });
    await table.transact('p', [{ do: 'remove', row }]);
  });
});

describe('Azure refuses a row', () => {
  const text = 'x'.repeat(32_768);

  test.each<[string, Row, string]>([
    ['with a text of more than 64 KiB', { text: `${text}x` }, 'a text of 32769 characters in text'],
    ['with half a surrogate pair', { text: `a${half}` }, 'half a surrogate pair in text'],
    [
      'with more than 252 properties',
      Object.fromEntries(Array.from({ length: 253 }, (_, n) => [`p${n}`, n])),
      '253 properties',
    ],
    ['with a dash in the name of a property', { 'a-b': 1 }, 'a name that no property may have'],
    ['with a name of 256 characters', { ['n'.repeat(256)]: 1 }, 'a name that no property may have'],
    ['with a moment of its own', { Timestamp: 'now' }, 'a property that is Azure’s own'],
    [
      'of more than 1 MiB',
      Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`t${n}`, text])),
      `a row of ${4 + 4 + 16 * (8 + 4 + 4 + 65_536) + 6 * 2} bytes`,
    ],
  ])('%s', async (_, value, reason) => {
    expect(await refusedIn(() => table.put('p', 'r', value))).toEqual([reason]);
    expect(await refusedIn(() => table.transact('p', [{ do: 'put', row: 'r', value }]))).toEqual([reason]);
  });

  test('with a list that is not written as JSON', async () => {
    const url = 'http://127.0.0.1/account/things';
    const body = JSON.stringify({ PartitionKey: 'p', RowKey: 'r', list: [1] });
    expect(refusalsOf({ service: 'table', method: 'POST', url, body })).toEqual(['a list or object in list']);
  });

  test('and takes the largest text there may be', async () => {
    await table.put('p', 'large', { text });
    expect((await table.get('p', 'large'))?.value).toEqual({ text });
  });
});

describe('Azure refuses a transaction', () => {
  const put = (row: string, value: Row = {}): RowChange<Row> => ({ do: 'put', row, value });

  test('of more than 100 rows', () => {
    const part = (n: number) =>
      `--changeset_1\r\n\r\nDELETE http://127.0.0.1/a/things(PartitionKey='p',RowKey='${n}') HTTP/1.1\r\n\r\n`;
    const body = Array.from({ length: 101 }, (_, n) => part(n)).join('');
    const url = 'http://127.0.0.1/a/$batch';
    expect(refusalsOf({ service: 'table', method: 'POST', url, body })).toEqual([
      'a transaction of 101 rows',
    ]);
  });

  test('of more than 4 MiB', async () => {
    const rows = Array.from({ length: 100 }, (_, n) =>
      put(`${n}`, { a: 'x'.repeat(32_768), b: 'x'.repeat(9_500) }),
    );
    expect(await refusedIn(() => table.transact('p', rows))).toEqual([
      expect.stringMatching(/^a transaction of 42\d{5} bytes$/),
    ]);
  });

  test('with the same row twice', async () => {
    const twice = [put('a'), put('b'), { do: 'remove', row: 'a' } as const];
    expect(await refusedIn(() => table.transact('p', twice))).toEqual([
      'the same row twice in a transaction',
    ]);
  });

  test('in two partitions', () => {
    const part = (partition: string) =>
      `--changeset_1\r\n\r\nDELETE http://127.0.0.1/a/things(PartitionKey='${partition}',RowKey='${partition}') HTTP/1.1\r\n\r\n`;
    const body = part('a') + part('b');
    const url = 'http://127.0.0.1/a/$batch';
    expect(refusalsOf({ service: 'table', method: 'POST', url, body })).toEqual([
      'two partitions in a transaction',
    ]);
  });

  test('and takes one of 100 rows of every kind', async () => {
    await table.put('q', 'was', { n: 0 });
    const read = await table.get('q', 'was');
    if (!read) throw new Error('row is missing');
    const changes: RowChange<Row>[] = [
      { do: 'replace', row: 'was', value: { n: 1 }, etag: read.etag },
      { do: 'insert', row: "o'clock", value: { text: "'quoted' {json}\nand a line" } },
      ...Array.from({ length: 98 }, (_, n) => put(`${n}`)),
    ];
    expect(await table.transact('q', changes)).toBe(true);
    expect(await table.range({ partition: 'q' })).toHaveLength(100);
  });
});

describe('Azure refuses a name', () => {
  test.each(['1things', 'th_ings', 't', 'things-and-more', 'x'.repeat(64)])('of a table: %s', (name) => {
    const url = 'http://127.0.0.1/account/Tables';
    const body = JSON.stringify({ TableName: name });
    expect(refusalsOf({ service: 'table', method: 'POST', url, body })).toEqual([
      'a name that no table may have',
    ]);
  });

  test('of a table that is made', async () => {
    const address = { connectionString: inject('connectionString') };
    const tables = [named('under_score')];
    const made = () => openStorage({ address, tables, queues: [], onRequest: refuseAsAzure });
    expect(await refusedIn(made)).toEqual(['a name that no table may have']);
  });

  test.each(['Letters', 'let--ters', '-letters', 'l', 'l_etters'])('of a queue: %s', (name) => {
    const url = `http://127.0.0.1/account/${name}`;
    expect(refusalsOf({ service: 'queue', method: 'POST', url, body: '' })).toEqual([
      'a name that no queue may have',
    ]);
  });
});

describe('Azure refuses a letter', () => {
  /** Base64 takes four characters for three bytes. */
  const largest = (65_536 / 4) * 3;

  test('that is longer than 64 KiB as it travels', async () => {
    const queue = storage.queue('letters');
    const sending = () => queue.send('x'.repeat(largest + 1));
    expect(await refusedIn(sending)).toEqual(['a letter of 65540 bytes']);
  });

  test('that got too long when it is given back', async () => {
    const queue = storage.queue('letters');
    await queue.send('x');
    const [received] = await queue.receive(1, 30);
    if (!received) throw new Error('no letter');
    expect(await refusedIn(() => queue.giveBack(received, 'é'.repeat(largest), 0))).toEqual([
      `a letter of ${2 * 65_536} bytes`,
    ]);
    expect(await queue.remove(received)).toBe(true);
  });

  test('and takes the longest there may be', async () => {
    await storage.queue('letters').send('x'.repeat(largest));
  });
});
