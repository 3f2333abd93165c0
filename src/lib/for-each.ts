import pMap from 'p-map';

/**
 * Does the work for each item, one after another, or so many at a time. An item that fails does not keep the others from
 * theirs. Throws what failed first once all had their turn, so that the caller does it again.
 */
export async function forEach<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<unknown>,
  concurrency = 1,
): Promise<void> {
  const faults: unknown[] = [];
  await pMap(items, (item) => work(item).catch((error) => faults.push(error)), { concurrency });
  if (faults.length > 0) throw faults[0];
}
