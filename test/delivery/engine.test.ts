import { afterEach, describe, expect, test } from 'vitest';
import { type Engine, type EngineTools, startEngine } from '../../src/delivery/engine.ts';
import { jobsAt } from '../../src/delivery/jobs.ts';
import { tally, testRound, type World, world } from './world.ts';

const running: Engine[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});

function start(here: World, changes: Partial<EngineTools> = {}): Engine {
  const tools = { ...here.planner, ...here.worker, onError: () => {}, ...changes };
  const engine = startEngine(tools, { tickMs: 50, idleMs: 50 });
  running.push(engine);
  return engine;
}

const teams = [
  { name: 'west', people: 65 },
  { name: 'oost', people: 20 },
];

describe('the running delivery', () => {
  test('plans what is due and sends it, everybody once, with several instances', async () => {
    const here = await world(teams, [testRound()]);
    start(here);
    start(here);
    await expect.poll(() => here.sent.length).toBe(85);
    await Promise.all(running.splice(0).map((engine) => engine.stop()));
    expect(Object.values(tally(here.sent))).toEqual(Array(85).fill(1));
  });

  test('looks into an empty queue with one sender at a time, and sends with all of them', async () => {
    let isDue = false;
    const { due } = testRound();
    const here = await world(teams, [testRound({ due: (on) => (isDue ? due(on) : undefined) })]);
    const { queue } = here.core.store;
    let [looking, together, looks] = [0, 0, 0];
    let [sending, atOnce] = [0, 0];
    const watched: EngineTools['store'] = {
      ...here.core.store,
      queue: {
        ...queue,
        receive: async (...args) => {
          looks += 1;
          looking += 1;
          // The first look of each is made together.
          if (looks > 4) together = Math.max(together, looking);
          return queue.receive(...args).finally(() => {
            looking -= 1;
          });
        },
      },
    };
    start(here, {
      store: watched,
      send: async (...args) => {
        sending += 1;
        atOnce = Math.max(atOnce, sending);
        await expect.poll(() => atOnce).toBeGreaterThan(1);
        sending -= 1;
        return here.worker.send(...args);
      },
    });
    await expect.poll(() => looks).toBeGreaterThan(12);
    expect(together).toBe(1);
    isDue = true;
    await expect.poll(() => here.sent.length).toBe(85);
  });

  test('stops at a checkpoint, and the next one goes on where it stopped', async () => {
    const here = await world(teams, [testRound()]);
    let stopped: Promise<void> | undefined;
    const engine: Engine = start(here, {
      send: async (...args) => {
        if (here.sent.length === 12) stopped = engine.stop();
        return here.worker.send(...args);
      },
    });
    await expect.poll(() => stopped !== undefined).toBe(true);
    await stopped;
    expect(here.sent.length).toBeLessThan(85);
    start(here);
    await expect.poll(() => here.sent.length).toBe(85);
    expect(Object.values(tally(here.sent))).toEqual(Array(85).fill(1));
  });

  test('ends with the message in hand when consent is taken back meanwhile (trust:consent-first)', async () => {
    const here = await world(teams, [testRound()]);
    const tools = {
      ...here.planner,
      ...here.worker,
      onError: () => {},
      send: async (...args: Parameters<typeof here.worker.send>) => {
        await here.core.settings.changeMunicipality(({ consent: _gone, ...rest }) => rest);
        return here.worker.send(...args);
      },
    };
    running.push(startEngine(tools, { parallel: 1, tickMs: 50, idleMs: 50 }));
    await expect.poll(() => here.sent.length).toBeGreaterThan(0);
    await expect.poll(() => here.core.store.queue.depth()).toBe(0);
    expect(here.sent.length).toBeLessThanOrEqual(30);
  });

  test('goes on after storage failed, and tells of it', async () => {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    const told: string[] = [];
    let failures = 1;
    start(here, {
      readSettings: () => {
        failures -= 1;
        return failures < 0 ? here.core.readSettings() : Promise.reject(new Error('storage is down'));
      },
      onError: (where) => told.push(where),
    });
    await expect.poll(() => here.sent.length).toBe(3);
    expect(told).toEqual(['planning']);
  });

  test('does its jobs on every tick, also when one of them breaks', async () => {
    const here = await world([], []);
    let ticks = 0;
    start(here, {
      jobsAt: () => [
        { name: 'broken', run: () => Promise.reject(new Error('a job is broken')) },
        {
          name: 'whole',
          run: async () => {
            ticks += 1;
          },
        },
      ],
    });
    await expect.poll(() => ticks).toBeGreaterThan(2);
  });

  test('stops in time when what is in hand hangs, and says what that was', async () => {
    const hangs = testRound({ prepare: () => new Promise(() => {}) });
    const here = await world([{ name: 'west', people: 3 }], [hangs]);
    const stuck: string[] = [];
    let isInHand = false;
    const engine = startEngine(
      {
        ...here.planner,
        ...here.worker,
        onError: () => {},
        onStuck: (what) => stuck.push(what),
        jobsAt: () => [{ name: 'endless', run: () => new Promise(() => {}) }],
        rounds: [
          {
            ...hangs,
            prepare: (...args) => {
              isInHand = true;
              return hangs.prepare(...args);
            },
          },
        ],
      },
      { tickMs: 50, idleMs: 50, stopMs: 100 },
    );
    await expect.poll(() => isInHand).toBe(true);
    await engine.stop();
    expect(stuck).toEqual(['endless', 'sending']);
  });
});

