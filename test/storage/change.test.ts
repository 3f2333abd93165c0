import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  changeOrAddRow,
  changeRow,
  changeRows,
  defineTable,
  removeTogether,
  type Stored,
  type Table,
} from '../../src/storage/index.ts';
import { testStorage } from '../support/storage.ts';

interface Tally {
  n: number;
}

const tallies = defineTable<Tally>({
  name: 'tallies',
  owner: 'test',
  namesPeople: false,
  holds: 'tellingen',
  seenBy: 'niemand',
  retention: { forever: 'test' },
  person: { kind: 'none', why: 'test' },
});

let table: Table<Tally>;
let requests: { method: string; url: string }[];
let partitions = 0;
let here: string;

beforeAll(async () => {
  const opened = await testStorage([tallies]);
  table = opened.storage.table(tallies);
  requests = opened.requests;
});

beforeEach(() => {
  partitions += 1;
  here = `p${partitions}`;
});

const valueIn = async (row: string) => (await table.get(here, row))?.value;
const more = ({ n }: Tally): Tally => ({ n: n + 1 });
const count = (now: Tally | undefined): Tally => ({ n: (now?.n ?? 0) + 1 });
const many = <R>(work: () => Promise<R>) => Promise.all(Array.from({ length: 10 }, work));

/** A table in which somebody else is first so many times, by what they `write`. */
function overtaken(times: number, write: () => Promise<unknown>): Table<Tally> {
  let left = times;
  const first = async () => {
    if (left === 0) return;
    left -= 1;
    await write();
  };
  return {
    ...table,
    insert: (...args) => first().then(() => table.insert(...args)),
    replace: (...args) => first().then(() => table.replace(...args)),
    transact: (...args) => first().then(() => table.transact(...args)),
  };
}

