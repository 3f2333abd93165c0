import { beforeAll, describe, expect, test } from 'vitest';
import { below, defineTable, key, type Storage, type Table } from '../../src/storage/index.ts';
import { testStorage } from '../support/storage.ts';

interface Note {
  text: string;
  tags?: string[];
  day?: string;
}

const notes = defineTable<Note>({
  name: 'notes',
  owner: 'test',
  namesPeople: false,
  holds: 'notities',
  seenBy: 'niemand',
  retention: { days: 7, from: 'day' },
  person: { kind: 'none', why: 'test' },
  json: ['tags'],
});

let storage: Storage;
let table: Table<Note>;
let requests: { method: string; url: string }[];

beforeAll(async () => {
  ({ storage, requests } = await testStorage([notes], ['letters']));
  table = storage.table(notes);
});

describe('a table', () => {
  test('gives back what was put, lists included', async () => {
    await table.put('a', 'put', { text: 'Hallo', tags: ['x', 'y'] });
    expect((await table.get('a', 'put'))?.value).toEqual({ text: 'Hallo', tags: ['x', 'y'] });
  });

  test('says that a row is not there', async () => {
    expect(await table.get('a', 'nowhere')).toBeUndefined();
    expect(await table.remove('a', 'nowhere')).toBe(false);
  });

  test('has one winner when many insert the same key', async () => {
    const wins = await Promise.all(
      Array.from({ length: 20 }, (_, n) => table.insert('a', 'race', { text: `${n}` })),
    );
    expect(wins.filter(Boolean)).toHaveLength(1);
  });

  test('refuses to replace what somebody else changed meanwhile', async () => {
    await table.put('a', 'etag', { text: 'eerst' });
    const read = await table.get('a', 'etag');
    if (!read) throw new Error('row is missing');
    await table.put('a', 'etag', { text: 'ander' });
    expect(await table.replace(read, { text: 'ik' })).toBe(false);
    expect((await table.get('a', 'etag'))?.value.text).toBe('ander');
  });

  test('writes a transaction wholly or not at all', async () => {
    await table.put('t', 'there', { text: 'oud' });
    const done = await table.transact('t', [
      { do: 'put', row: 'new', value: { text: 'nieuw' } },
      { do: 'insert', row: 'there', value: { text: 'botst' } },
    ]);
    expect(done).toBe(false);
    expect(await table.get('t', 'new')).toBeUndefined();
  });

  test('reads one range of one partition in one request', async () => {
    await table.put('r', key('w', '2026-W48', 'a'), { text: '1' });
    await table.put('r', key('w', '2026-W48', 'b'), { text: '2' });
    await table.put('r', key('w', '2026-W49', 'a'), { text: '3' });
    requests.length = 0;
    const rows = await table.range({ partition: 'r', ...below('w', '2026-W48') });
    expect(rows.map(({ value }) => value.text)).toEqual(['1', '2']);
    expect(requests).toHaveLength(1);
  });

  test('takes quotes and operators in a key as plain text', async () => {
    await table.put("o'brien' or PartitionKey ne '", 'x', { text: 'veilig' });
    const rows = await table.range({ partition: "o'brien' or PartitionKey ne '" });
    expect(rows).toHaveLength(1);
  });
});

describe('a queue', () => {
  test('gives a message to one receiver, and again when it was given back', async () => {
    const queue = storage.queue('letters');
    await queue.send('€ 1');
    const [first] = await queue.receive(5, 30);
    if (!first) throw new Error('no message');
    expect(first.body).toBe('€ 1');
    expect(await queue.receive(5, 30)).toEqual([]);
    expect(await queue.giveBack(first, 'rest', 0)).toBe(true);
    const [second] = await queue.receive(5, 30);
    expect(second).toMatchObject({ body: 'rest', deliveries: 2 });
    expect(await queue.remove(first)).toBe(false);
    if (second) expect(await queue.remove(second)).toBe(true);
    expect(await queue.depth()).toBe(0);
  });
});
