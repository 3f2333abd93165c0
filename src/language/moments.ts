import type { Temporal } from 'temporal-polyfill';
import { bareYear } from './bare-years.ts';
import { calendarDay } from './calendar-days.ts';
import { dayOfSomeMonth } from './day-numbers.ts';
import type { Direction, FoundMoment, VagueMoment } from './found-moment.ts';
import { partOfMonth, partOfYear } from './periods.ts';
import { afterWhile, dayOfWeekNamed, vagueWhile, weekday, wordForDay } from './relative-days.ts';
import { plainText } from './words.ts';

/**
 * The first day that a text speaks of, in Dutch or English, seen from `today`; a month means its first day. Undefined
 * when it speaks of none.
 */
export function findMoment(
  typed: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | VagueMoment | undefined {
  // One character stays one character, so that places in this text are places in the typed one.
  const text = [...typed]
    .map((char) => (plainText(char).length === char.length ? plainText(char) : char))
    .join('');
  return (
    dayOfWeekNamed(text, today) ??
    partOfMonth(text, today, direction) ??
    partOfYear(text, today, direction) ??
    calendarDay(text, today, direction) ??
    dayOfSomeMonth(text, today, direction) ??
    afterWhile(text, today) ??
    vagueWhile(text) ??
    wordForDay(text, today) ??
    weekday(text, today, direction) ??
    bareYear(text, today)
  );
}