describe('changing a row', () => {
  test('loses no change of many at once', async () => {
    await table.put(here, 'a', { n: 0 });
    await many(() => changeRow(table, here, 'a', more));
    expect(await valueIn('a')).toEqual({ n: 10 });
  });

  test('gives it from before and after', async () => {
    await table.put(here, 'a', { n: 4 });
    expect(await changeRow(table, here, 'a', more)).toEqual({ before: { n: 4 }, after: { n: 5 } });
  });

  test('begins again from what stands there by then', async () => {
    await table.put(here, 'a', { n: 1 });
    const slow = overtaken(1, () => table.put(here, 'a', { n: 70 }));
    expect(await changeRow(slow, here, 'a', more)).toEqual({ before: { n: 70 }, after: { n: 71 } });
  });

  test('that is gone meanwhile does not bring it back', async () => {
    await table.put(here, 'a', { n: 1 });
    const slow = overtaken(1, () => table.remove(here, 'a'));
    expect(await changeRow(slow, here, 'a', more)).toBeUndefined();
    expect(await valueIn('a')).toBeUndefined();
  });

  test('writes nothing when it stays the same, when it may not change and when there is none', async () => {
    await table.put(here, 'a', { n: 1 });
    requests.length = 0;
    expect(await changeRow(table, here, 'a', (now) => now)).toEqual({ before: { n: 1 }, after: { n: 1 } });
    expect(await changeRow(table, here, 'a', () => undefined)).toBeUndefined();
    expect(await changeRow(table, here, 'nowhere', more)).toBeUndefined();
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  test('gives up after twenty times', async () => {
    await table.put(here, 'a', { n: 0 });
    let asked = 0;
    const slow = overtaken(50, () => table.put(here, 'a', { n: 0 }));
    const changing = changeRow(slow, here, 'a', (now) => {
      asked += 1;
      return more(now);
    });
    await expect(changing).rejects.toThrow('a row was changed elsewhere 20 times in a row');
    expect(asked).toBe(20);
    expect(await valueIn('a')).toEqual({ n: 0 });
  });
});

describe('changing a row that may not be there yet', () => {
  test('loses no change of many at once, of which one adds it', async () => {
    await many(() => changeOrAddRow(table, here, 'a', count));
    expect(await valueIn('a')).toEqual({ n: 10 });
  });

  test('begins again when somebody else added it, and when somebody else removed it', async () => {
    await changeOrAddRow(
      overtaken(1, () => table.put(here, 'a', { n: 5 })),
      here,
      'a',
      count,
    );
    expect(await valueIn('a')).toEqual({ n: 6 });
    await changeOrAddRow(
      overtaken(1, () => table.remove(here, 'a')),
      here,
      'a',
      count,
    );
    expect(await valueIn('a')).toEqual({ n: 1 });
  });

  test('takes one read and one write', async () => {
    for (const _ of ['added', 'changed']) {
      requests.length = 0;
      await changeOrAddRow(table, here, 'a', count);
      expect(requests).toHaveLength(2);
    }
  });
});

describe('changing rows together', () => {
  /** Adds one to `a` and writes beside it what stands there now. */
  const both = (through: Table<Tally>, seen: (Tally | undefined)[] = []) =>
    changeRows(through, here, async () => {
      const read = await table.get(here, 'a');
      seen.push(read?.value);
      const value = count(read?.value);
      return {
        changes: [
          read ? { do: 'replace', row: 'a', value, etag: read.etag } : { do: 'insert', row: 'a', value },
          { do: 'put', row: 'twin', value },
        ],
        done: value.n,
      };
    });

  test('loses no change of many at once and never writes one without the other', async () => {
    const given = await many(() => both(table));
    expect(given.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([await valueIn('a'), await valueIn('twin')]).toEqual([{ n: 10 }, { n: 10 }]);
  });

  test('reads again when somebody else was first', async () => {
    const seen: (Tally | undefined)[] = [];
    expect(
      await both(
        overtaken(1, () => table.put(here, 'a', { n: 30 })),
        seen,
      ),
    ).toBe(31);
    expect(seen).toEqual([undefined, { n: 30 }]);
  });

  test('writes nothing when nothing changes', async () => {
    requests.length = 0;
    expect(await changeRows(table, here, async () => ({ changes: [], done: 'as it was' }))).toBe('as it was');
    expect(requests).toEqual([]);
  });

  test('gives up after twenty times, and nothing of it is written', async () => {
    const seen: (Tally | undefined)[] = [];
    await expect(
      both(
        overtaken(50, () => table.put(here, 'a', { n: 0 })),
        seen,
      ),
    ).rejects.toThrow('20 times');
    expect(seen).toHaveLength(20);
    expect(await valueIn('twin')).toBeUndefined();
  });
});

describe('removing rows together', () => {
  const rows = ['a', 'twin'];
  const put = (names: readonly string[]) => Promise.all(names.map((row) => table.put(here, row, { n: 1 })));
  const left = async () => (await table.range({ partition: here })).map(({ row }: Stored<Tally>) => row);

  test('takes one request', async () => {
    await put([...rows, 'other']);
    requests.length = 0;
    expect(await removeTogether(table, here, rows)).toBe(true);
    expect(requests).toHaveLength(1);
    expect(await left()).toEqual(['other']);
  });

  test.each(rows)('takes %s along when it is all there is', async (row) => {
    await put([row]);
    expect(await removeTogether(table, here, rows)).toBe(true);
    expect(await left()).toEqual([]);
  });

  test('says when there is nothing', async () => {
    expect(await removeTogether(table, here, rows)).toBe(false);
  });

  test('gives up after twenty times, and then all of them are there', async () => {
    await put(rows);
    let asked = 0;
    const busy: Table<Tally> = {
      ...table,
      transact: async () => {
        asked += 1;
        return false;
      },
    };
    await expect(removeTogether(busy, here, rows)).rejects.toThrow('20 times in a row');
    expect(asked).toBe(20);
    expect(await left()).toEqual(rows);
  });
});