describe('the clock of the running delivery', () => {
  const never = () => new Promise<never>(() => {});
  const fault = () => Promise.reject(new Error('broken'));

  /** Runs on the clock of a world, whose time passes by hand; gives what it told of what hangs. */
  async function ticking(changes: Partial<EngineTools> = {}) {
    const here = await world([{ name: 'west', people: 3 }], [testRound()]);
    const stuck: string[] = [];
    const engine = startEngine(
      { ...here.planner, ...here.worker, onError: () => {}, onStuck: (what) => stuck.push(what), ...changes },
      { tickMs: 20, idleMs: 50, stopMs: 50 },
    );
    running.push(engine);
    return { here, stuck, clock: () => engine.clock() };
  }

  test('has five minutes from the start', async () => {
    const { here, clock } = await ticking({ readSettings: never });
    expect(clock()).toEqual({ lastTick: here.clock.now(), isBehind: false });
    here.clock.pass({ minutes: 4, seconds: 59 });
    expect(clock()?.isBehind).toBe(false);
    here.clock.pass({ seconds: 1 });
    expect(clock()?.isBehind).toBe(true);
  });

  test.each<[string, Partial<EngineTools>]>([
    ['storage that never answers', { readSettings: never }],
    ['planning that fails each time', { readSettings: fault }],
    ['a job that hangs', { jobsAt: () => [{ name: 'endless', run: never }] }],
    [
      'a job that hangs beside others that do not',
      {
        jobsAt: () =>
          ['a', 'endless', 'b'].map((name) => ({ name, run: name === 'endless' ? never : async () => {} })),
      },
    ],
  ])('is behind after five minutes of %s', async (_what, changes) => {
    const { here, clock } = await ticking(changes);
    const start = here.clock.now();
    here.clock.pass({ minutes: 5 });
    expect(clock()?.isBehind).toBe(true);
    expect(clock()?.lastTick).toEqual(start);
  });

  test('is not behind when a job fails each time: it ran to its end', async () => {
    const failed: string[] = [];
    const tools = {
      jobs: [{ name: 'broken', when: 'always' as const, run: fault }],
      onFailed: (job: string) => failed.push(job),
    };
    const { here, clock } = await ticking({ jobsAt: (now) => jobsAt(tools as never, now) });
    for (let minutes = 0; minutes < 20; minutes += 4) {
      here.clock.pass({ minutes: 4 });
      const { now } = here.clock;
      await expect.poll(() => clock()?.lastTick.equals(now())).toBe(true);
    }
    expect(clock()?.isBehind).toBe(false);
    expect(failed.length).toBeGreaterThan(4);
  });

  test('catches up when what hung comes to its end', async () => {
    let goes = () => {};
    const slow = () =>
      new Promise<void>((resolve) => {
        goes = resolve;
      });
    const { here, clock, stuck } = await ticking({ jobsAt: () => [{ name: 'slow', run: slow }] });
    here.clock.pass({ minutes: 6 });
    await expect.poll(() => stuck).toContain('slow');
    goes();
    await expect.poll(() => clock()?.isBehind).toBe(false);
  });

  test('names a job that hangs, once, and goes on with rounds and with other jobs', async () => {
    let runs = 0;
    let begun = 0;
    const { here, stuck } = await ticking({
      jobsAt: () => [
        {
          name: 'endless',
          run: () => {
            begun += 1;
            return never();
          },
        },
        {
          name: 'other',
          run: async () => {
            runs += 1;
          },
        },
      ],
    });
    await expect.poll(() => here.sent.length).toBe(3);
    here.clock.pass({ hours: 24 });
    // People who had this period's message already: the round is planned all the same.
    await expect.poll(async () => (await here.core.store.occurrencesOf('2026-12-01')).size).toBe(1);
    const before = runs;
    await expect.poll(() => runs).toBeGreaterThan(before + 5);
    expect(stuck.filter((what) => what === 'endless')).toHaveLength(1);
    expect(begun).toBe(1);
  });

  test('is not looked at where nothing happens by the clock', async () => {
    const here = await world([], []);
    const engine = startEngine(
      { ...here.planner, ...here.worker, onError: () => {} },
      { tickMs: Number.POSITIVE_INFINITY },
    );
    running.push(engine);
    here.clock.pass({ hours: 1 });
    expect(engine.clock()).toBeUndefined();
  });
});
