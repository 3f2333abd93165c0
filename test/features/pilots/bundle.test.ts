import { expect, test } from 'vitest';
import { bundled } from '../../../src/features/pilots/bundle.ts';

/** Work that ends when the test says so, and a timer that runs when the test says so. */
function world(succeeds: () => boolean | Promise<never> = () => true) {
  const waiting: { ms: number; work: () => void }[] = [];
  const done: string[] = [];
  const errors: unknown[] = [];
  let state = 0;
  const ask = bundled(
    async (name) => {
      done.push(`${name} ${state}`);
      return succeeds();
    },
    {
      everyMs: 2_000,
      later: (ms, work) => waiting.push({ ms, work }),
      failed: (error) => errors.push(error),
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ done, errors, waiting },
    ask: (name: string, value: number) => {
      state = value;
      ask(name);
    },
    /** What was asked is done, then the rest is over. */
    pass: async () => {
      await settle();
      for (const { work } of waiting.splice(0)) work();
      await settle();
    },
  };
}

test('what is asked once is done at once', async () => {
  const { ask, done, pass, waiting } = world();
  ask('a', 1);
  await pass();
  expect(done).toEqual(['a 1']);
  expect(waiting).toEqual([]);
});

test('thirty times in a row is done twice: at once, and with the last state after the rest', async () => {
  const { ask, done, pass } = world();
  for (let n = 1; n <= 30; n += 1) ask('a', n);
  await pass();
  await pass();
  await pass();
  expect(done).toEqual(['a 1', 'a 30']);
});

test('what is asked during the rest waits for its end', async () => {
  const { ask, done, pass, waiting } = world();
  ask('a', 1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(waiting.map(({ ms }) => ms)).toEqual([2_000]);
  ask('a', 2);
  expect(done).toEqual(['a 1']);
  await pass();
  expect(done).toEqual(['a 1', 'a 2']);
});

test('one message does not wait for another', () => {
  const { ask, done } = world();
  ask('a', 1);
  ask('b', 2);
  expect(done).toEqual(['a 1', 'b 2']);
});

test('what does not succeed is tried a few times, later each time, and then let go', async () => {
  const { ask, done, pass, waiting } = world(() => false);
  ask('a', 1);
  const waits: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    waits.push(...waiting.map(({ ms }) => ms));
    await pass();
  }
  expect(done).toHaveLength(5);
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

test('an error is told, and the next time works', async () => {
  let broken = true;
  const { ask, done, errors, pass } = world(() => (broken ? Promise.reject(new Error('broken')) : true));
  ask('a', 1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(errors).toHaveLength(1);
  broken = false;
  await pass();
  expect(done).toEqual(['a 1', 'a 1']);
});
