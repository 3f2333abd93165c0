import { beforeEach, describe, expect, test } from 'vitest';
import { defineTable, isUnopened, type Storage, sealedStorage, type Table } from '../../src/storage/index.ts';
import { olderStorage, testStorage } from '../support/storage.ts';

interface Note {
  day?: string;
  score: number;
  text?: string;
  sharing?: string;
}

const notes = defineTable<Note>({
  name: 'notes',
  namesPeople: false,
  owner: 'test',
  holds: 'iets',
  seenBy: 'niemand',
  retention: { forever: 'test' },
  person: { kind: 'none', why: 'test' },
  sealed: { fields: ['text', 'sharing'], bytes: 4_096, beside: 'day' },
});
const DAY = '2026-11-23';
const secret = Buffer.alloc(32, 7);

let raw: Storage;
let bare: Table<Note>;
let table: Table<Note>;
let older: Table<Note>;
beforeEach(async () => {
  const { storage, prefix } = await testStorage([notes]);
  raw = storage;
  bare = storage.table(notes);
  table = sealedStorage(storage, () => secret).table(notes);
  older = (await olderStorage(prefix)).table(notes);
});

const bytesOf = (value: object) => (value as { sealed: Uint8Array }).sealed;
const noteAt = async (row: string) => (await table.get('p', row))?.value;

