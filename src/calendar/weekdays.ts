import type { Temporal } from 'temporal-polyfill';

/** The Dutch two-letter names people use to say which days they work. */
export type Weekday = 'ma' | 'di' | 'wo' | 'do' | 'vr' | 'za' | 'zo';

/** Monday first, as in an ISO week: the place in this list plus one is the ISO day number. */
export const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const satisfies readonly Weekday[];

/** How the days are called in Dutch. */
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  ma: 'maandag',
  di: 'dinsdag',
  wo: 'woensdag',
  do: 'donderdag',
  vr: 'vrijdag',
  za: 'zaterdag',
  zo: 'zondag',
};

/** Takes a local date, gives its weekday. Throws nothing. */
export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return weekdays[date.dayOfWeek - 1] as Weekday;
}

/** Takes a weekday, gives whole days after Monday: 0 for 'ma' to 6 for 'zo'. Throws nothing. */
export function daysAfterMonday(day: Weekday): number {
  return weekdays.indexOf(day);
}
