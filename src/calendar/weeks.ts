import { Temporal } from 'temporal-polyfill';
import { memoised } from '../lib/memoised.ts';
import { dutchDate } from './clock.ts';

/**
 * Takes a local date, gives its ISO week as 'YYYY-Www' (ISO 8601: the year is the one the week's Thursday is
 * in, so 1 January 2027 is in '2026-W53').
 * Throws RangeError when the week's year lies outside 2000–2999, since such a text would not be a period.
 */
export function periodOf(date: Temporal.PlainDate): string {
  const { yearOfWeek, weekOfYear } = date;
  if (yearOfWeek === undefined || weekOfYear === undefined || yearOfWeek < 2000 || yearOfWeek > 2999) {
    throw new RangeError(`No period for ${date}`);
  }
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/**
 * Takes any text, tells whether it is a week that exists: 'YYYY-Www' in 2000–2999, with W53 only in the years
 * that have one (ISO 8601). Throws nothing.
 */
export function isPeriod(text: string): boolean {
  const parts = partsOf(text);
  return parts !== undefined && parts.week >= 1 && parts.week <= weeksIn(parts.year);
}

/** So many weeks are worked out once: those that people look at lie within a few years. */
const MOST_KNOWN = 500;

/** Takes a period, gives the Monday it starts on (local date). Throws RangeError when it is no period. */
export const mondayOf: (period: string) => Temporal.PlainDate = memoised((period) => {
  const parts = partsOf(period);
  if (parts === undefined || !isPeriod(period)) throw new RangeError(`Not a period: ${period}`);
  return firstMonday(parts.year).add({ weeks: parts.week - 1 });
}, MOST_KNOWN);

/**
 * Takes a period, a count and a distance in weeks; gives that many periods before it, oldest first, each
 * everyWeeks weeks apart. The period itself is not among them.
 * Throws RangeError when it is no period, or when it would reach back before 2000-W01.
 */
export function previousPeriods(period: string, count: number, everyWeeks: number): string[] {
  const monday = mondayOf(period);
  return Array.from({ length: count }, (_, place) =>
    periodOf(monday.subtract({ weeks: (count - place) * everyWeeks })),
  );
}

/**
 * Takes a period, gives its Dutch name with Monday and Friday: 'week 48 (23 t/m 27 november)', or with both
 * months when the month turns: 'week 53 (28 december t/m 1 januari)'.
 * Throws RangeError when it is no period.
 */
export function weekLabel(period: string): string {
  const monday = mondayOf(period);
  const friday = monday.add({ days: 4 });
  const from = monday.month === friday.month ? String(monday.day) : dutchDate(monday);
  return `week ${monday.weekOfYear} (${from} t/m ${dutchDate(friday)})`;
}

/** Takes a period, gives the number of its week: 8 for '2027-W08'. Throws RangeError when it is no period. */
export function weekOf(period: string): number {
  return mondayOf(period).weekOfYear ?? 0;
}

/** Takes a count of 1 or more, gives it in Dutch as it follows 'elke' or 'de afgelopen': 'week', '4 weken'. Throws nothing. */
export function weeksInWords(count: number): string {
  return count === 1 ? 'week' : `${count} weken`;
}

function partsOf(text: string): { year: number; week: number } | undefined {
  const match = /^(2\d{3})-W(\d{2})$/.exec(text);
  return match ? { year: Number(match[1]), week: Number(match[2]) } : undefined;
}

// 4 January is always in week 1 (ISO 8601).
function firstMonday(year: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 });
}

// 28 December is always in the last week (ISO 8601).
function weeksIn(year: number): number {
  return Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
}
