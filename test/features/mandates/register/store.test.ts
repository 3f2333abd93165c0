import { describe, expect, test } from 'vitest';
import { registerOf } from '../../../../src/features/mandates/register/records.ts';
import type { Register, RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import { mandateStore } from '../../../../src/features/mandates/register/store.ts';
import { registerTable } from '../../../../src/features/mandates/register/tables.ts';
import type { Storage } from '../../../../src/storage/index.ts';
import { testStorage } from '../../../support/storage.ts';
import { bareEntry } from '../town.ts';

const area = { code: 'GM1', name: 'Zandstad', kind: 'gemeente' as const, aliases: [] };

const entry = (id: string, holder = 'Anna Berg', more: Partial<RegisterEntry> = {}) =>
  bareEntry({ id, kind: 'machtiging', holder, ...more });

const register = (...entries: RegisterEntry[]): Register => ({ entries, areas: [area], tenures: [] });
const MONDAY = '2026-11-23T09:00:00Z';
const TUESDAY = '2026-11-24T09:00:00Z';

const HOUR = 3_600_000;

async function emptyStore() {
  const { storage, requests } = await testStorage([registerTable]);
  const time = { now: Date.parse(MONDAY) };
  return {
    requests,
    storage,
    time,
    store: mandateStore(storage, 't', () => time.now),
    other: mandateStore(storage, 't', () => time.now),
    table: storage.table(registerTable),
  };
}

const ids = (known: { lookup: { register: Register } }) => known.lookup.register.entries.map(({ id }) => id);

describe('the stored register', () => {
  test('is empty before the first import', async () => {
    const { store } = await emptyStore();
    const known = await store.current();
    expect(known.pointer).toBeUndefined();
    expect(ids(known)).toEqual([]);
  });

  test('gives another instance what one instance imported', async () => {
    const { store, other } = await emptyStore();
    const next = { ...register(entry('M-1', 'Teamleider')), tenures: [tenure('Anna Berg')] };
    expect(await store.replace(await store.current(), next, MONDAY)).toBe(true);
    const known = await other.current();
    expect(known.lookup.register).toEqual(next);
    expect(known.lookup.holders(known.lookup.register.entries[0] as RegisterEntry, '2026-11-24')).toEqual([
      'Anna Berg',
    ]);
  });

  test('costs one point read while nothing changed', async () => {
    const { store, requests } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    await store.current();
    requests.length = 0;
    await store.current();
    await store.current();
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('shows an import in one step: a reader sees all of it or what was there before', async () => {
    const { store, other } = await emptyStore();
    await store.replace(await store.current(), register(entry('old-1'), entry('old-2')), MONDAY);
    const many = Array.from({ length: 3_000 }, (_, n) => entry(`new-${n}`, `Mens ${n}`));
    const importing = store.replace(await store.current(), register(...many), TUESDAY);
    const seen = new Set<number>();
    let busy = true;
    void importing.finally(() => {
      busy = false;
    });
    while (busy) seen.add(ids(await other.current()).length);
    seen.add(ids(await other.current()).length);
    expect([...seen].every((count) => count === 2 || count === 3_000)).toBe(true);
    expect(seen.has(3_000)).toBe(true);
  });

  test('keeps the order of a register of more pages than go in one request', async () => {
    const { store, other, requests } = await emptyStore();
    const many = Array.from({ length: 12_500 }, (_, n) => entry(`M-${n}`, `Mens ${n}`));
    requests.length = 0;
    await store.replace(await store.current(), register(...many), MONDAY);
    expect(ids(await other.current())).toEqual(many.map(({ id }) => id));
    // Thirteen pages of entries and one of areas.
    const pages = requests.filter(({ method, url }) => method === 'POST' && url.includes('$batch'));
    expect(pages).toHaveLength(3);
  });

  test('takes one of two imports that began from the same register', async () => {
    const { store, other } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    const [a, b] = await Promise.all([store.current(), other.current()]);
    expect(await store.replace(a, register(entry('A')), TUESDAY)).toBe(true);
    expect(await other.replace(b, register(entry('B')), TUESDAY)).toBe(false);
    expect(ids(await other.current())).toEqual(['A']);
  });

  test('adds a registered change, and refuses a second one made from the same reading', async () => {
    const { store, other } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1'), entry('M-2')), MONDAY);
    const [a, b] = await Promise.all([store.current(), other.current()]);
    expect(await store.register(a, entry('M-1', 'Bo Dijk'), TUESDAY)).toBe(true);
    expect(await other.register(b, entry('M-1', 'Cas Eik'), TUESDAY)).toBe(false);
    const known = await other.current();
    expect(known.lookup.register.entries.map(({ id, holder }) => `${id} ${holder}`).sort()).toEqual([
      'M-1 Bo Dijk',
      'M-2 Anna Berg',
    ]);
  });

  test('keeps what was known when, through changes and imports', async () => {
    const { store } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    await store.register(await store.current(), entry('M-1', 'Bo Dijk'), TUESDAY);
    await store.replace(await store.current(), register(entry('M-1', 'Cas Eik')), '2026-11-25T09:00:00Z');
    const { records } = await store.current();
    const holderAt = (moment: string) => registerOf(records, moment).entries.map(({ holder }) => holder);
    expect(holderAt('2026-11-22T12:00:00Z')).toEqual([]);
    expect(holderAt('2026-11-23T12:00:00Z')).toEqual(['Anna Berg']);
    expect(holderAt('2026-11-24T12:00:00Z')).toEqual(['Bo Dijk']);
    expect(holderAt('2026-11-26T12:00:00Z')).toEqual(['Cas Eik']);
    expect(registerOf(records).entries.map(({ holder }) => holder)).toEqual(['Cas Eik']);
  });

  test('leaves no old versions behind but the one before', async () => {
    const { store, table, time } = await emptyStore();
    for (const name of ['A', 'B', 'C', 'D']) {
      await store.replace(await store.current(), register(entry(name)), MONDAY);
      time.now += 2 * HOUR;
    }
    const rows = await table.range({});
    const partitions = new Set(rows.map(({ partition }) => partition));
    // The pointer's own, the current version and the previous one.
    expect(partitions.size).toBe(3);
  });
});

describe('an import beside another one', () => {
  test('keeps its pages while the other cleans up', async () => {
    const { storage, table, time, store, other } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    const first = await store.current();
    // The second import reads the pointer that the first one is about to clean up behind.
    let writing: Promise<boolean> | undefined;
    const watched: typeof table = {
      ...table,
      range: async (selection) => {
        writing ??= other.current().then((known) => other.replace(known, register(entry('B')), TUESDAY));
        await writing;
        return table.range(selection);
      },
    };
    const cleaning = mandateStore(
      { ...storage, table: () => watched } as unknown as Storage,
      't',
      () => time.now,
    );
    expect(await cleaning.replace(first, register(entry('A')), TUESDAY)).toBe(true);
    expect(await writing).toBe(true);
    expect(ids(await mandateStore(storage, 't').current())).toEqual(['B']);
  });

  test.each([
    ['was removed', true],
    ['is about to be removed', false],
  ])('never moves the pointer to a version that %s', async (_, whole) => {
    const { storage, table, store } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    const read = await store.current();
    let own: { partition: string; row: string } | undefined;
    const watched: typeof table = {
      ...table,
      put: async (partition, row, value) => {
        own ??= { partition, row };
        await table.put(partition, row, value);
      },
      transact: async (partition, changes) => {
        const isDone = await table.transact(partition, changes);
        // Its pages are written now.
        if (own === undefined || partition === own.partition) return isDone;
        const stored = await table.get(own.partition, own.row);
        if (whole) await table.remove(own.partition, own.row);
        else if (stored) await table.replace(stored, stored.value);
        return isDone;
      },
    };
    const late = mandateStore({ ...storage, table: () => watched } as unknown as Storage, 't');
    expect(await late.replace(read, register(entry('A')), TUESDAY)).toBe(false);
    expect(ids(await mandateStore(storage, 't').current())).toEqual(['M-1']);
  });

  test('is cleaned up after an hour when it never came to an end', async () => {
    const { storage, table, time, store } = await emptyStore();
    await store.replace(await store.current(), register(entry('M-1')), MONDAY);
    const broken: typeof table = {
      ...table,
      // Its pages are there, and it ends before they are put into use.
      transact: (partition, changes) =>
        partition === 't' ? Promise.reject(new Error('gone')) : table.transact(partition, changes),
    };
    const crashing = mandateStore(
      { ...storage, table: () => broken } as unknown as Storage,
      't',
      () => time.now,
    );
    await expect(crashing.replace(await store.current(), register(entry('X')), MONDAY)).rejects.toThrow();
    const left = async () => new Set((await table.range({})).map(({ partition }) => partition)).size;
    await store.replace(await store.current(), register(entry('A')), TUESDAY);
    expect(await left()).toBe(4);
    time.now += 2 * HOUR;
    await store.replace(await store.current(), register(entry('B')), TUESDAY);
    expect(await left()).toBe(3);
  });
});

function tenure(person: string) {
  return { function: 'Teamleider', person, from: '2026-01-01' };
}
