import { beforeAll, describe, expect, test } from 'vitest';
import { defineTable, type RowChange, type Table, writeAll } from '../../src/storage/index.ts';
import { testStorage } from '../support/storage.ts';

interface Line {
  n: number;
}

const lines = defineTable<Line>({
  name: 'lines',
  owner: 'test',
  namesPeople: false,
  holds: 'regels',
  seenBy: 'niemand',
  retention: { forever: 'test' },
  person: { kind: 'none', why: 'test' },
});

let table: Table<Line>;
let requests: { method: string; url: string }[];

beforeAll(async () => {
  const opened = await testStorage([lines]);
  table = opened.storage.table(lines);
  requests = opened.requests;
});

const rowOf = (n: number) => `${n}`.padStart(3, '0');
const changes = (count: number, what: 'put' | 'insert'): RowChange<Line>[] =>
  Array.from({ length: count }, (_, n) => ({ do: what, row: rowOf(n), value: { n } }));
const numbersIn = async (partition: string) => (await table.range({ partition })).map(({ value }) => value.n);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('many rows', () => {
  test.each([
    [0, 0],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('%i of them take %i requests', async (count, cost) => {
    const partition = `of-${count}`;
    requests.length = 0;
    expect(await writeAll(table, partition, changes(count, 'put'))).toBe(true);
    expect(requests).toHaveLength(cost);
    expect(await numbersIn(partition)).toEqual(upTo(count));
  });

  test('are removed the same way', async () => {
    await writeAll(table, 'gone', changes(150, 'put'));
    const all = upTo(150).map((n) => ({ do: 'remove' as const, row: rowOf(n) }));
    expect(await writeAll(table, 'gone', all)).toBe(true);
    expect(await numbersIn('gone')).toEqual([]);
  });

  test.each([
    [0, upTo(250).slice(100)],
    [100, [...upTo(100), ...upTo(250).slice(200)]],
    [249, upTo(200)],
  ])('are written but for the hundred with row %i, which is there already', async (there, written) => {
    const partition = `there-${there}`;
    await table.put(partition, rowOf(there), { n: -1 });
    expect(await writeAll(table, partition, changes(250, 'insert'))).toBe(false);
    expect((await numbersIn(partition)).filter((n) => n >= 0)).toEqual(written);
  });

  test('stop where storage fails, and what was written before stays', async () => {
    let asked = 0;
    const failing: Table<Line> = {
      ...table,
      transact: (...args) => {
        asked += 1;
        return asked === 2 ? Promise.reject(new Error('storage is away')) : table.transact(...args);
      },
    };
    await expect(writeAll(failing, 'half', changes(250, 'put'))).rejects.toThrow('storage is away');
    expect(await numbersIn('half')).toEqual(upTo(100));
  });
});
