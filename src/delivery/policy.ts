/** What one attempt to send came to. `bot/sender` reports it; only the rules here say what follows. */
export type SendOutcome =
  | { kind: 'sent' }
  /** The person blocked or removed the bot, or the conversation is gone (403, 404). */
  | { kind: 'gone' }
  /** Teams asks us to wait (429), for so many milliseconds when it says how long. */
  | { kind: 'throttled'; waitMs?: number }
  /** May work later: 412, 500, 502, 503, 504, a reset, a timeout. The last five may have arrived after all. */
  | { kind: 'again'; reason: string }
  /** Will not work: anything else. */
  | { kind: 'refused'; reason: string };

/** With these a message was not taken: refused as it stood, or there was nobody to give it to. */
const notTaken: readonly string[] = ['412', '500', '503', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * True when nobody can tell whether a message arrived. What a whole channel reads is not sent again then: twice is seen by
 * everybody, and what was not read can be asked for.
 */
export function mayHaveArrived(outcome: SendOutcome): boolean {
  return outcome.kind === 'again' && !notTaken.includes(outcome.reason);
}

/** What is written down about one recipient of one occurrence. */
export type Result = 'sent' | 'skipped' | 'blocked' | 'refused' | 'gave-up' | 'late';

export type Decision =
  | { do: 'record'; result: Result; reason?: string }
  /** Try again in this very run. */
  | { do: 'wait'; ms: number }
  /** Leave it for a later run of the message. */
  | { do: 'later'; ms: number; reason: string };

/** Tries within one run of a message, and runs of one message, before we give up. */
export const TRIES_A_RUN = 3;
export const RUNS = 6;
/** The reason of a decision that follows from throttling: no failure, so it does not count as a run. */
export const THROTTLED = '429';
/** Waiting longer than this is not done with the message in hand. */
const LONGEST_WAIT_MS = 10_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

function backoff(firstMs: number, attempt: number, random: number): number {
  // Full jitter on the upper half: never at once, never all at the same time.
  return Math.round(Math.min(firstMs * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + random / 2));
}

/**
 * Decides what follows an attempt. `attempt` counts attempts in this run from 0, `run` counts runs of the message
 * from 0, `random` lies in [0, 1). Throttling never counts as failure: the message comes back until its time is over.
 */
export function decide(outcome: SendOutcome, attempt: number, run: number, random: number): Decision {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'record', result: 'sent' };
    case 'gone':
      return { do: 'record', result: 'blocked' };
    case 'refused':
      return { do: 'record', result: 'refused', reason: outcome.reason };
    case 'throttled': {
      // Whole milliseconds: `Retry-After` may hold a fraction, and instants take no parts of one.
      const ms = Math.ceil(outcome.waitMs ?? backoff(1_000, attempt, random));
      return ms <= LONGEST_WAIT_MS && attempt + 1 < TRIES_A_RUN
        ? { do: 'wait', ms }
        : { do: 'later', ms: Math.min(Math.max(ms, 1_000), LONGEST_PAUSE_MS), reason: THROTTLED };
    }
    case 'again':
      if (attempt + 1 < TRIES_A_RUN) return { do: 'wait', ms: backoff(500, attempt, random) };
      if (run + 1 >= RUNS) return { do: 'record', result: 'gave-up', reason: outcome.reason };
      return { do: 'later', ms: backoff(15_000, run, random), reason: outcome.reason };
  }
}
