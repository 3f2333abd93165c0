import type { Temporal } from 'temporal-polyfill';
import { createBuckets } from '../lib/buckets.ts';
import { BY_ITSELF, OPERATOR } from './actors.ts';

/** So many lines one account writes in the log within a day, one by one: a working day takes far fewer, and a day of all fits in a file. */
export const MOST_LOGGED_A_DAY = 1_000;

const DAY_MS = 86_400_000;
const MOST_ACCOUNTS = 10_000;

/** Whoever did so many managing actions that they would bury what others did (trust:managing-is-logged). */
export class TooMuchLogged extends Error {
  constructor() {
    super('too many lines of one account');
    this.name = 'TooMuchLogged';
  }
}

/**
 * Gives the function that throws `TooMuchLogged` for an account that wrote `MOST_LOGGED_A_DAY` lines within a day. Each process
 * counts for itself. What Kompas does by itself and what is done where commands are run is not counted.
 */
export function logLimit(now: () => Temporal.Instant): (who: string) => void {
  const left = createBuckets(MOST_LOGGED_A_DAY, () => now().epochMilliseconds, MOST_ACCOUNTS, DAY_MS);
  return (who) => {
    if (who !== BY_ITSELF && who !== OPERATOR && !left.take(who)) throw new TooMuchLogged();
  };
}
