import { expect, test } from 'vitest';
import { oneAtATime } from '../../src/lib/one-at-a-time.ts';

/** A limit of three, with a look and a write that others can come between. */
function limited() {
  const inTurn = oneAtATime();
  const rows: Record<string, number> = {};
  const add = (key: string) =>
    inTurn(key, async () => {
      const count = rows[key] ?? 0;
      await Promise.resolve();
      if (count >= 3) return false;
      rows[key] = count + 1;
      return true;
    });
  return { add, rows, inTurn };
}

test('of twenty who ask at once three get through, and of another key as many', async () => {
  const { add, rows } = limited();
  const asked = await Promise.all(Array.from({ length: 40 }, (_, n) => add(n % 2 ? 'a' : 'b')));
  expect(asked.filter(Boolean)).toHaveLength(6);
  expect(rows).toEqual({ a: 3, b: 3 });
});

test('work that hangs keeps only its own key waiting, and work that fails nobody', async () => {
  const { add, inTurn } = limited();
  let end = () => {};
  const hangs = inTurn('a', () => new Promise<void>((resolve) => (end = resolve)));
  expect(await add('b')).toBe(true);
  const fails = inTurn('a', () => Promise.reject(new Error('failed')));
  const after = add('a');
  end();
  await hangs;
  await expect(fails).rejects.toThrow('failed');
  expect(await after).toBe(true);
});
