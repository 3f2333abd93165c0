import { afterEach, describe, expect, test } from 'vitest';
import { type Engine, type EngineTools, startEngine } from '../../src/delivery/engine.ts';
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

  test('keeps house on every tick, also when that fails', async () => {
    const here = await world([], []);
    let ticks = 0;
    start(here, {
      onTick: () => {
        ticks += 1;
        return ticks === 1 ? Promise.reject(new Error('a job is broken')) : Promise.resolve();
      },
    });
    await expect.poll(() => ticks).toBeGreaterThan(2);
  });
});
