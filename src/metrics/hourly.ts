import type { Temporal } from 'temporal-polyfill';
import type { StorageRequest } from '../storage/index.ts';
import { OTHER, QUEUE } from './labels.ts';

/** How often something was seen within an hour that is over. */
export interface Seen {
  name: string;
  value: number;
  times: number;
}

/** Counts that are told only when their hour is over. */
export interface Hourly {
  /** Counts one, by its name and a value out of few, such as a duration that was rounded. */
  add(name: string, value?: number): void;
  /** What was counted in the hours that are over and was not taken before. */
  take(): Seen[];
}

const HOUR_MS = 3_600_000;

/**
 * Counts by the hours of a clock. Whoever reads the counts as often as they like learns how much there was in an hour, and not at
 * what moment it was: beside who was seen at work, a moment would tell whose it was (trust:no-trace). What is not read yet when the
 * process ends is lost.
 */
export function createHourly(now: () => Temporal.Instant): Hourly {
  let hour = Number.NEGATIVE_INFINITY;
  let going = new Map<string, Seen>();
  let over = new Map<string, Seen>();

  function turnTo(moment: number): void {
    if (moment === hour) return;
    for (const [key, seen] of going) {
      const times = (over.get(key)?.times ?? 0) + seen.times;
      over.set(key, { ...seen, times });
    }
    going = new Map();
    hour = moment;
  }

  const look = () => turnTo(Math.floor(now().epochMilliseconds / HOUR_MS));

  return {
    add: (name, value = 1) => {
      look();
      const key = `${name} ${value}`;
      const times = (going.get(key)?.times ?? 0) + 1;
      going.set(key, { name, value, times });
    },
    take: () => {
      look();
      const taken = [...over.values()];
      over = new Map();
      return taken;
    },
  };
}

/** Counts requests to storage by their table, whatever row they are about. */
export const countingIn =
  ({ add }: Pick<Hourly, 'add'>): ((request: Pick<StorageRequest, 'service' | 'table'>) => void) =>
  ({ service, table }) =>
    add(service === 'queue' ? QUEUE : (table ?? OTHER));
