import { randomBytes } from 'node:crypto';
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

  test.each([
    ['as long as one text of a row may be', 32_768],
    ['one letter longer', 32_769],
    ['many times longer', 300_000],
  ])('gives back a list that is %s', async (_, length) => {
    const tags = ['é', 'n'.repeat(length - 8)];
    expect(JSON.stringify(tags)).toHaveLength(length);
    await table.put('a', 'long', { text: 'x', tags });
    expect((await table.get('a', 'long'))?.value).toEqual({ text: 'x', tags });
    await table.transact('a', [{ do: 'put', row: 'longer', value: { text: 'y', tags } }]);
    const listed = await table.range({ partition: 'a', from: 'long', below: 'lonh' });
    expect(listed.map(({ value }) => value)).toEqual([
      { text: 'x', tags },
      { text: 'y', tags },
    ]);
  });

  test('refuses a list that does not fit at all, and then nothing was written', async () => {
    const tags = Array.from({ length: 3_000 }, () => randomBytes(24).toString('base64'));
    await expect(table.put('a', 'too long', { text: 'x', tags })).rejects.toThrow(RangeError);
    expect(await table.get('a', 'too long')).toBeUndefined();
  });

  test('keeps a text that was cut in the middle of an emoji', async () => {
    const [text, tags] = ['golf 🌊'.slice(0, -1), ['🌳'.slice(1)]];
    await table.put('a', 'cut', { text, tags });
    expect((await table.get('a', 'cut'))?.value).toEqual({ text: 'golf \ufffd', tags });
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

  test('leaves rows with another text in a field where they are, in one request', async () => {
    for (const text of ['open', "it's", 'dicht', 'openen']) await table.put('f', key(text), { text });
    requests.length = 0;
    const rows = await table.range({ partition: 'f', fieldIn: { field: 'text', values: ['open', "it's"] } });
    expect(rows.map(({ value }) => value.text).sort()).toEqual(["it's", 'open']);
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
