/**
 * Does the work for each item, one after another. An item that fails does not keep the others from theirs.
 * Throws what failed first once all had their turn, so that the caller does it again.
 */
export async function forEach<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) await work(item).catch((error) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
