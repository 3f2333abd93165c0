import type { Temporal } from 'temporal-polyfill';
import { createBuckets } from '../lib/buckets.ts';

/** So often one account does within a day what comes in the log: a working day takes far fewer. */
export const MOST_LOGGED_A_DAY = 1_000;

const DAY_MS = 86_400_000;
const MOST_ACCOUNTS = 10_000;

/** What each account did that came in the log, within a day. */
export interface LogLimit {
  count(who: string): void;
  /** True when somebody did so much that they would bury what others did (trust:managing-is-logged). */
  isReached(who: string): boolean;
}

/**
 * Counts in this process alone. It holds nothing back by itself: whoever begins something new is refused before it begins, and
 * what was begun is always written down.
 */
export function logLimit(now: () => Temporal.Instant): LogLimit {
  const left = createBuckets(MOST_LOGGED_A_DAY, () => now().epochMilliseconds, MOST_ACCOUNTS, DAY_MS);
  return { count: (who) => void left.take(who), isReached: left.isEmpty };
}
