import { expect, test } from 'vitest';
import { forEach } from '../../src/lib/for-each.ts';

test('each has its turn, in order, and what failed first is thrown at the end', async () => {
  const seen: number[] = [];
  const working = forEach([1, 2, 3, 4], async (n) => {
    seen.push(n);
    if (n % 2 === 0) throw new Error(`fault ${n}`);
  });
  await expect(working).rejects.toThrow('fault 2');
  expect(seen).toEqual([1, 2, 3, 4]);
});
