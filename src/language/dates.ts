import { nl } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';

/** Days away: from the first up to and including the last. */
export interface DateSpan {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

const inclusive = /\b(t\s*\/\s*m|t\.?\s?e?\.?m\b\.?|tot en met|tem)(?=\s|$)/i;
const numeric = /\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?\b/;
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/;

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/**
 * A date from typed Dutch, read as the first one on or after `today`: "1 december", "volgende week maandag",
 * "24-12", "2026-12-24", "morgen". Undefined when there is no date in it or it does not exist (30 februari).
 */
export function parseDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const isoParts = iso.exec(text);
  if (isoParts) return plainDate(Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3]));
  const parts = numeric.exec(text);
  if (parts) {
    const [, day, month, year] = parts.map(Number);
    if (year) return plainDate(year, month ?? 0, day ?? 0);
    const thisYear = plainDate(today.year, month ?? 0, day ?? 0);
    return thisYear && Temporal.PlainDate.compare(thisYear, today) < 0
      ? thisYear.add({ years: 1 })
      : thisYear;
  }
  // chrono works with the machine's own zone: noon keeps the day right everywhere.
  const reference = new Date(today.year, today.month - 1, today.day, 12);
  const [found] = nl.strict.parse(text, reference, { forwardDate: true });
  const loose = found ?? nl.casual.parse(text, reference, { forwardDate: true })[0];
  if (!loose?.start.isCertain('day') && !loose?.start.isCertain('weekday')) return undefined;
  const date = loose.start.date();
  const result = plainDate(date.getFullYear(), date.getMonth() + 1, date.getDate());
  const asked = /\b(\d{1,2})\s+\p{L}+/u.exec(text);
  // chrono rolls a day that does not exist over into the next month.
  if (asked && result && loose.start.isCertain('month') && Number(asked[1]) !== result.day) return undefined;
  return result;
}

/**
 * Days away from typed Dutch, without the word "afwezig": "tot 1 december" ends the day before, "t/m 1 december" on
 * that day, "van 1 tot 5 december", "morgen", "vandaag". Undefined when it cannot be read.
 */
export function parseAbsence(text: string, today: Temporal.PlainDate): DateSpan | undefined {
  const lastDay = (date: Temporal.PlainDate | undefined, part: string) =>
    date && (inclusive.test(part) ? date : date.subtract({ days: 1 }));
  const until = /\b(t\s*\/\s*m|t\.?\s?e?\.?m\b\.?|tot en met|tem|tot)(?=\s|$)/i.exec(text);
  if (!until) {
    const single = parseDate(text, today);
    return single && { first: single, last: single };
  }
  const before = text
    .slice(0, until.index)
    .replace(/^\s*(van|vanaf|from)\b/i, '')
    .trim();
  const behind = text.slice(until.index);
  const end = parseDate(behind.slice(until[0].length), today);
  if (!end) return undefined;
  const last = lastDay(end, behind);
  // "van 1 tot 5 december": the month stands behind the second day only.
  const month = /\d{1,2}\s+(\p{L}+)/u.exec(behind)?.[1] ?? '';
  const first =
    before === '' ? today : parseDate(/^\d{1,2}$/.test(before) ? `${before} ${month}` : before, today);
  if (!first || !last || Temporal.PlainDate.compare(last, first) < 0) return undefined;
  return { first, last };
}
