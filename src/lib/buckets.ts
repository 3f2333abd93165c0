const MINUTE_MS = 60_000;
/** So many keys are remembered at once. When more come, whichever was quiet for longest has a full bucket again. */
const MOST_KEYS = 10_000;

/**
 * A bucket for each key, which holds `most`, fills evenly and is full after `fillMs`. It is kept in memory, and only while it is
 * not full: at most `keys` of them. `now` is in milliseconds of any clock; a bucket of which the clock is set back counts from
 * there.
 */
export function createBuckets(most: number, now: () => number, keys = MOST_KEYS, fillMs = MINUTE_MS) {
  /** Whoever took last is last. */
  const buckets = new Map<string, { left: number; at: number }>();

  /** A bucket of which nothing was taken for so long is full, and then there is nothing to remember. */
  function forget(at: number): void {
    for (const [key, bucket] of buckets) {
      if (at - bucket.at < fillMs && buckets.size < keys) return;
      buckets.delete(key);
    }
  }

  function leftOf(key: string, at: number): number {
    const bucket = buckets.get(key);
    if (!bucket) return most;
    return Math.min(most, bucket.left + (Math.max(0, at - bucket.at) / fillMs) * most);
  }

  return {
    /** True when there was one left; it is taken. */
    take: (key: string): boolean => {
      const at = now();
      const left = leftOf(key, at);
      buckets.delete(key);
      forget(at);
      buckets.set(key, { left: left < 1 ? left : left - 1, at });
      return left >= 1;
    },
    /** True when there is none left to take. */
    isEmpty: (key: string): boolean => leftOf(key, now()) < 1,
    /** Puts back what was taken and not used. */
    putBack: (key: string): void => {
      const bucket = buckets.get(key);
      if (bucket) buckets.set(key, { left: Math.min(most, bucket.left + 1), at: bucket.at });
    },
    /** How many buckets are remembered. */
    size: () => buckets.size,
  };
}
