import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../calendar/weekdays.ts';
import { dayInMonth } from './calendar-days.ts';
import { dayOfSomeMonth } from './day-numbers.ts';
import { afterWhile, weekday, wordForOneDay } from './relative-days.ts';
import { areTogether, daysCounted, daysListed } from './several-days.ts';
import { plainText } from './words.ts';
import { dayNamed } from './workdays.ts';

/** Days away: from the first up to and including the last. */
export interface DateSpan {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

/** A year that nobody typed is only filled in when the days away stay within half a year. */
const LONGEST_GUESS_DAYS = 184;

const until = /\b(t\s*\/\s*m|t\.?\s?e?\.?m\b\.?|tot en met|tot)(?=\s|\d|$)/i;
const numeric = /(?<![\d-])(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?(?![\d-])/;
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const month = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)';
const past = /\b(vorige|afgelopen)\b/i;
const timeOfDay = /\d\s*(uur|u)\b|\d:\d/i;
/** Words that count from today, whatever else stands in the sentence. */
const fromToday = /\b(vandaag|morgen|overmorgen|gisteren|eergisteren|week|today|tomorrow|yesterday)\b/i;

function plainDate(year: number, monthNumber: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month: monthNumber, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

function readNumbers([, day, monthNumber, year]: RegExpExecArray, today: Temporal.PlainDate) {
  const dateIn = (inYear: number) => plainDate(inYear, Number(monthNumber), Number(day));
  if (year) return dateIn(year.length === 2 ? 2_000 + Number(year) : Number(year));
  return [today.year, today.year + 1].map(dateIn).find((date) => date && !isBefore(date, today));
}

/** The Monday of "deze week" or "volgende week". */
function mondayIn(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const which = /\b(deze|hele|volgende|komende|aankomende)\s+(?:hele\s+)?week\b/i.exec(text)?.[1];
  if (!which) return undefined;
  const weeks = /^(deze|hele)$/i.test(which) ? 0 : 1;
  return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
}

function weekdayIn(text: string): number | undefined {
  const day = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map(dayNamed)
    .find((found) => found !== undefined);
  return day && weekdays.indexOf(day);
}

/** "Vr": the next one, today included. */
function shortDay(plain: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const words = plain.split(/[^a-z]+/);
  const named = weekdays.find((day) => words.includes(day));
  return named && today.add({ days: (weekdays.indexOf(named) + 8 - today.dayOfWeek) % 7 });
}

/** "1 december", "over twee weken", "morgen", "vrijdag": what is vaguer is no day. */
function readWords(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  // "Deze vrijdag" is never one behind us.
  const plain = plainText(text).replace(/\bdeze (?=\p{L}+dag\b)/gu, '');
  const inMonth = dayInMonth(plain, today, 'future');
  if (inMonth) {
    // "1 t/m 5 december", "5 dagen na 1 december": more than one day.
    const first = /\b(\d{1,2})\s+[a-z]/.exec(plain)?.[1];
    if (!('date' in inMonth) || (first !== undefined && Number(first) !== inMonth.date.day)) return undefined;
    return inMonth.date;
  }
  const day = wordForOneDay(plain, today) ?? weekday(plain, today, 'future');
  const named = day && 'date' in day ? day.date : shortDay(plain, today);
  const span = /\bover\b/.test(plain) ? afterWhile(plain, today) : undefined;
  const later = span && 'date' in span ? span.date : undefined;
  // "Vrijdag over een week" counts from another day than today.
  return named && later ? undefined : (named ?? later);
}

/** "De 15e": of this month, or of the next. */
function numberedDay(plain: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const day = /^\s*(?:op )?de \d{1,2}(?:e|de|ste)\s*$/.test(plain)
    ? dayOfSomeMonth(plain, today, 'future')
    : undefined;
  return day && 'date' in day ? day.date : undefined;
}

/**
 * A date from typed Dutch, read as the first one on or after `today`: "1 december", "volgende week maandag",
 * "24-12", "2026-12-24", "morgen". Undefined when there is no date in it or it does not exist (30 februari).
 */
export function parseDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (past.test(text) || timeOfDay.test(text)) return undefined;
  const isoParts = iso.exec(text);
  if (isoParts) return plainDate(Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3]));
  const parts = numeric.exec(text);
  if (parts) return readNumbers(parts, today);
  if (/\bovermorgen\b/i.test(text)) return today.add({ days: 2 });
  const monday = mondayIn(text, today);
  if (monday) {
    const date = monday.add({ days: weekdayIn(text) ?? 0 });
    return weekdayIn(text) === undefined && isBefore(date, today) ? undefined : date;
  }
  return (
    readWords(text.replace(/\b(\d{1,2})(?:e|de|ste)\b/gi, '$1'), today) ?? numberedDay(plainText(text), today)
  );
}

/** A whole week when no day of it is named: "volgende week". */
function wholeWeek(text: string, today: Temporal.PlainDate): DateSpan | undefined {
  const monday = weekdayIn(text) === undefined && !/\d/.test(text) ? mondayIn(text, today) : undefined;
  return monday && { first: monday, last: monday.add({ days: 6 }) };
}

