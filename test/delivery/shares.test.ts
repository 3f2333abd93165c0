import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  callsAt,
  GONE_MS,
  type Instance,
  LEASE_MS,
  newcomer,
  RESTING_LEASE_MS,
  type Renewal,
  renewal,
  SILENT_MS,
  type Standing,
} from '../../src/delivery/shares.ts';

const BEAT_MS = 3_000;
const RESTING_BEAT_MS = 120_000;
const STEP_MS = 100;

/** The others miss it since its last beat, by clocks that run too fast. */
const FORGOTTEN_MS = 0.98 * GONE_MS - RESTING_BEAT_MS;

/** How one renewal fares: when after its read it is written, and what becomes of that. */
interface Fate {
  writeMs: number;
  /** `unheard`: written, but the process never learns of it. `late`: written long after the process gave it up. */
  write: 'heard' | 'unheard' | 'late';
}

/** One process in simulated time. */
interface Process {
  standing: Standing;
  /** Its own clock, which starts anywhere and runs a little too fast or too slow. */
  clock(at: number): number;
  nextAt: number;
  /** A renewal on its way: written at `writeAt` unless somebody else wrote since `version`. */
  underway?: { renewal: Renewal; version: number; writeAt: number; fate: Fate };
  /** Since when it cannot reach storage. */
  cutAt?: number;
  isKnown: boolean;
  rests: boolean;
}

/** Processes around one row that only changes for who read its last version, as an ETag has it. */
function town(limit: number, fates: readonly Fate[]) {
  let at = 0;
  let version = 0;
  let row: readonly Instance[] = [];
  let started = 0;
  let drawn = 0;
  const running = new Map<number, Process>();
  let late: { renewal: Renewal; version: number; writeAt: number }[] = [];

  function write(instances: readonly Instance[], read: number): boolean {
    if (read !== version) return false;
    row = instances;
    version += 1;
    return true;
  }

  function begin(one: Process): void {
    const fate = fates[drawn % fates.length] ?? calm;
    drawn += 1;
    const read = renewal(one.standing, row, limit, one.clock(at), one.rests);
    one.standing = read.meanwhile;
    one.underway = { renewal: read, version, writeAt: at + fate.writeMs, fate };
    if (fate.writeMs === 0) finish(one, one.underway);
  }

  function finish(one: Process, { renewal: read, version: before, fate }: NonNullable<Process['underway']>) {
    one.underway = undefined;
    // Who does not hear that it was written tries again.
    const beatMs = read.written.rests && fate.write === 'heard' ? RESTING_BEAT_MS : BEAT_MS;
    one.nextAt = at + (read.isSettled ? beatMs : 500);
    if (fate.write === 'late') {
      late.push({ renewal: read, version: before, writeAt: at + 5_000 });
      return;
    }
    if (!write(read.instances, before)) {
      one.nextAt = at + STEP_MS;
      return;
    }
    one.isKnown = true;
    if (fate.write === 'heard') one.standing = read.written;
  }

  function step(): void {
    at += STEP_MS;
    for (const one of late) if (one.writeAt <= at) write(one.renewal.instances, one.version);
    late = late.filter(({ writeAt }) => writeAt > at);
    for (const one of running.values()) {
      if (one.cutAt !== undefined) one.underway = undefined;
      else if (one.underway) {
        if (one.underway.writeAt <= at) finish(one, one.underway);
      } else if (one.nextAt <= at) begin(one);
    }
  }

  const happenings = {
    start: (who: number, drift: number) => {
      if (running.has(who)) return;
      started += 1;
      const origin = 1e6 * started;
      const clock = (moment: number) => (moment + origin) * (1 + drift);
      const standing = newcomer(`process-${started}`, clock(at));
      running.set(who, { standing, clock, nextAt: at, isKnown: false, rests: false });
    },
    stop: (who: number) => {
      const one = running.get(who);
      running.delete(who);
      if (one && one.cutAt === undefined) {
        write(
          row.filter(({ id }) => id !== one.standing.id),
          version,
        );
      }
    },
    kill: (who: number) => void running.delete(who),
    // Whoever starts could reach storage: it opened it.
    cut: (who: number) => {
      const one = running.get(who);
      if (one?.isKnown) one.cutAt ??= at;
    },
    restore: (who: number) => {
      const one = running.get(who);
      if (one) one.cutAt = undefined;
    },
    /** From its next renewal on. */
    rest: (who: number) => {
      const one = running.get(who);
      if (one) one.rests = true;
    },
    wake: (who: number) => {
      const one = running.get(who);
      if (!one?.rests) return;
      one.rests = false;
      one.nextAt = at;
    },
  };

  return {
    happenings,
    callsOf: (who: number) => {
      const one = running.get(who);
      return one ? callsAt(one.standing, one.clock(at)) : 0;
    },
    /** What all may send in this second; without who was cut off for so long that nobody knows of it any more. */
    together: () =>
      [...running.values()]
        .filter(({ cutAt = at, isKnown }) => isKnown && at - cutAt < FORGOTTEN_MS)
        .reduce((sum, { standing, clock }) => sum + callsAt(standing, clock(at)), 0),
    pass: (ms: number, watch = () => {}) => {
      for (const end = at + ms; at < end; ) {
        step();
        watch();
      }
    },
    names: () => row.map(({ id }) => id),
  };
}

