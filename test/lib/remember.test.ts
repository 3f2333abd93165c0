import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { remembered } from '../../src/lib/remember.ts';

describe('what is remembered for a minute', () => {
  let moment: Temporal.Instant;
  let reads: number;
  let read: () => Promise<number>;

  beforeEach(() => {
    moment = Temporal.Instant.from('2026-11-24T11:00:00Z');
    reads = 0;
    read = remembered(
      async () => {
        reads += 1;
        return reads;
      },
      60_000,
      () => moment,
    );
  });

  test('is read once within it, also by two at the same moment', async () => {
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    moment = moment.add({ milliseconds: 59_999 });
    expect(await read()).toBe(1);
  });

  test('is read again after it', async () => {
    await read();
    moment = moment.add({ minutes: 1 });
    expect(await read()).toBe(2);
  });

  test('is read again when the clock was put back', async () => {
    await read();
    moment = moment.subtract({ milliseconds: 1 });
    expect(await read()).toBe(2);
  });

  test('is read again when reading failed', async () => {
    let faults = 1;
    const shaky = remembered(
      async () => {
        faults -= 1;
        if (faults === 0) throw new Error('storage is down');
        return 'there';
      },
      60_000,
      () => moment,
    );
    await expect(shaky()).rejects.toThrow('storage is down');
    expect(await shaky()).toBe('there');
  });
});
