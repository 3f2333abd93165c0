/**
 * Does the work for one after another: one that fails may not keep the others from theirs. Throws what failed first,
 * once all had their turn, so that whoever asked does it again.
 */
export async function forEach<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) await work(item).catch((error) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
