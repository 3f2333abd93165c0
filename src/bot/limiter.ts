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

/**
 * No more than a second's worth leaves within this time: a second, and a bit for calls that take longer than others
 * to arrive, since Teams counts arrivals.
 */
const WINDOW_MS = 1_040;
/** How far sending may fall behind (a busy event loop, a slow checkpoint) and still catch up; the window above bounds it. */
const CATCH_UP_MS = 120;
/** Also keeps the timer below what `setTimeout` can count: beyond that it fires at once, again and again. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** When calls may leave at one rate: evenly spread, and never more than a second's worth in a window. */
function pacer(perSecond: number) {
  const step = 1_000 / perSecond;
  /** When the last second's worth of calls left; the next one takes the place of the oldest. */
  const left: number[] = Array(Math.max(1, Math.floor(perSecond))).fill(-Infinity);
  let oldest = 0;
  let next = 0;
  return {
    readyAt: () => Math.max(next, (left[oldest] ?? 0) + WINDOW_MS),
    leave: (at: number) => {
      next = Math.max(next, at - CATCH_UP_MS) + step;
      left[oldest] = at;
      oldest = (oldest + 1) % left.length;
    },
  };
}

/**
 * Spreads calls evenly over time instead of letting a second's worth go at once. Rounds have to keep to the rate for
 * everything and to their own.
 */
export function createLimiter(rates: Rates, now: () => number = () => performance.now()): Limiter {
  const all = pacer(rates.perSecond);
  const rounds = pacer(rates.roundsPerSecond);
  const waiting: Record<Lane, (() => void)[]> = { people: [], round: [] };
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  function readyAt(lane: Lane): number {
    return lane === 'people' ? all.readyAt() : Math.max(all.readyAt(), rounds.readyAt(), pausedUntil);
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
      all.leave(at);
      if (lane === 'round') rounds.leave(at);
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
