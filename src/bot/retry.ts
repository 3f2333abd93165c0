import { outcomeOf } from './refusal.ts';
import { CallError } from './wire.ts';

/** Somebody is waiting: all tries together take no longer than this, apart from the last call itself. */
const PATIENCE_MS = 3_000;
const FIRST_WAIT_MS = 250;
/** What is seldom over in a moment is tried no more often than this. */
const FEW_TRIES = 3;

/**
 * True for a refusal that may be over in a moment all the same: one without a word may come from whatever stands between us
 * and Teams, a token may just have ended, and a conversation may not be there yet.
 */
function mayPass(error: CallError): boolean {
  const { status = 0, code } = error;
  if (status === 404) return code === undefined || code === 'ConversationNotFound' || code === 'NotFound';
  return status === 401 || (status === 403 && code === undefined) || status >= 500;
}

/** How long to wait before another try, in milliseconds; undefined when a try makes no sense. */
function waitAfter(error: unknown, tries: number): number | undefined {
  const outcome = outcomeOf(error);
  const own = FIRST_WAIT_MS * 2 ** tries * (0.5 + Math.random() / 2);
  if (outcome.kind === 'throttled') return outcome.waitMs ?? own;
  if (outcome.kind === 'again') return own;
  return error instanceof CallError && mayPass(error) && tries + 1 < FEW_TRIES ? own : undefined;
}

/**
 * Makes a connector call in answer to somebody who is there now, and makes it again shortly after a 429, a 5xx, a reset or a
 * refusal that may pass: an answer that may come twice is better than none. Throws the last error when it keeps failing, or
 * when Teams asks for a longer wait than anybody has.
 */
export async function withRetries<R>(call: () => Promise<R>, patienceMs = PATIENCE_MS): Promise<R> {
  const until = performance.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const wait = waitAfter(error, tries);
      if (wait === undefined || performance.now() + wait > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
