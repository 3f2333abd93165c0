/** Rounds are messages the calendar sends; `people` is everything in answer to somebody who is there now. */
export type Lane = 'round' | 'people';

export interface Limiter {
  /** Resolves when one call may leave. People go before rounds. Rejects when `signal` ends first: then it never leaves. */
  take(lane: Lane, signal?: AbortSignal): Promise<void>;
  /** Holds rounds back for so long, because Teams said so (429); at most for a quarter of an hour at a time. */
  pauseRounds(ms: number): void;
}

export interface Rates {
  /** Calls a second to the connector, everything together (Teams: 50 per app and tenant). */
  perSecond: number;
  /** Of those, what rounds may use; the rest is kept for people. */
  roundsPerSecond: number;
}

/** How far a busy event loop may fall behind and still catch up. */
const CATCH_UP_MS = 20;
/** Also keeps the timer below what `setTimeout` can count: beyond that it fires at once, again and again. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * Spreads calls evenly over time instead of letting a second's worth go at once. Two clocks say when the next call
 * may leave, one for everything and one for rounds; each call moves them on by its share of a second.
 */
export function createLimiter(rates: Rates, now: () => number = () => performance.now()): Limiter {
  const step = 1_000 / rates.perSecond;
  const roundStep = 1_000 / rates.roundsPerSecond;
  const waiting: Record<Lane, (() => void)[]> = { people: [], round: [] };
  let next = 0;
  let nextRound = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const moved = (clock: number, by: number, at: number) => Math.max(clock, at - CATCH_UP_MS) + by;

  function readyAt(lane: Lane): number {
    return lane === 'people' ? next : Math.max(next, nextRound, pausedUntil);
  }

  function pump(): void {
    clearTimeout(timer);
    for (;;) {
      const lane: Lane | undefined =
        waiting.people.length > 0 ? 'people' : waiting.round.length > 0 ? 'round' : undefined;
      if (!lane) return;
      const at = now();
      const ready = readyAt(lane);
      if (ready > at) {
        timer = setTimeout(pump, Math.max(1, ready - at));
        return;
      }
      next = moved(next, step, at);
      if (lane === 'round') nextRound = moved(nextRound, roundStep, at);
      waiting[lane].shift()?.();
    }
  }

  return {
    take: (lane, signal) =>
      new Promise((resolve, reject) => {
        const go = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting[lane] = waiting[lane].filter((other) => other !== go);
          reject(signal?.reason);
        };
        if (signal?.aborted) return leave();
        signal?.addEventListener('abort', leave, { once: true });
        waiting[lane].push(go);
        pump();
      }),
    pauseRounds: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + Math.min(ms, LONGEST_PAUSE_MS));
    },
  };
}