/** The last day away: "t/m" counts the day that is named, "tot" does not. */
function lastDay(text: string, isInclusive: boolean, today: Temporal.PlainDate) {
  const week = wholeWeek(text, today);
  if (week && isInclusive) return week.last;
  const end = parseDate(text, today);
  return isInclusive ? end : end?.subtract({ days: 1 });
}

/** The first day, when only its number stands there: "van 28 t/m 3 januari" begins in December. */
function dayBefore(end: Temporal.PlainDate, day: number): Temporal.PlainDate | undefined {
  const same = plainDate(end.year, end.month, day);
  if (same && !isBefore(end, same)) return same;
  const earlier = end.subtract({ months: 1 });
  return plainDate(earlier.year, earlier.month, day);
}

function spanBetween(from: string, to: string, isInclusive: boolean, today: Temporal.PlainDate) {
  const last = lastDay(to, isInclusive, today);
  if (!last) return undefined;
  if (/^\d{1,2}$/.test(from)) {
    const first = dayBefore(isInclusive ? last : last.add({ days: 1 }), Number(from));
    return first && { first, last };
  }
  const first = from === '' ? today : parseDate(from, today);
  if (!first) return undefined;
  if (!isBefore(last, first)) return { first, last };
  const isLikely = (span: DateSpan) => span.first.until(span.last).days <= LONGEST_GUESS_DAYS;
  // The first day is behind us: "van 20 tot 30 november" on the 25th.
  const begun = { first: first.subtract({ years: 1 }), last };
  const isDated = /\d/.test(from) && !/\d{4}/.test(from);
  if (isDated && !isBefore(today, begun.first) && !isBefore(last, today) && isLikely(begun)) return begun;
  // The last day is counted from the first: "van maandag t/m woensdag" on a Tuesday, "tot woensdag" on a Wednesday.
  if (fromToday.test(to) || (from === '' && /\d/.test(to))) return undefined;
  const later = lastDay(to, isInclusive, isInclusive ? first : first.add({ days: 1 }));
  const guess = later && { first, last: later };
  return guess && isLikely(guess) ? guess : undefined;
}

/** Ranges written with a dash: "1-5 december", "ma - wo". */
function withWords(text: string): string {
  return text
    .replace(new RegExp(`\\b(\\d{1,2})\\s*[-–]\\s*(\\d{1,2})(?=\\s+${month})`, 'i'), '$1 t/m $2')
    .replace(/\s[-–]\s/, ' t/m ');
}

/** Days that are counted or named one by one; undefined for any other text. */
function severalDays(text: string, today: Temporal.PlainDate): { span: DateSpan | undefined } | undefined {
  const counted = daysCounted(text, today, parseDate);
  if (counted) return { span: counted === 'unread' ? undefined : counted };
  const days = daysListed(text, today, parseDate);
  const [first, last] = [days?.[0], days?.at(-1)];
  if (!days || !first || !last) return undefined;
  return { span: areTogether(days) ? { first, last } : undefined };
}

/** The days of a text with one mark of an end, one day, or a whole week. */
function plainSpan(text: string, mark: RegExpExecArray | null, today: Temporal.PlainDate) {
  if (!mark) {
    const single = parseDate(text, today);
    return wholeWeek(text, today) ?? (single && { first: single, last: single });
  }
  const end = text.slice(mark.index + mark[0].length);
  // "Van maandag t/m woensdag en vrijdag": no one stretch of days.
  if (daysListed(end, today, parseDate)) return undefined;
  const begin = text
    .slice(0, mark.index)
    .replace(/^(vanaf|van|op|from)\b/i, '')
    .trim();
  return spanBetween(begin, end, !/^tot$/i.test(mark[0]), today);
}

/** True for days that are named one by one and do not follow each other: "maandag en donderdag". */
export function areDaysApart(text: string, today: Temporal.PlainDate): boolean {
  const days = daysListed(text.trim(), today, parseDate);
  return days !== undefined && !areTogether(days);
}

/**
 * Days away from typed Dutch, without the word "afwezig": "tot 1 december" ends the day before, "t/m 1 december" on
 * that day, "van 1 tot 5 december", "volgende week", "morgen", "maandag en dinsdag", "2 weken". Days that are behind us
 * are left out, unless all of them are. Undefined when it cannot be read, for a beginning without an end, and for days
 * that do not follow each other.
 */
export function parseAbsence(text: string, today: Temporal.PlainDate): DateSpan | undefined {
  const read = withWords(text.trim());
  const mark = until.exec(read);
  const several = mark ? undefined : severalDays(read, today);
  if (!mark && !several && /^(van|vanaf)\b/i.test(read)) return undefined;
  const span = several ? several.span : plainSpan(read, mark, today);
  if (!span || isBefore(span.last, span.first)) return undefined;
  const isOver = isBefore(span.last, today);
  return isOver || !isBefore(span.first, today) ? span : { ...span, first: today };
}
