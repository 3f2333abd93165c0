import type { Temporal } from 'temporal-polyfill';
import { numberInWords } from './numbers.ts';

/** Reads one day from a text, seen from a day; undefined when there is none in it. */
type ReadDay = (text: string, from: Temporal.PlainDate) => Temporal.PlainDate | undefined;

const units = {
  dag: 'days',
  dagen: 'days',
  week: 'weeks',
  weken: 'weeks',
  maand: 'months',
  maanden: 'months',
} as const;
const stretch =
  /^(?:(?:vanaf|van|per|op)\s+(.+?)\s+)?(?:(?:de|het)\s+)?(?:(?:eerst)?komende\s+|hele\s+)?(\d{1,2}|\p{L}+)\s+(?:hele\s+)?(dag|dagen|week|weken|maand|maanden)(?:\s+(?:vanaf|met ingang van|per|sinds)\s+(.+))?$/iu;

/**
 * Days that are counted: "2 weken", "vanaf maandag drie dagen", "een week vanaf 1 december". Without a first day they
 * begin today. Undefined for any other text; `unread` when the first day is.
 */
export function daysCounted(text: string, today: Temporal.PlainDate, read: ReadDay) {
  const [found, before, typed = '', unit = '', after] = stretch.exec(text.trim()) ?? [];
  const count = /^\d/.test(typed) ? Number(typed) : numberInWords(typed);
  if (found === undefined || !count) return undefined;
  const named = before ?? after;
  const first = named === undefined ? today : read(named, today);
  if (!first) return 'unread' as const;
  const size = units[unit.toLowerCase() as keyof typeof units];
  return { first, last: first.add({ [size]: count }).subtract({ days: 1 }) };
}

const joins = /,|&|\+|\ben\b|\band\b/i;
const isWeekend = (day: Temporal.PlainDate) => day.dayOfWeek > 5;

/**
 * Days that are named one by one, in order: "maandag en dinsdag", "1, 2 en 3 december". Each is read as the first one
 * behind the day before it. Undefined when there is but one, or when one of them cannot be read.
 */
export function daysListed(
  text: string,
  today: Temporal.PlainDate,
  read: ReadDay,
): Temporal.PlainDate[] | undefined {
  const parts = text
    .split(joins)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 14) return undefined;
  // In "1 en 2 december" the month stands behind the last day only.
  const [, behind = ''] = /^\D*\d{1,2}(?:e|de|ste)?\b(.*)$/i.exec(parts.at(-1) ?? '') ?? [];
  const days: Temporal.PlainDate[] = [];
  for (const part of parts) {
    const whole = /^(?:op |de |\p{L}+dag )*\d{1,2}(?:e|de|ste)?$/iu.test(part) ? `${part}${behind}` : part;
    const before = days.at(-1);
    const day = read(whole, today);
    const isBehind = day && before && day.since(before).days < 1;
    const next = isBehind ? read(whole, before.add({ days: 1 })) : day;
    if (!next) return undefined;
    days.push(next);
  }
  return days;
}

/** True when nothing but a weekend lies between days that stand in order. */
export function areTogether(days: readonly Temporal.PlainDate[]): boolean {
  return days.slice(1).every((day, n) => {
    const before = days[n] ?? day;
    const between = before.until(day).days - 1;
    // A weekend is two days; whoever types two years asks nobody to count the days between.
    if (between < 0 || between > 2) return false;
    return Array.from({ length: between }, (_, step) => before.add({ days: step + 1 })).every(isWeekend);
  });
}
