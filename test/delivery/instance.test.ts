import { describe, expect, inject, test } from 'vitest';
import { createInstance, type Instance, startInstance } from '../../src/delivery/instance.ts';
import { CUT_OFF, LEASE_MS, type Rates, RESTING_LEASE_MS, SILENT_MS } from '../../src/delivery/shares.ts';
import { instanceTable } from '../../src/delivery/tables.ts';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import { cuttable } from '../support/proxy.ts';
import { testStorage } from '../support/storage.ts';

/** Processes at one clock that the test sets; each tells what it may send. */
function processes() {
  const clock = { now: 0 };
  return {
    clock,
    start: (storage: Storage) => {
      const told: { rates: Rates; until: number; after: Rates }[] = [];
      const instance: Instance = createInstance({
        storage,
        tenant: 'gemeente',
        rates: { perSecond: 50, roundsPerSecond: 40 },
        share: (rates, until, after) => void told.push({ rates, until, after }),
        now: () => clock.now,
      });
      return { instance, last: () => told.at(-1) };
    },
  };
}

const NOBODY = { perSecond: CUT_OFF, roundsPerSecond: 0 };

describe('a process among others', () => {
  test('has its part of everything and of rounds, until its lease ends', async () => {
    const { storage } = await testStorage([instanceTable]);
    const { clock, start } = processes();
    const one = start(storage);
    expect(one.last()).toEqual({
      rates: { perSecond: 0, roundsPerSecond: 0 },
      until: SILENT_MS,
      after: NOBODY,
    });
    clock.now = 1_000;
    expect(await one.instance.renew()).toBe(true);
    expect(one.last()).toEqual({
      rates: { perSecond: 48, roundsPerSecond: 38.4 },
      until: 1_000 + LEASE_MS,
      after: NOBODY,
    });
    const other = start(storage);
    expect(await other.instance.renew()).toBe(false);
    await one.instance.renew();
    expect(await other.instance.renew()).toBe(true);
    expect([one, other].map(({ last }) => last()?.rates.perSecond)).toEqual([24, 24]);

    await one.instance.leave();
    await other.instance.renew();
    expect(other.last()?.rates.perSecond).toBe(48);
    const rows = await storage.table(instanceTable).range({});
    expect(rows.flatMap(({ value }) => value.instances)).toHaveLength(1);
  });

  test('that rests keeps a few calls for minutes, and leaves the others all the rest', async () => {
    const { storage } = await testStorage([instanceTable]);
    const { clock, start } = processes();
    const [one, other] = [start(storage), start(storage)];
    expect(await one.instance.renew(true)).toBe(true);
    expect(one.last()).toEqual({
      rates: { perSecond: 10, roundsPerSecond: 8 },
      until: clock.now + RESTING_LEASE_MS,
      after: NOBODY,
    });
    expect(await other.instance.renew()).toBe(true);
    expect(other.last()?.rates.perSecond).toBe(38);
    clock.now += 120_000;
    await one.instance.renew(true);
    await other.instance.renew();
    expect([one, other].map(({ last }) => last()?.rates.perSecond)).toEqual([5, 43]);
  });

  test('keeps what it was told while storage is away', async () => {
    const { prefix } = await testStorage([instanceTable]);
    const line = await cuttable(inject('connectionString'));
    const storage = await openStorage({
      address: { connectionString: line.connectionString },
      tables: [instanceTable],
      queues: [],
      prefix,
    });
    const { instance, last } = processes().start(storage);
    await instance.renew();
    const before = last();
    line.cut('refused');
    await expect(instance.renew()).rejects.toThrow();
    expect(last()).toEqual(before);
    line.stop();
  });
});

describe('a process by the clock', () => {
  const started = async () => {
    const { storage, requests } = await testStorage([instanceTable]);
    let told: Rates | undefined;
    const instance = await startInstance({
      storage,
      tenant: 'gemeente',
      rates: { perSecond: 50, roundsPerSecond: 40 },
      share: (rates) => {
        told = rates;
      },
      now: () => performance.now(),
      onError: (error) => expect.fail(`${error}`),
    });
    const row = async () =>
      (await storage.table(instanceTable).range({})).flatMap(({ value }) => value.instances);
    return { instance, row, told: () => told?.perSecond, requests };
  };

  test.each(['wake', 'isBehind'] as const)('rests until %s, and has its share at once', async (what) => {
    const { instance, row, told } = await started();
    expect(told()).toBe(10);
    expect(await row()).toMatchObject([{ rests: true, calls: 10 }]);
    instance[what]();
    await expect.poll(told).toBe(48);
    await expect.poll(row).toMatchObject([{ rests: false, calls: 48 }]);
    await instance.stop();
    expect(await row()).toEqual([]);
  });
});
