import type { Rates } from '../delivery/shares.ts';

/** Rounds are messages the calendar sends; `people` is everything in answer to somebody who is there now. */
export type Lane = 'round' | 'people';

export interface Limiter {
  /**
   * Resolves when one call may leave. People go before rounds, and within a lane everybody has a turn after everybody else:
   * `whom` says for whom a call is, so that somebody's thousand waiting answers keep nobody else waiting. Rejects when `signal`
   * ends first: then it never leaves.
   */
  take(lane: Lane, signal?: AbortSignal, whom?: string): Promise<void>;
  /** Holds rounds back for so long, because Teams said so (429); at most for a quarter of an hour at a time. */
  pauseRounds(ms: number): void;
}

/** A limiter whose rates change while it runs. */
export interface SharedLimiter extends Limiter {
  /**
   * From now on these rates, and from `until` on, a moment of the limiter's clock, those of `after`. A rate may be 0: then
   * nothing leaves. When a rate falls, what left before counts against it; when it rises, the rise can be used a window
   * later, since others may have used it until now.
   */
  share(rates: Rates, until: number, after: Rates): void;
}

export interface LimiterTools {
  /** Milliseconds of a clock that only runs on. */
  now?(): number;
  /** Told at each call that has to wait while more wait than may leave in a second. */
  onBehind?(): void;
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

/** So many calls may leave within a window. */
const callsAWindow = (perSecond: number) => (perSecond > 0 ? Math.max(1, Math.floor(perSecond)) : 0);

/** When calls may leave at one rate: evenly spread, and never more than a second's worth in a window. */
function pacer(perSecond: number) {
  let step = 1_000 / perSecond;
  /** When the last second's worth of calls left, oldest first; the next one takes the place of the oldest. */
  let left: number[] = Array(callsAWindow(perSecond)).fill(-Infinity);
  let next = 0;
  return {
    readyAt: () => Math.max(next, (left[0] ?? Infinity) + WINDOW_MS),
    leave: (at: number) => {
      next = Math.max(next, at - CATCH_UP_MS) + step;
      left.shift();
      left.push(at);
    },
    change: (perSecond: number, at: number) => {
      const more = callsAWindow(perSecond) - left.length;
      // As if what is gained had left just now.
      left = more > 0 ? [...left, ...Array<number>(more).fill(at)] : left.slice(-more);
      step = 1_000 / perSecond;
      next = Math.min(next, at + step);
    },
  };
}

/** What waits in a lane: of each in order, and all of them in turn. */
function turnTaking() {
  /** Whose turn it is comes first; whoever was served goes to the end. */
  const waiting = new Map<string, (() => void)[]>();
  let count = 0;
  return {
    count: () => count,
    isEmpty: () => waiting.size === 0,
    add: (whom: string, go: () => void) => {
      count += 1;
      const queue = waiting.get(whom);
      if (queue) queue.push(go);
      else waiting.set(whom, [go]);
    },
    serve: () => {
      const [first] = waiting;
      if (!first) return;
      const [whom, queue] = first;
      const go = queue.shift();
      count -= 1;
      waiting.delete(whom);
      if (queue.length > 0) waiting.set(whom, queue);
      go?.();
    },
    drop: (whom: string, go: () => void) => {
      const queue = waiting.get(whom) ?? [];
      const left = queue.filter((other) => other !== go);
      count -= queue.length - left.length;
      if (left.length > 0) waiting.set(whom, left);
      else waiting.delete(whom);
    },
  };
}

/**
 * Spreads calls evenly over time instead of letting a second's worth go at once. Rounds have to keep to the rate for
 * everything and to their own.
 */
export function createLimiter(
  rates: Rates,
  { now = () => performance.now(), onBehind }: LimiterTools = {},
): SharedLimiter {
  const all = pacer(rates.perSecond);
  const rounds = pacer(rates.roundsPerSecond);
  const waiting = { people: turnTaking(), round: turnTaking() };
  let pausedUntil = 0;
  /** When these rates end, and which take their place then. */
  let end = { at: Infinity, after: rates };
  let perSecond = rates.perSecond;
  let timer: NodeJS.Timeout | undefined;

  function readyAt(lane: Lane): number {
    return lane === 'people' ? all.readyAt() : Math.max(all.readyAt(), rounds.readyAt(), pausedUntil);
  }

  function become(next: Rates, at: number): void {
    perSecond = next.perSecond;
    all.change(next.perSecond, at);
    rounds.change(next.roundsPerSecond, at);
  }

  function pump(): void {
    clearTimeout(timer);
    for (;;) {
      const at = now();
      if (at >= end.at) {
        become(end.after, at);
        end = { at: Infinity, after: end.after };
      }
      const lane: Lane = waiting.people.isEmpty() ? 'round' : 'people';
      if (waiting[lane].isEmpty()) return;
      const ready = readyAt(lane);
      if (ready > at) {
        const wake = Math.min(ready, end.at);
        if (wake < Infinity) timer = setTimeout(pump, Math.max(1, wake - at));
        return;
      }
      all.leave(at);
      if (lane === 'round') rounds.leave(at);
      waiting[lane].serve();
    }
  }

  return {
    take: (lane, signal, whom = '') =>
      new Promise((resolve, reject) => {
        const go = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting[lane].drop(whom, go);
          reject(signal?.reason);
        };
        if (signal?.aborted) return leave();
        signal?.addEventListener('abort', leave, { once: true });
        waiting[lane].add(whom, go);
        pump();
        if (waiting.people.count() + waiting.round.count() > perSecond) onBehind?.();
      }),
    pauseRounds: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + Math.min(ms, LONGEST_PAUSE_MS));
    },
    share: (rates, until, after) => {
      const at = now();
      become(at < until ? rates : after, at);
      end = { at: until, after };
      pump();
    },
  };
}
