import type { Temporal } from 'temporal-polyfill';
import { type Direction, type FoundMoment, made } from './found-moment.ts';
import { counted, inSomeYear, monthNames, monthOf, namedYear, yearBehind, yearOf } from './months.ts';

/** What makes "3-4" or "5/10" something else than a day and a month. */
const notBefore = String.raw`(?<![\d.,/€-]|€ )(?<!\b(?:wijk|buurt|artikel|art|nr|nummer|huisnummer|kavel|perceel|lid|punt|versie|regel) )`;
const notBehind = String.raw`(?![\d/-]|[.,]\d|\s*(?:€|eur|%|x\b|k\b|duizend|mille|ton\b|mln|m\b|miljoen|uur|dag|we[e]?k|maand|jaar|jaren|keer|maal|mensen|personen|stuks))`;

/** A day written in figures: 2026-06-30, 30-06-2026, 30-6-26, 30/6. */
function inFigures(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const iso = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso);
  const numeric =
    /\b(\d{1,2})[-/](\d{1,2})[-/]['’]?(\d{2,9})\b/.exec(text) ??
    /\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b(?![.,]\d)/.exec(text);
  if (numeric) {
    const typed = numeric[3] ?? '';
    const year = typed.length === 2 || typed.length === 4 ? yearOf(typed) : Number.NaN;
    return made(year, Number(numeric[2]), Number(numeric[1]), numeric);
  }
  const announced = new RegExp(
    `\\b(?:op|vanaf|per|voor|tot|sinds|na|t/m|on|from|since|before|until) (?:de )?(\\d{1,2})[-/](\\d{1,2})${notBehind}`,
  ).exec(text);
  const short = announced ?? new RegExp(`${notBefore}\\b(\\d{1,2})[-/](\\d{1,2})${notBehind}`).exec(text);
  if (!short) return undefined;
  const [day, month] = [Number(short[1]), Number(short[2])];
  if (!announced && (short[0] === '24/7' || day < 1 || day > 31 || month < 1 || month > 12)) return undefined;
  const moment = inSomeYear(text, short, today, direction, month, day);
  return 'impossible' in moment ? { ...moment, impossible: `${short[1]}-${short[2]}` } : moment;
}

/** "1 december", "1e dec. 2026", "december 1": a day with the name of its month. */
export function dayInMonth(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
  const dayMonth = new RegExp(
    `\\b(\\d{1,2}|eerste)(?:e|ste|de|st|nd|rd|th)?(?:[\\s-]| of | van )?(${monthNames})\\b\\.?${yearBehind}`,
  ).exec(text);
  if (dayMonth) {
    const day = dayMonth[1] === 'eerste' ? 1 : Number(dayMonth[1]);
    const month = monthOf(dayMonth[2] ?? '');
    const typed = dayMonth[3] ?? dayMonth[4];
    return typed
      ? made(yearOf(typed), month, day, dayMonth)
      : inSomeYear(text, dayMonth, today, direction, month, day);
  }
  const monthDay = new RegExp(
    `\\b(${monthNames}) (\\d{1,2})(?:st|nd|rd|th)?${counted}(?:,? (\\d{4})${counted})?\\b`,
  ).exec(text);
  if (monthDay) {
    const [month, day] = [monthOf(monthDay[1] ?? ''), Number(monthDay[2])];
    return monthDay[3]
      ? made(Number(monthDay[3]), month, day, monthDay)
      : inSomeYear(text, monthDay, today, direction, month, day);
  }
  return undefined;
}

/** A day or month of the calendar, in figures or by its name: "30-6", "1 december 2026", "in juni", "in 2025". */
export function calendarDay(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
  const figures = inFigures(text, today, direction);
  if (figures) return figures;
  const inMonthNamed = dayInMonth(text, today, direction);
  if (inMonthNamed) return inMonthNamed;
  const monthYear = new RegExp(`\\b(${monthNames})\\b\\.? (?:van )?(\\d{4}|['’]\\d{2})${counted}`).exec(text);
  if (monthYear) return made(yearOf(monthYear[2] ?? ''), monthOf(monthYear[1] ?? ''), 1, monthYear);
  const besideYear = new RegExp(
    `\\b(?:vorig|afgelopen|last|dit|this|volgend|komend|next) (?:jaar|year) (?:in )?(${monthNames})\\b|\\b(${monthNames}) (?:van |of )?(?:vorig|afgelopen|last|dit|this|volgend|komend|next) (?:jaar|year)\\b`,
  ).exec(text);
  if (besideYear) {
    const month = monthOf(besideYear[1] ?? besideYear[2] ?? '');
    return made(namedYear(besideYear[0], today)?.year ?? today.year, month, 1, besideYear);
  }
  const inMonth = new RegExp(`\\b(?:in|per|sinds|vanaf|begin|since|from) (${monthNames})\\b`).exec(text);
  if (inMonth) {
    const month = monthOf(inMonth[1] ?? '');
    // The month that runs is about today, unless it is looked back on.
    const isRunning = month === today.month && direction !== 'past' && !namedYear(text, today);
    if (isRunning) return made(today.year, today.month, today.day, inMonth);
    // Which month is nearest is measured at its end, as for "eind mei"; it means its first day.
    const moment = inSomeYear(text, inMonth, today, direction, month, direction === 'near' ? 28 : 1);
    return 'date' in moment ? { ...moment, date: moment.date.with({ day: 1 }) } : moment;
  }
  const year =
    /\b(?:in|sinds|vanaf|per|during|from|since) ((?:19|20)\d{2})\b(?![.,]\d|\s*(?:€|euro|eur\b))/.exec(
      text,
    ) ?? /\b(?:in|sinds|during|since) (1[0-8]\d{2}|2[1-9]\d{2})\b(?![.,]\d|\s*(?:€|euro|eur\b))/.exec(text);
  // A year that is over or runs: the day of today in it, so that "in 2025" means what held a year ago.
  const isToCome = year && Number(year[1]) > today.year && Number(year[1]) < 2_100;
  if (year && !isToCome) return made(Number(year[1]), today.month, Math.min(today.day, 28), year);
  return undefined;
}
