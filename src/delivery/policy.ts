import type { SendOutcome } from '../conversation/send-outcome.ts';

/** What is written down about one recipient of one occurrence. */
export type Result = 'sent' | 'skipped' | 'blocked' | 'refused' | 'gave-up' | 'late';

export type RetryDecision =
  | { do: 'record'; result: Result; reason?: string }
  /** Try again in this very run. */
  | { do: 'wait'; ms: number }
  /** Leave it for a later run of the message. Having to wait is no failure, so it does not count as a run. */
  | { do: 'later'; ms: number; reason: string; failed: boolean };

/** Tries within one run of a message, and runs of one message, before we give up. */
export const TRIES_A_RUN = 3;
export const RUNS = 6;
/** While nobody can be reached, a message waits so long for its next try. */
export const BARRED_MS = 3_600_000;
/**
 * A wait that is longer than this is not spent with the message in hand: the message goes back to the queue.
 */
const LONGEST_WAIT_MS = 10_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

function backoff(firstMs: number, attempt: number, random: number): number {
  // Chance picks a moment between half of the pause and all of it: never at once, never all at the same time.
  return Math.round(Math.min(firstMs * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + random / 2));
}

/**
 * Decides what follows an attempt. `attempt` counts attempts in this run from 0, `run` counts runs of the message
 * from 0, `random` lies in [0, 1). Having to wait never counts as failure: the message comes back until its time is over.
 */
export function decide(outcome: SendOutcome, attempt: number, run: number, random: number): RetryDecision {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'record', result: 'sent' };
    case 'gone':
      return { do: 'record', result: 'blocked', reason: outcome.reason };
    case 'barred':
      return { do: 'later', ms: BARRED_MS, reason: outcome.reason, failed: false };
    case 'refused':
      return { do: 'record', result: 'refused', reason: outcome.reason };
    case 'throttled': {
      // Whole milliseconds: `Retry-After` may hold a fraction, and instants take no parts of one.
      const ms = Math.ceil(outcome.waitMs ?? backoff(1_000, attempt, random));
      return ms <= LONGEST_WAIT_MS && attempt + 1 < TRIES_A_RUN
        ? { do: 'wait', ms }
        : { do: 'later', ms: Math.min(Math.max(ms, 1_000), LONGEST_PAUSE_MS), reason: '429', failed: false };
    }
    case 'again':
      if (attempt + 1 < TRIES_A_RUN) return { do: 'wait', ms: backoff(500, attempt, random) };
      if (run + 1 >= RUNS) return { do: 'record', result: 'gave-up', reason: outcome.reason };
      return { do: 'later', ms: backoff(15_000, run, random), reason: outcome.reason, failed: true };
  }
}
