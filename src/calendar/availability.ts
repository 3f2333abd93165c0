import type { Temporal } from 'temporal-polyfill';
import { isFreeDay } from './holidays.ts';
import { type Weekday, weekdayOf } from './weekdays.ts';

/** When a person works. Dates are local ISO dates in Europe/Amsterdam, both ends of an absence inclusive. */
export interface Presence {
  workdays: readonly Weekday[];
  /** First day away. Missing while absentUntil is set: away all along until then. */
  absentFrom?: string;
  /** Last day away. Missing while absentFrom is set: away until further notice. */
  absentUntil?: string;
}

/**
 * Takes a person's presence, a local date and the municipality's closures (ISO dates), tells whether the
 * person works that day: one of their working days, no free day, not away. Throws nothing.
 */
export function worksOn(
  presence: Presence,
  date: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): boolean {
  return presence.workdays.includes(weekdayOf(date)) && !isAway(presence, date) && !isFreeDay(date, closures);
}

/**
 * Takes a presence, local dates in order and closures, gives the first date the person works, or undefined
 * when there is none. Throws nothing.
 */
export function firstWorkingDay(
  presence: Presence,
  days: readonly Temporal.PlainDate[],
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return days.find((day) => worksOn(presence, day, closures));
}

/**
 * Takes a presence, local dates in order and closures, gives the last date the person works, or undefined
 * when there is none. Throws nothing.
 */
export function lastWorkingDay(
  presence: Presence,
  days: readonly Temporal.PlainDate[],
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return days.findLast((day) => worksOn(presence, day, closures));
}

// ISO dates of four-digit years sort as text in the order of the days.
function isAway({ absentFrom, absentUntil }: Presence, date: Temporal.PlainDate): boolean {
  if (absentFrom === undefined && absentUntil === undefined) return false;
  const iso = date.toString();
  return (absentFrom === undefined || absentFrom <= iso) && (absentUntil === undefined || iso <= absentUntil);
}
