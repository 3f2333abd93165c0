import type { Temporal } from 'temporal-polyfill';
import { at, today } from './clock.ts';

/**
 * Takes a moment and two local times of day ('09:00', '16:00', Europe/Amsterdam; '24:00' is the end of the day); true
 * from the first up to, but not at, the second. Throws RangeError on what is no time.
 */
export function isBetween(now: Temporal.Instant, [from, until]: readonly [string, string]): boolean {
  const day = today(now);
  const moment = now.epochMilliseconds;
  const end = until === '24:00' ? at(day.add({ days: 1 }), '00:00') : at(day, until);
  return at(day, from).epochMilliseconds <= moment && moment < end.epochMilliseconds;
}
