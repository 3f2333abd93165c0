import { expect, test } from 'vitest';
import type { Name } from '../../bench/growth/things.ts';
import { type Asked, counter, countsOf, growTo, settle } from '../../bench/growth.ts';
import { queues, tablesOf } from '../../src/kompas.ts';
import { PAGE_ROWS } from '../../src/storage/table.ts';
import { testStorage } from '../support/storage.ts';

/** What cards, a round and an import ask of storage after so many weeks, with so many other teams in the same tables. */
async function after(weeks: number, others: number): Promise<Record<Name, Asked>> {
  const count = counter();
  const { storage } = await testStorage(tablesOf(), queues, count.onRequest);
  await settle(storage);
  await growTo(storage, weeks, others);
  return countsOf(storage, weeks, count);
}

const one = await after(1, 1);

test('a hundred weeks of history cost no request more than one, for any card, the reminders or an import', async () => {
  expect(await after(100, 1)).toEqual(one);
});

test('neither do a hundred other teams; “mijn gegevens” looks through what they were sent and voted, a thousand rows a request', async () => {
  const { myData, ...rest } = await after(1, 100);
  const { myData: before, ...restBefore } = one;
  expect(rest).toEqual(restBefore);
  // A week of a team of ten: three messages each, and a vote each.
  const [sent, votes] = [100 * 10 * 3, 100 * 10];
  expect(myData.requests - before.requests).toBeLessThanOrEqual(
    Math.ceil(sent / PAGE_ROWS) + Math.ceil(votes / PAGE_ROWS),
  );
});
