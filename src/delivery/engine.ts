import { setTimeout as delay } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { lazily } from '../lib/lazily.ts';
import { within } from '../lib/within.ts';
import type { Settings } from '../people/municipality.ts';
import { type ClockState, createClockwork, type Task } from './clockwork.ts';
import { type PlannerTools, planDue } from './planner.ts';
import { type WorkerTools, work } from './worker.ts';

/** Everything the running delivery needs. */
export interface EngineTools extends PlannerTools, WorkerTools {
  /** Told of each message that the queue gives, before it is worked on. */
  onReceived?(): void;
  /** Something went wrong in the background; it is tried again by itself. */
  onError(where: string, error: unknown): void;
  /**
   * What the clock does at a tick, beside planning. `settings` are those of this tick, read once. With `isPaced` what may wait a few minutes
   * is not looked at each time.
   */
  jobsAt?(now: Temporal.Instant, settings: () => Promise<Settings>, isPaced: boolean): readonly Task[];
  /** Gives what a tick does to be run in its place, such as counted and timed. */
  watched?(tasks: readonly Task[]): Task[];
  /** Told of what hangs: 'planning', a job of the clock, or 'sending' when that could not be stopped in time. */
  onStuck?(what: string): void;
}

export interface EngineOptions {
  /** Messages worked on at the same time. */
  parallel?: number;
  /** Pause between two looks at the clock; infinite where nothing may happen by the clock. */
  tickMs?: number;
  /** Whether all jobs look at each tick, also those that may wait: where somebody looks on, as in a demo. */
  looksAtAll?: boolean;
  /** Longest pause between two looks into an empty queue. */
  idleMs?: number;
  /** For so long a message is hidden from others while one process works on it. */
  visibilitySeconds?: number;
  /** A message of a discreet round is in hand for a whole number of these. */
  evenMs?: number;
  /** Longest wait for what is in hand when it stops. */
  stopMs?: number;
}

/** The running delivery: one loop that plans, several that send. */
export interface Engine {
  /** Looks into the queue now instead of at the next poll. */
  nudge(): void;
  /** Looks at the clock once: plans what is due and runs the jobs whose time it is. The loop does so by itself. */
  tick(): Promise<void>;
  /** The same as the loop does it: what may wait a few minutes is not looked at each time. */
  pacedTick(): Promise<void>;
  /** How things stand with the clock; undefined where nothing happens by the clock. */
  clock(): ClockState | undefined;
  /**
   * Takes no more messages, lets those in hand reach their next checkpoint, and resolves when all is quiet, or when what
   * is in hand hangs: messages come back by themselves, jobs are done again.
   */
  stop(): Promise<void>;
}

/** What the clock does beside its jobs. */
export const PLANNING = 'planning';

/** What has not ended by then hangs: an attempt to send takes less. Platforms kill a process after 30 seconds. */
const STOP_MS = 25_000;

/** The first pause of a queue that is found empty; each is twice as long as the one before. */
const FIRST_IDLE_MS = 250;

/** The longest that a timer can wait. */
const FOREVER_MS = 2 ** 31 - 1;

/** Starts planning and sending; runs until `stop`. */
export function startEngine(tools: EngineTools, options: EngineOptions = {}): Engine {
  const { parallel = 4, tickMs = 30_000, idleMs = 20_000, stopMs = STOP_MS } = options;
  const visibilitySeconds = options.visibilitySeconds ?? tools.visibilitySeconds ?? 120;
  const sender = { ...tools, visibilitySeconds, evenMs: options.evenMs ?? tools.evenMs };
  let stopping = false;
  const ending = new AbortController();
  let waking = new AbortController();
  let watching = new AbortController();
  /** How long the next pause is before somebody looks into an empty queue again. */
  let idle = FIRST_IDLE_MS;

  async function pause(ms: number, ...wakers: AbortController[]): Promise<void> {
    const signal = AbortSignal.any([ending, waking, ...wakers].map((one) => one.signal));
    await delay(ms, undefined, { signal }).catch(() => {});
  }

  function nudge(): void {
    waking.abort();
    waking = new AbortController();
  }

  /** Of what was in hand something may come back into the queue in a moment: whoever watches it looks again soon. */
  function watchClosely(): void {
    idle = FIRST_IDLE_MS;
    watching.abort();
    watching = new AbortController();
  }

  /** Rounds are planned, and jobs done, whatever one of them does. */
  function tasksAt(now: Temporal.Instant, isPaced: boolean): Task[] {
    const readSettings = lazily(tools.readSettings);
    const planning = async () => {
      await planDue({ ...tools, readSettings, onQueued: nudge }, now);
    };
    const tasks = [{ name: PLANNING, run: planning }, ...(tools.jobsAt?.(now, readSettings, isPaced) ?? [])];
    return tools.watched?.(tasks) ?? tasks;
  }

  const { now, onError, onStuck } = tools;
  const clockwork = createClockwork({ tasksAt, now, onFailed: onError, onStuck });
  const hasClock = tickMs !== Number.POSITIVE_INFINITY;

  async function ticking(): Promise<void> {
    while (!stopping) {
      void clockwork.tick(!options.looksAtAll);
      await delay(tickMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  /** Which of the senders looks into the queue while it is empty: the others sleep until there is something. */
  let watcher: number | undefined;

  async function sending(me: number): Promise<void> {
    while (!stopping) {
      try {
        const [message] = await tools.store.queue.receive(1, visibilitySeconds);
        if (!message) {
          watcher ??= me;
          if (watcher !== me) await pause(FOREVER_MS);
          else {
            const ms = idle;
            idle = Math.min(idle * 2, idleMs);
            await pause(ms, watching);
          }
          continue;
        }
        if (watcher === me) {
          watcher = undefined;
          nudge();
        }
        tools.onReceived?.();
        await work(sender, message, () => stopping);
        watchClosely();
      } catch (error) {
        onError('sending', error);
        await delay(1_000, undefined, { signal: ending.signal }).catch(() => {});
      }
    }
  }

  let areSending = true;
  const senders = Promise.all(Array.from({ length: parallel }, (_, me) => sending(me))).then(() => {
    areSending = false;
  });
  const clock = hasClock ? ticking() : undefined;
  return {
    nudge,
    tick: async () => {
      await clockwork.quiet();
      await clockwork.tick();
    },
    pacedTick: () => clockwork.tick(true),
    clock: () => (hasClock ? clockwork.state() : undefined),
    stop: async () => {
      stopping = true;
      ending.abort();
      await within(stopMs, Promise.all([senders, clock, clockwork.quiet()])).catch(() => {
        for (const task of clockwork.busy()) onStuck?.(task);
        if (areSending) onStuck?.('sending');
      });
    },
  };
}
