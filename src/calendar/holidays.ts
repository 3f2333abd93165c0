import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

const netherlands = new Holidays('NL', { languages: ['nl'], types: ['public'] });

// A year's holidays never change while the bot runs, and working them out is slow next to looking them up.
const known = new Map<number, ReadonlyMap<string, string>>();

/**
 * Takes a calendar year, gives the days off in that year in date order: ISO local date to Dutch name.
 * These are the Dutch public holidays, plus 5 May every year: the bot leaves people alone on Bevrijdingsdag,
 * although the law has no general day off then and date-holidays does not call it public. Goede Vrijdag is an
 * ordinary working day unless the municipality closes. Koningsdag is 26 April when the 27th is a Sunday
 * (date-holidays knows that rule). Throws nothing.
 */
export function freeDays(year: number): ReadonlyMap<string, string> {
  const remembered = known.get(year);
  if (remembered) return remembered;
  const days = new Map([
    [`${year}-05-05`, 'Bevrijdingsdag'],
    // After 5 May, so that a Hemelvaartsdag on that date (2016) keeps its own name.
    ...netherlands.getHolidays(year).map((day): [string, string] => [day.date.slice(0, 10), day.name]),
  ]);
  const inOrder = new Map([...days].sort(([one], [other]) => one.localeCompare(other)));
  known.set(year, inOrder);
  return inOrder;
}

/**
 * Takes a local date and the ISO dates a municipality is closed on (Goede Vrijdag, brugdagen), tells whether
 * nobody is expected to work: a free day of that year or a closure. Weekends are not free days; those follow
 * from a person's own working days. Throws nothing.
 */
export function isFreeDay(date: Temporal.PlainDate, closures: ReadonlySet<string>): boolean {
  const iso = date.toString();
  return closures.has(iso) || freeDays(date.year).has(iso);
}

/** Takes a local date and closures (ISO dates), tells whether the municipality works: no weekend, no free day. Throws nothing. */
export function isWorkday(date: Temporal.PlainDate, closures: ReadonlySet<string>): boolean {
  return date.dayOfWeek <= 5 && !isFreeDay(date, closures);
}
