import type { Temporal } from 'temporal-polyfill';
import { at, today } from '../calendar/clock.ts';
import { enforceRetention, type Storage } from '../storage/index.ts';
import type { DeliveryStore } from './store.ts';

export interface HousekeepingTools {
  storage: Storage;
  store: DeliveryStore;
  /** What features do by the clock; each is harmless when repeated. */
  jobs: readonly ((now: Temporal.Instant) => Promise<void>)[];
  onSwept(rows: Record<string, number>): Promise<void>;
}

/** Retention runs once a day after this local time, when nobody is waiting. */
const NIGHT = '03:00';

/**
 * Gives the function that the engine calls every tick: the jobs of features, and retention once a night
 * (trust:kept-no-longer).
 */
export function housekeeping({ storage, store, jobs, onSwept }: HousekeepingTools) {
  async function retention(now: Temporal.Instant): Promise<void> {
    const day = today(now);
    if (now.epochMilliseconds < at(day, NIGHT).epochMilliseconds) return;
    await store.once({ what: 'retention', about: 'all', period: day.toString() }, now, async () => {
      await onSwept(await enforceRetention(storage, day.toString()));
    });
  }

  return async (now: Temporal.Instant): Promise<void> => {
    // One that fails may not keep the others from their work, least of all retention.
    const ended = await Promise.allSettled([...jobs, retention].map((job) => job(now)));
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  };
}
