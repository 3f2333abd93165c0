import { beforeAll, describe, expect, test } from 'vitest';
import {
  type DataSubject,
  defineTable,
  eraseSubject,
  exactly,
  rowsAbout,
  type Storage,
} from '../../src/storage/index.ts';
import { testStorage } from '../support/storage.ts';

interface Line {
  text: string;
}

const common = {
  owner: 'test',
  holds: 'iets',
  seenBy: 'niemand',
  retention: { forever: 'test' },
  namesPeople: true,
} as const;
const notes = defineTable<Line>({
  name: 'notes',
  ...common,
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [{ partition: 'a', ...exactly(directoryId) }, exactly(`x${directoryId}`)],
    twins: (row) => [`twin-${row}`],
    describe: ({ text }) => text,
  },
});
const records = defineTable<Line>({
  name: 'records',
  ...common,
  person: {
    kind: 'record',
    why: 'bewijs',
    describe: ({ text }) => text,
    rows: ({ directoryId }) => [exactly(directoryId)],
  },
});
const nobody = defineTable<Line>({ name: 'nobody', ...common, person: { kind: 'none', why: 'van niemand' } });

const me: DataSubject = {
  tenant: 't',
  directoryId: 'me',
  personIds: [],
  upns: [],
  pseudonyms: [],
  pseudonymsIn: () => [],
  teams: [],
  teamNames: new Map(),
};
let storage: Storage;

beforeAll(async () => {
  ({ storage } = await testStorage([notes, records, nobody]));
  const table = storage.table(notes);
  for (const [partition, row] of [
    ['a', 'me'],
    ['a', 'twin-me'],
    ['b', 'me'],
    ['b', 'xme'],
    ['c', 'xme'],
    ['c', 'twin-xme'],
    ['a', 'me2'],
    ['a', 'you'],
    ['a', 'twin-you'],
  ] as [string, string][])
    await table.put(partition, row, { text: `${partition} ${row}` });
  await storage.table(records).put('r', 'me', { text: 'gedaan' });
  await storage.table(nobody).put('n', 'me', { text: 'los' });
});

describe('what tables hold about somebody', () => {
  test('is found in the partition that is named, and in all when none is', async () => {
    const found = await rowsAbout(storage, me);
    const texts = found.map(({ definition, rows }) => [
      definition.name,
      rows.map(({ value }) => (value as Line).text).sort(),
    ]);
    expect(texts).toEqual([
      ['notes', ['a me', 'b xme', 'c xme']],
      ['records', ['gedaan']],
      ['nobody', []],
    ]);
  });

  test('is erased with its twins, except for records; the rest stays, and a second time finds nothing', async () => {
    expect(await eraseSubject(storage, me)).toBe(3);
    const left = (await storage.table(notes).range({ from: '' })).map(
      ({ partition, row }) => `${partition} ${row}`,
    );
    expect(left.sort()).toEqual(['a me2', 'a twin-you', 'a you', 'b me']);
    expect(await storage.table(records).get('r', 'me')).toBeDefined();
    expect(await storage.table(nobody).get('n', 'me')).toBeDefined();
    expect(await eraseSubject(storage, me)).toBe(0);
  });

  test('goes with its twin in one request, so that a write at that moment finds both or none', async () => {
    const table = storage.table(notes);
    const write = () =>
      table.transact('a', [
        { do: 'put', row: 'me', value: { text: 'mij' } },
        { do: 'put', row: 'twin-me', value: { text: 'mij' } },
      ]);
    for (let round = 0; round < 12; round += 1) {
      await write();
      await Promise.all([eraseSubject(storage, me), write(), write()]);
      const left = await Promise.all(['me', 'twin-me'].map((row) => table.get('a', row)));
      expect(new Set(left.map((row) => row === undefined)).size).toBe(1);
    }
    await eraseSubject(storage, me);
    expect(await table.get('a', 'twin-me')).toBeUndefined();
  });

  test('goes also when it was written while the rest was being erased', async () => {
    const table = storage.table(notes);
    await table.put('a', 'me', { text: 'mij' });
    await table.put('c', 'xme', { text: 'mij' });
    let late = true;
    const slow: Storage = {
      ...storage,
      table: (definition) => {
        const real = storage.table(definition);
        return {
          ...real,
          transact: async (...args) => {
            const done = await real.transact(...args);
            if (late) await table.put('b', 'xme', { text: 'nog net' });
            late = false;
            return done;
          },
        };
      },
    };
    expect(await eraseSubject(slow, me)).toBe(3);
    expect(await table.get('b', 'xme')).toBeUndefined();
  });

  test('goes also when its twin was lost before', async () => {
    const table = storage.table(notes);
    for (const row of ['me', 'twin-me']) {
      await table.put('a', 'me', { text: 'mij' });
      if (row === 'me') await table.put('a', 'twin-me', { text: 'mij' });
      expect(await eraseSubject(storage, me)).toBe(1);
      expect(await table.get('a', 'me')).toBeUndefined();
      expect(await table.get('a', 'twin-me')).toBeUndefined();
    }
  });
});
