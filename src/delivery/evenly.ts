import { setTimeout as delay } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';

export interface EvenTools {
  now(): Temporal.Instant;
  /** Waits between two tries, and for the end of a step; real time unless a test brings its own. */
  pause?(ms: number): Promise<unknown>;
  /** The length of a step, in milliseconds. */
  evenMs?: number;
}

/** Longer than the sends of a message take on nearly all days, tries again included. */
const STEP_MS = 5_000;

/**
 * Does the work and ends after a whole number of steps, or at `until` when the work is done by then. Whoever watches the queue sees when
 * a message goes from it, and when the next one is begun: neither may tell how much there was to send (trust:no-trace). Throws what
 * the work throws, at once.
 */
export async function evenly(
  { now, pause = delay, evenMs = STEP_MS }: EvenTools,
  until: Temporal.Instant,
  work: () => Promise<void>,
): Promise<void> {
  const begun = now();
  await work();
  const spent = now().since(begun).total('milliseconds');
  const wait = Math.min(
    Math.ceil(spent / evenMs || 1) * evenMs - spent,
    until.since(now()).total('milliseconds'),
  );
  if (wait > 0) await pause(wait);
}