describe('what is sealed', () => {
  const note = { day: DAY, score: 2, text: 'Twee ploegen wachten', sharing: 'private' };

  test.each([
    ['put', (row: string, value: Note) => table.put('p', row, value)],
    ['insert', (row: string, value: Note) => table.insert('p', row, value)],
    ['transact', (row: string, value: Note) => table.transact('p', [{ do: 'put', row, value }])],
    [
      'replace',
      async (row: string, value: Note) => {
        await table.put('p', row, { day: DAY, score: 1, text: 'Iets anders' });
        const read = await table.get('p', row);
        if (read) await table.replace(read, value);
      },
    ],
  ])('comes back with the key, and cannot be read without it: %s', async (_, write) => {
    await write('a', note);
    expect(await noteAt('a')).toEqual(note);
    expect((await table.range({ partition: 'p' })).map(({ value }) => value)).toEqual([note]);
    const stored = await bare.get('p', 'a');
    expect(Object.keys(stored?.value ?? {}).sort()).toEqual(['day', 'score', 'sealed']);
    const bytes = Buffer.from(bytesOf(stored?.value ?? {})).toString('latin1');
    for (const word of ['Twee', 'ploegen', 'private', 'sharing']) expect(bytes).not.toContain(word);
  });

  test('has one size, whatever it is, and is never the same twice', async () => {
    const thousand = (characters: string) =>
      Array.from({ length: 1_000 }, (_, n) => [...characters][n % [...characters].length]).join('');
    const texts = [
      undefined,
      '',
      'Ja',
      'Ja',
      thousand('"\\\n'),
      thousand('نعم'),
      // A thousand different characters of four bytes: the most that a text of this length can be.
      String.fromCodePoint(...Array.from({ length: 1_000 }, (_, n) => 0x20000 + ((n * 7_919) % 0xa6d0))),
    ];
    for (const [n, text] of texts.entries())
      await table.put('p', `${n}`, { day: DAY, score: 2, text, sharing: 'without-name' });
    const stored = await bare.range({});
    expect(new Set(stored.map(({ value }) => bytesOf(value).length)).size).toBe(1);
    const encoded = stored.map(({ value }) => Buffer.from(bytesOf(value)).toString('base64'));
    expect(new Set(encoded).size).toBe(texts.length);
    for (const [n, text] of texts.entries()) expect((await noteAt(`${n}`))?.text).toBe(text);
  });

  test('is refused when it does not fit: nothing is written', async () => {
    const text = String.fromCodePoint(...Array.from({ length: 3_000 }, (_, n) => 0x20000 + n * 13));
    await expect(table.put('p', 'a', { ...note, text })).rejects.toThrow(RangeError);
    expect(await bare.range({})).toEqual([]);
  });

  test('opens in its own row only, and not when a byte of it was changed', async () => {
    await table.put('p', 'a', note);
    const stored = await bare.get('p', 'a');
    if (!stored) throw new Error('the row is gone');
    await bare.put('p', 'b', stored.value);
    await bare.put('q', 'a', stored.value);
    const changed = Uint8Array.from(bytesOf(stored.value));
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await bare.put('p', 'c', { ...stored.value, sealed: changed } as Note);
    for (const [partition, row] of [
      ['p', 'b'],
      ['q', 'a'],
      ['p', 'c'],
    ] as const) {
      const value = (await table.get(partition, row))?.value ?? {};
      expect(Object.keys(value).sort()).toEqual(['day', 'score', 'sealed']);
      expect(isUnopened(value)).toBe(true);
    }
    expect(isUnopened((await noteAt('a')) ?? {})).toBe(false);
    expect(await noteAt('a')).toEqual(note);
  });

  test('opens with an older key that is at hand, and goes over to the present one as it is written', async () => {
    await table.put('p', 'a', note);
    await table.put('p', 'b', note);
    const [fresh, stranger] = [Buffer.alloc(32, 8), Buffer.alloc(32, 9)];
    const ring = sealedStorage(
      raw,
      () => fresh,
      () => [stranger, secret],
    ).table(notes);
    expect((await ring.range({})).map(({ value }) => value)).toEqual([note, note]);
    await ring.put('p', 'a', { ...note, text: 'Nieuw' });
    const alone = sealedStorage(raw, () => fresh).table(notes);
    expect((await alone.get('p', 'a'))?.value).toEqual({ ...note, text: 'Nieuw' });
    expect(isUnopened((await alone.get('p', 'b'))?.value ?? {})).toBe(true);
    expect(isUnopened((await noteAt('a')) ?? {})).toBe(true);
  });

  test('does not open with another key, which neither stops on it nor loses it', async () => {
    await table.put('p', 'a', note);
    await table.put('p', 'b', { day: DAY, score: 5 });
    const other = sealedStorage(raw, () => Buffer.alloc(32, 8)).table(notes);
    const read = await other.range({});
    expect(read.map(({ value }) => [value.score, value.text, isUnopened(value)])).toEqual([
      [2, undefined, true],
      [5, undefined, true],
    ]);
    for (const one of read) expect(await other.replace(one, { ...one.value, score: 4 })).toBe(true);
    expect(await noteAt('a')).toEqual({ ...note, score: 4 });
    const [first] = await other.range({});
    if (first) await other.replace(first, { ...first.value, text: 'Nu met de andere' });
    expect((await other.get('p', 'a'))?.value).toEqual({ day: DAY, score: 4, text: 'Nu met de andere' });
  });

  test('cannot be written by whoever has no key', async () => {
    await expect(bare.put('p', 'a', note)).rejects.toThrow('text of notes would be written unsealed');
    await expect(table.put('p', 'a', { score: 2, text: 'Zonder dag' })).rejects.toThrow('without day');
    expect(await bare.range({})).toEqual([]);
  });

  test('is read as it stands in a row from before, and sealed when that is written next', async () => {
    await older.put('p', 'a', note);
    expect(await noteAt('a')).toEqual(note);
    const read = await table.get('p', 'a');
    if (read) await table.replace(read, { ...note, score: 3 });
    expect(JSON.stringify(await bare.range({}))).not.toContain('ploegen');
    expect(await noteAt('a')).toEqual({ ...note, score: 3 });
  });

  test('is not there in a row that has nothing to seal', async () => {
    await table.put('p', 'a', { score: 2 });
    expect((await bare.get('p', 'a'))?.value).toEqual({ score: 2 });
    expect(await noteAt('a')).toEqual({ score: 2 });
  });
});
