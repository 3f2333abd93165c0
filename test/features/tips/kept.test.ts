import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { settling } from '../../../src/features/tips/advice/settling.ts';
import { helpfulTipsTable, personasTable, seenTipsTable } from '../../../src/features/tips/tables.ts';
import { key } from '../../../src/storage/index.ts';
import { runAt } from '../../support/clock-job.ts';
import { account, dump, foundTown, type Town } from '../../support/town.ts';

const [amira, bram] = [account(1), account(2)];
const DAY = '2026-11-24';
const CLOSED = Temporal.Instant.from('2026-11-27T14:00:00Z');
const kept = [seenTipsTable, personasTable];

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const seenRows = () => town.storage.table(seenTipsTable).range({});

describe('what is kept of tips', () => {
  test('names no tip, style, day or reaction to whoever has no key, also not in its keys', async () => {
    const { tips } = town.core;
    await tips.choose(amira, 'bram', DAY);
    for (const who of [amira, bram]) await tips.show(who, 'bram-3-a', DAY);
    await tips.change(amira, 'bram-3-a', (seen) => ({ ...seen, done: true, never: true }));
    expect(await tips.history(amira)).toEqual([{ tip: 'bram-3-a', day: DAY, done: true, never: true }]);
    const text = (await dump(town.storage, [seenTipsTable])).join('\n');
    for (const word of ['bram', DAY, 'done', 'never']) expect(text).not.toContain(word);
    expect((await dump(town.storage, kept)).join('\n')).not.toContain('bram');
    const rows = await seenRows();
    expect(new Set(rows.map(({ row }) => row)).size).toBe(2);
  });

  test('of before it was sealed counts on, can be changed, and is sealed by that', async () => {
    const older = (await town.older()).table(seenTipsTable);
    const where = key(town.core.tenant, town.core.tips.seed(amira));
    await older.put(where, key('t', 'bram-3-a'), { tip: 'bram-3-a', day: DAY, kept: true });
    expect(await town.core.tips.history(amira)).toEqual([{ tip: 'bram-3-a', day: DAY, kept: true }]);
    const before = await town.core.tips.change(amira, 'bram-3-a', (seen) => ({ ...seen, done: true }));
    expect(before).toEqual({ tip: 'bram-3-a', day: DAY, kept: true });
    expect(await town.core.tips.history(amira)).toEqual([
      { tip: 'bram-3-a', day: DAY, done: true, kept: true },
    ]);
    expect((await seenRows()).map(({ value }) => Object.keys(value).sort())).toEqual([['day', 'sealed']]);
  });

  test('counts once of a tip that is shown again, as it was shown last', async () => {
    const older = (await town.older()).table(seenTipsTable);
    const where = key(town.core.tenant, town.core.tips.seed(amira));
    await older.put(where, key('t', 'bram-3-a'), { tip: 'bram-3-a', day: '2026-08-03', done: true });
    await town.core.tips.show(amira, 'bram-3-a', DAY);
    expect(await town.core.tips.history(amira)).toEqual([{ tip: 'bram-3-a', day: DAY }]);
  });

  test('is written anew when the week closes: all of it, in order of its code, once', async () => {
    const { tips } = town.core;
    for (const n of [3, 1, 2]) await tips.show(account(n), 'noor-1-a', DAY);
    await tips.countHelpful('noor-1-a');
    const stamps = async () => [
      ...(await seenRows()).map(({ partition, etag }) => ({ partition, etag })),
      ...(await town.storage.table(helpfulTipsTable).range({})).map(({ etag }) => ({
        partition: '',
        etag,
      })),
    ];
    // The week before is settled by now.
    await runAt(settling({ store: tips }), town.core, CLOSED.subtract({ hours: 1 }));
    const before = await stamps();
    const history = await tips.history(account(1));
    // A turn that began before the closing may write for two minutes more.
    await runAt(settling({ store: tips }), town.core, CLOSED);
    expect(await stamps()).toEqual(before);
    await runAt(settling({ store: tips }), town.core, CLOSED.add({ minutes: 2 }));
    const after = await stamps();
    expect(after).toHaveLength(4);
    const old = new Set(before.map(({ etag }) => etag));
    expect(after.filter(({ etag }) => old.has(etag))).toEqual([]);
    // An ETag holds the moment of writing.
    const people = after.filter(({ partition }) => partition !== '');
    expect(people.toSorted((a, b) => (a.etag < b.etag ? -1 : 1))).toEqual(people);
    expect(await tips.history(account(1))).toEqual(history);
    await runAt(settling({ store: tips }), town.core, CLOSED.add({ hours: 1 }));
    expect(await stamps()).toEqual(after);
  });
});
