import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLimiter, type Lane } from '../../src/bot/limiter.ts';
import type { Rates } from '../../src/delivery/shares.ts';

/** The end of a time in which the event loop is busy: timers that are due within it run only then. */
let busyUntil = 0;
const now = () => Math.max(Date.now(), busyUntil);

async function busy(ms: number): Promise<void> {
  busyUntil = Date.now() + ms;
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  busyUntil = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function busiestSecond(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, last) => {
    while ((times[first] ?? 0) <= time - 1_000) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

/** A limiter of which each call that leaves is noted. */
function watched(rates: Rates) {
  const limiter = createLimiter(rates, { now });
  const calls: { lane: Lane; at: number }[] = [];
  return {
    limiter,
    calls,
    of: (lane: Lane) => calls.filter((call) => call.lane === lane).map(({ at }) => at),
    take: (lane: Lane, count = 1) => {
      for (let n = 0; n < count; n += 1) void limiter.take(lane).then(() => calls.push({ lane, at: now() }));
    },
  };
}

describe('the limiter', () => {
  const arrivals = fc.array(
    fc.record({
      lane: fc.constantFrom<Lane>('round', 'people'),
      count: fc.integer({ min: 1, max: 120 }),
      afterMs: fc.integer({ min: 0, max: 1_500 }),
      busyMs: fc.integer({ min: 0, max: 400 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const rates = fc
    .tuple(fc.integer({ min: 1, max: 600 }), fc.double({ min: 0.1, max: 1, noNaN: true }))
    .map(([perSecond, part]) => ({ perSecond, roundsPerSecond: Math.max(1, Math.round(perSecond * part)) }));

  test('lets no more go in any second than the rate, and rounds no more than their share', async () => {
    await fc.assert(
      fc.asyncProperty(rates, arrivals, async (rate, list) => {
        const { take, calls, of } = watched(rate);
        for (const { lane, count, afterMs, busyMs } of list) {
          take(lane, count);
          await vi.advanceTimersByTimeAsync(afterMs);
          await busy(busyMs);
        }
        await vi.runAllTimersAsync();
        expect(calls).toHaveLength(list.reduce((sum, { count }) => sum + count, 0));
        const most = busiestSecond(calls.map(({ at }) => at));
        expect(most).toBeLessThanOrEqual(rate.perSecond);
        expect(busiestSecond(of('round'))).toBeLessThanOrEqual(rate.roundsPerSecond);
      }),
      { numRuns: 100 },
    );
  });

  test('uses nearly the whole rate while there is enough to do', async () => {
    const { take, calls } = watched({ perSecond: 50, roundsPerSecond: 40 });
    take('people', 500);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls.length).toBeGreaterThanOrEqual(0.96 * 250);
  });

  test('catches up after the event loop was busy', async () => {
    const { take, calls } = watched({ perSecond: 50, roundsPerSecond: 40 });
    take('people', 500);
    for (let n = 0; n < 20; n += 1) {
      await vi.advanceTimersByTimeAsync(170);
      await busy(30);
    }
    expect(calls.length).toBeGreaterThanOrEqual(0.95 * 200);
  });

  test('spreads calls over the second', async () => {
    const { take, calls } = watched({ perSecond: 50, roundsPerSecond: 40 });
    await vi.advanceTimersByTimeAsync(5_000);
    take('people', 500);
    await vi.advanceTimersByTimeAsync(500);
    // Half a second's worth, and what was allowed to catch up on.
    expect(calls.length).toBeLessThanOrEqual(25 + 6 + 1);
  });

  test('keeps a part of the rate for people while a round goes out', async () => {
    const { take, of } = watched({ perSecond: 50, roundsPerSecond: 40 });
    take('round', 1_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(of('round').length).toBeGreaterThanOrEqual(0.96 * 400);
    expect(of('round').length).toBeLessThanOrEqual(400);
  });

  test('lets somebody who is there now go before a round that waits', async () => {
    const { take, calls } = watched({ perSecond: 50, roundsPerSecond: 40 });
    take('round', 100);
    await vi.advanceTimersByTimeAsync(1_000);
    const before = calls.length;
    take('people', 3);
    await vi.advanceTimersByTimeAsync(100);
    expect(calls.slice(before, before + 3).map(({ lane }) => lane)).toEqual(['people', 'people', 'people']);
  });

  test('holds rounds back when Teams says so, and people not', async () => {
    const { take, of, limiter } = watched({ perSecond: 50, roundsPerSecond: 40 });
    const started = now();
    limiter.pauseRounds(5_000);
    take('round', 2);
    take('people', 2);
    await vi.runAllTimersAsync();
    expect(Math.min(...of('round'))).toBeGreaterThanOrEqual(started + 5_000);
    expect(Math.max(...of('people'))).toBeLessThan(started + 1_000);
  });

  test('a shorter pause does not end a longer one', async () => {
    const { take, of, limiter } = watched({ perSecond: 50, roundsPerSecond: 40 });
    const started = now();
    limiter.pauseRounds(5_000);
    limiter.pauseRounds(100);
    take('round');
    await vi.runAllTimersAsync();
    expect(of('round')[0]).toBeGreaterThanOrEqual(started + 5_000);
  });

  test('a pause of years ends after a quarter of an hour, without a busy timer meanwhile', async () => {
    const { take, of, limiter } = watched({ perSecond: 50, roundsPerSecond: 40 });
    const started = now();
    limiter.pauseRounds(1e12);
    take('round');
    await vi.advanceTimersByTimeAsync(15 * 60_000 - 1);
    expect(of('round')).toEqual([]);
    await vi.runAllTimersAsync();
    expect(of('round')[0]).toBe(started + 15 * 60_000);
  });

  test('a call that is given up while it waits never leaves and takes nobody’s place', async () => {
    const { take, of, limiter } = watched({ perSecond: 1, roundsPerSecond: 1 });
    const started = now();
    const giving = new AbortController();
    limiter.pauseRounds(500);
    const waits = limiter.take('round', giving.signal);
    take('round');
    giving.abort(new Error('too late'));
    await expect(waits).rejects.toThrow('too late');
    await expect(limiter.take('round', giving.signal)).rejects.toThrow('too late');
    await vi.runAllTimersAsync();
    expect(of('round')).toEqual([started + 500]);
  });
});

describe('lanes in which everybody has a turn', () => {
  const SLOW: Rates = { perSecond: 5, roundsPerSecond: 5 };

  /** Notes for whom each call left. */
  function noted(rates: Rates) {
    const limiter = createLimiter(rates, { now });
    const left: string[] = [];
    const ask = (whom: string, count = 1, lane: Lane = 'people', signal?: AbortSignal) => {
      for (let n = 0; n < count; n += 1)
        limiter.take(lane, signal, whom).then(
          () => left.push(whom),
          () => {},
        );
    };
    return { ask, left };
  }

  test('an answer to somebody leaves before the thousand that wait for somebody else', async () => {
    const { ask, left } = noted(SLOW);
    ask('flooder', 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    const before = left.length;
    ask('other');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(left.indexOf('other') - before).toBeLessThanOrEqual(1);
  });

  test('everybody gets as much as everybody else, in order of coming', async () => {
    const { ask, left } = noted(SLOW);
    ask('a', 4);
    ask('b', 2);
    ask('c', 1);
    await vi.runAllTimersAsync();
    expect(left.join('')).toBe('aabcaba');
  });

  test('nobody waits for more than one call of each of the others, whoever asks how much', async () => {
    const asks = fc.array(
      fc.record({
        whom: fc.constantFrom('a', 'b', 'c', 'd'),
        count: fc.integer({ min: 1, max: 30 }),
        afterMs: fc.integer({ min: 0, max: 800 }),
      }),
      { minLength: 1, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(asks, async (list) => {
        const { ask, left } = noted(SLOW);
        const asked = new Map<string, number>();
        for (const { whom, count, afterMs } of list) {
          const waits = (asked.get(whom) ?? 0) > left.filter((one) => one === whom).length;
          const before = left.length;
          ask(whom, count);
          asked.set(whom, (asked.get(whom) ?? 0) + count);
          await vi.advanceTimersByTimeAsync(afterMs);
          const mine = left.indexOf(whom, before);
          if (waits || mine < 0) continue;
          const others = left.slice(before, mine);
          expect(new Set(others).size).toBe(others.length);
        }
        await vi.runAllTimersAsync();
        expect(left).toHaveLength([...asked.values()].reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 100 },
    );
  });

  test('who gave up is served no more and costs the others nothing', async () => {
    const { ask, left } = noted(SLOW);
    const giving = new AbortController();
    ask('a');
    ask('b', 3, 'people', giving.signal);
    ask('b');
    ask('c');
    giving.abort();
    await vi.runAllTimersAsync();
    expect(left.join('')).toBe('abc');
  });

  test('people of all kinds go before rounds', async () => {
    const { ask, left } = noted(SLOW);
    ask('card', 3, 'round');
    ask('a', 2);
    ask('b', 2);
    await vi.runAllTimersAsync();
    expect(left).toEqual(['card', 'a', 'b', 'a', 'b', 'card', 'card']);
  });
});

describe('a limiter that falls behind', () => {
  test('tells so at each call that waits behind more than a second’s worth, and at no other', async () => {
    let told = 0;
    const limiter = createLimiter({ perSecond: 3, roundsPerSecond: 3 }, { now, onBehind: () => (told += 1) });
    const ask = (count: number) => {
      for (let n = 0; n < count; n += 1) void limiter.take('people');
    };
    // One leaves at once, and three wait.
    ask(4);
    expect(told).toBe(0);
    ask(2);
    expect(told).toBe(2);
    await vi.advanceTimersByTimeAsync(5_000);
    ask(4);
    expect(told).toBe(2);
    await vi.advanceTimersByTimeAsync(5_000);
    limiter.share({ perSecond: 10, roundsPerSecond: 10 }, Infinity, { perSecond: 1, roundsPerSecond: 0 });
    ask(9);
    expect(told).toBe(2);
  });

  test('forgets a call that was given up', async () => {
    let told = 0;
    const limiter = createLimiter({ perSecond: 1, roundsPerSecond: 1 }, { now, onBehind: () => (told += 1) });
    const giving = new AbortController();
    void limiter.take('people');
    const given = limiter.take('people', giving.signal).catch(() => {});
    giving.abort();
    await given;
    void limiter.take('people');
    expect(told).toBe(0);
    void limiter.take('people');
    expect(told).toBe(1);
    await vi.runAllTimersAsync();
  });
});

describe('a limiter whose rates change', () => {
  const NOTHING: Rates = { perSecond: 0, roundsPerSecond: 0 };
  const FEW: Rates = { perSecond: 1, roundsPerSecond: 0 };
  const changes = fc.array(
    fc.record({ perSecond: fc.integer({ min: 0, max: 60 }), afterMs: fc.integer({ min: 0, max: 2_500 }) }),
    { minLength: 1, maxLength: 12 },
  );

  test('never lets more go in the second after a change than the new rate allows', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const { take, calls, limiter } = watched({ perSecond: 50, roundsPerSecond: 50 });
        take('people', 2_000);
        for (const change of list) {
          await vi.advanceTimersByTimeAsync(change.afterMs);
          const { perSecond } = change;
          const since = now();
          limiter.share({ perSecond, roundsPerSecond: perSecond }, Infinity, NOTHING);
          await vi.advanceTimersByTimeAsync(1_000);
          expect(calls.filter(({ at }) => at > since).length).toBeLessThanOrEqual(perSecond);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('lets nothing go before it has a share, and then what waited', async () => {
    const { take, calls, limiter } = watched(NOTHING);
    take('people');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual([]);
    limiter.share({ perSecond: 20, roundsPerSecond: 10 }, Infinity, FEW);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toHaveLength(1);
  });

  test('answers people once a second and sends no rounds after its share has ended', async () => {
    const { take, of, limiter } = watched(NOTHING);
    limiter.share({ perSecond: 20, roundsPerSecond: 10 }, now() + 5_000, FEW);
    await vi.advanceTimersByTimeAsync(6_500);
    take('people', 30);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(of('people').length).toBeGreaterThanOrEqual(8);
    expect(busiestSecond(of('people'))).toBe(1);
    const ended = now();
    take('round', 5);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(of('round').filter((at) => at > ended)).toEqual([]);
  });
});
