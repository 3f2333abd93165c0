import { describe, expect, test } from 'vitest';
import { bundled } from '../../../src/features/pilots/bundled.ts';

/** Timers that run when the test says so. */
function byHand() {
  const waiting: (() => void)[] = [];
  return {
    timers: { set: (work: () => void) => void waiting.push(work) },
    pass: async () => {
      for (const work of waiting.splice(0)) work();
      await new Promise(setImmediate);
    },
  };
}

const settled = () => new Promise(setImmediate);

describe('what happens in quick succession', () => {
  test('is done at once the first time, and the rest together afterwards', async () => {
    const { timers, pass } = byHand();
    const later = bundled(() => {}, timers);
    const done: number[] = [];
    for (let n = 1; n <= 50; n += 1) later('board', async () => void done.push(n));
    await settled();
    expect(done).toEqual([1]);
    await pass();
    expect(done).toEqual([1, 50]);
    await pass();
    expect(done).toHaveLength(2);
    later('board', async () => void done.push(51));
    await settled();
    expect(done).toEqual([1, 50, 51]);
  });

  test('does not wait for another board', async () => {
    const { timers } = byHand();
    const later = bundled(() => {}, timers);
    const done: string[] = [];
    for (const name of ['a', 'b', 'a']) later(name, async () => void done.push(name));
    await settled();
    expect(done).toEqual(['a', 'b']);
  });

  test('goes on after a failure, which is told', async () => {
    const { timers, pass } = byHand();
    const told: unknown[] = [];
    const later = bundled((error) => told.push(error), timers);
    const done: string[] = [];
    later('board', () => Promise.reject(new Error('Teams is away')));
    later('board', async () => void done.push('again'));
    await settled();
    expect(told).toHaveLength(1);
    await pass();
    expect(done).toEqual(['again']);
  });
});
