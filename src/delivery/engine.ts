import { setTimeout as delay } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { remembered } from '../lib/remember.ts';
import { type PlannerTools, planDue } from './planner.ts';
import { type WorkerTools, work } from './worker.ts';

/** Everything the running delivery needs. */
export interface EngineTools extends PlannerTools, WorkerTools {
  /** Something went wrong in the background; it is tried again by itself. */
  onError(where: 'planning' | 'sending' | 'clock', error: unknown): void;
  /** Called once a tick, after planning: the jobs of the clock. */
  onTick?(now: Temporal.Instant): Promise<void>;
}

export interface EngineOptions {
  /** Messages worked on at the same time. */
  parallel?: number;
  /** Pause between two looks at the clock; infinite where nothing may happen by the clock. */
  tickMs?: number;
  /** Longest pause between two looks into an empty queue. */
  idleMs?: number;
  /** For so long a message is hidden from others while one process works on it. */
  visibilitySeconds?: number;
}

/** The running delivery: one loop that plans, several that send. */
export interface Engine {
  /** Looks into the queue now instead of at the next poll. */
  nudge(): void;
  /** Looks at the clock once: plans what is due and runs the jobs whose time it is. The loop does so by itself. */
  tick(): Promise<void>;
  /** Takes no more messages, lets those in hand reach their next checkpoint, and resolves when all is quiet. */
  stop(): Promise<void>;
}

/**
 * While messages are worked on, settings are read again after this time at the earliest. Otherwise every
 * message would read the same.
 */
const SETTINGS_MS = 2_000;

/** Starts planning and sending; runs until `stop`. */
export function startEngine(tools: EngineTools, options: EngineOptions = {}): Engine {
  const { parallel = 4, tickMs = 20_000, idleMs = 5_000 } = options;
  const visibilitySeconds = options.visibilitySeconds ?? tools.visibilitySeconds ?? 120;
  const readSettings = remembered(tools.readSettings, SETTINGS_MS, tools.now);
  const sender = { ...tools, visibilitySeconds, readSettings };
  let stopping = false;
  const ending = new AbortController();
  let waking = new AbortController();

  async function pause(ms: number): Promise<void> {
    const signal = AbortSignal.any([ending.signal, waking.signal]);
    await delay(ms, undefined, { signal }).catch(() => {});
  }

  function nudge(): void {
    waking.abort();
    waking = new AbortController();
  }

  async function guarded(where: 'planning' | 'sending' | 'clock', job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (error) {
      tools.onError(where, error);
      await delay(1_000, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  async function tick(): Promise<void> {
    await guarded('planning', async () => {
      await planDue({ ...tools, onQueued: nudge }, tools.now());
    });
    await guarded('clock', async () => tools.onTick?.(tools.now()));
  }

  async function planning(): Promise<void> {
    while (!stopping) {
      await tick();
      await delay(tickMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  async function sending(): Promise<void> {
    let idle = 250;
    while (!stopping) {
      await guarded('sending', async () => {
        const [message] = await tools.store.queue.receive(1, visibilitySeconds);
        if (!message) {
          await pause(idle);
          idle = Math.min(idle * 2, idleMs);
          return;
        }
        idle = 250;
        await work(sender, message, () => stopping);
      });
    }
  }

  const loops = [
    ...(tickMs === Number.POSITIVE_INFINITY ? [] : [planning()]),
    ...Array.from({ length: parallel }, sending),
  ];
  return {
    nudge,
    tick,
    stop: async () => {
      stopping = true;
      ending.abort();
      await Promise.all(loops);
    },
  };
}