type Town = ReturnType<typeof town>;

/** Read and written in one moment. */
const calm: Fate = { writeMs: 0, write: 'heard' };
const fates = fc.array(
  fc.record({
    writeMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000 })),
    write: fc.constantFrom<Fate['write']>('heard', 'heard', 'heard', 'heard', 'unheard', 'late'),
  }),
  { minLength: 1, maxLength: 30 },
);
const happening = fc.record({
  afterMs: fc.oneof(
    { weight: 7, arbitrary: fc.integer({ min: 0, max: 30_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 500_000 }) },
  ),
  who: fc.integer({ min: 0, max: 4 }),
  what: fc.constantFrom<keyof Town['happenings']>(
    'start',
    'start',
    'start',
    'stop',
    'kill',
    'cut',
    'restore',
    'rest',
    'rest',
    'wake',
  ),
  drift: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
});

test('who never heard that it was written waits from that moment on for the others to make room', () => {
  const here = town(12, [{ writeMs: 2_501, write: 'unheard' }, calm]);
  const within = () => expect(here.together()).toBeLessThanOrEqual(12);
  here.happenings.start(0, 0);
  here.pass(25_000, within);
  here.happenings.start(1, 0);
  here.pass(60_000, within);
});

describe('the shares of up to five processes', () => {
  test('never exceed the limit together, whoever comes, leaves, dies or loses storage', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 200 }),
        fates,
        fc.array(happening, { minLength: 2, maxLength: 12 }),
        (limit, list, happenings) => {
          const here = town(limit, list);
          const within = () => expect(here.together()).toBeLessThanOrEqual(limit);
          here.happenings.start(0, 0);
          for (const { afterMs, who, what, drift } of happenings) {
            here.pass(afterMs, within);
            here.happenings[what](who, drift);
          }
          here.pass(60_000, within);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('come to the same part for everybody who is left, soon after the last change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 200 }),
        fc.array(happening, { minLength: 2, maxLength: 12 }),
        (limit, happenings) => {
          const here = town(limit, [calm]);
          for (const { afterMs, who, what, drift } of happenings) {
            here.pass(afterMs);
            here.happenings[what](who, drift);
          }
          here.happenings.start(0, 0);
          for (const who of [0, 1, 2, 3, 4]) {
            here.happenings.restore(who);
            here.happenings.wake(who);
          }
          here.pass(GONE_MS + 2 * SILENT_MS);
          const calls = [0, 1, 2, 3, 4].map(here.callsOf).filter((own) => own > 0);
          const fair = Math.floor((limit - Math.floor(limit / 20)) / calls.length);
          expect(calls).toEqual(calls.map(() => fair));
          expect(here.names()).toHaveLength(calls.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a process', () => {
  /** So many processes that have shared for a while. */
  function settled(count: number, limit = 50): Town {
    const here = town(limit, [calm]);
    for (let who = 0; who < count; who += 1) here.happenings.start(who, 0);
    here.pass(20_000);
    return here;
  }
  const callsIn = (here: Town) => [0, 1, 2, 3, 4].map(here.callsOf).filter((calls) => calls > 0);

  test('that is alone has all but what is kept free as soon as it has written', () => {
    const here = town(50, [calm]);
    here.happenings.start(0, 0);
    expect(here.callsOf(0)).toBe(0);
    here.pass(2 * STEP_MS);
    expect(here.callsOf(0)).toBe(48);
  });

  test.each([
    [1, [48]],
    [2, [24, 24]],
    [3, [16, 16, 16]],
    [5, [9, 9, 9, 9, 9]],
  ])('of %i has an equal part', (count, calls) => {
    expect(callsIn(settled(count))).toEqual(calls);
  });

  test('that comes to others has one call at once, and its part within a beat', () => {
    const here = settled(2);
    here.happenings.start(2, 0);
    here.pass(2 * STEP_MS);
    expect(here.callsOf(2)).toBe(1);
    here.pass(BEAT_MS + 500 + 5 * STEP_MS);
    expect(here.callsOf(2)).toBe(16);
  });

  test('that comes in the place of one that was killed answers people meanwhile, and has all soon', () => {
    const here = settled(1);
    here.happenings.kill(0);
    here.happenings.start(1, 0);
    here.pass(2 * STEP_MS);
    expect(here.callsOf(1)).toBe(1);
    here.pass(SILENT_MS + 1_000);
    expect(here.callsOf(1)).toBe(47);
    here.pass(GONE_MS);
    expect(here.callsOf(1)).toBe(48);
  });

  test('that stops leaves its part to the others within a beat', () => {
    const here = settled(2);
    here.happenings.stop(0);
    here.pass(BEAT_MS + STEP_MS * 2);
    expect(here.callsOf(1)).toBe(48);
  });

  test('that loses storage keeps its part for a lease, then has one call, and its part again afterwards', () => {
    const here = settled(2);
    here.happenings.cut(0);
    here.pass(LEASE_MS - BEAT_MS - 2 * STEP_MS);
    expect(here.callsOf(0)).toBe(24);
    here.pass(BEAT_MS + 4 * STEP_MS);
    expect(here.callsOf(0)).toBe(1);
    here.pass(60_000);
    expect(callsIn(here)).toEqual([1, 47]);
    here.happenings.restore(0);
    here.pass(2 * BEAT_MS);
    expect(callsIn(here)).toEqual([24, 24]);
  });

  test('that rests keeps some calls for people, and leaves the others the rest within a beat', () => {
    const here = settled(2);
    here.happenings.rest(0);
    here.pass(2 * BEAT_MS + 2 * STEP_MS);
    expect(callsIn(here)).toEqual([5, 43]);
    here.pass(600_000);
    expect(callsIn(here)).toEqual([5, 43]);
  });

  test('that wakes has its part within a beat of the others, and at once where they rest', () => {
    const here = settled(2);
    here.happenings.rest(0);
    here.pass(60_000);
    here.happenings.wake(0);
    here.pass(BEAT_MS + 500 + 2 * STEP_MS);
    expect(callsIn(here)).toEqual([24, 24]);
    here.happenings.rest(0);
    here.happenings.rest(1);
    here.pass(60_000);
    expect(callsIn(here)).toEqual([5, 5]);
    here.happenings.wake(1);
    here.pass(STEP_MS);
    expect(callsIn(here)).toEqual([5, 43]);
  });

  test('that woke, and never hears that it wrote so, has its calls no longer than the others wait for it', () => {
    const rested = { id: 'one', beats: 4, calls: 5, rests: true, until: RESTING_LEASE_MS, seen: new Map() };
    const others = [{ id: 'other', beats: 7, calls: 43 }];
    const { meanwhile } = renewal(rested, [rested, ...others], 50, 1_000);
    expect(meanwhile.until).toBeLessThanOrEqual(1_000 + LEASE_MS);
    expect(renewal(rested, [rested, ...others], 50, 1_000, true).meanwhile.until).toBe(RESTING_LEASE_MS);
  });

  test('that was killed while it rested leaves its few calls to the others in the end', () => {
    const here = settled(2);
    here.happenings.rest(0);
    here.pass(60_000);
    here.happenings.kill(0);
    here.pass(GONE_MS);
    expect(callsIn(here)).toEqual([48]);
  });

  test('that is alone and loses storage while it rests keeps its calls for as long as it may', () => {
    const here = settled(1);
    here.happenings.rest(0);
    here.pass(60_000);
    here.happenings.cut(0);
    here.pass(RESTING_LEASE_MS - RESTING_BEAT_MS);
    expect(here.callsOf(0)).toBe(10);
    here.pass(RESTING_LEASE_MS);
    expect(here.callsOf(0)).toBe(1);
  });

  test('that finds no call free, as where there are more processes than calls, answers people after a while', () => {
    const here = settled(2, 1);
    expect(here.callsOf(1)).toBe(0);
    here.pass(SILENT_MS);
    expect(here.callsOf(1)).toBe(1);
  });
});
