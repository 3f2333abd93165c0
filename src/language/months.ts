import type { Temporal } from 'temporal-polyfill';
import { type Direction, type FoundMoment, made } from './found-moment.ts';

const months = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'february'],
  ['maart', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
/** All names of months as alternatives in a pattern, the longest first. */
export const monthNames = months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
/** 1 for January; 0 for a word that names no month. */
export const monthOf = (name: string) => months.findIndex((names) => names.includes(name)) + 1;

/** A pattern that fails where what follows a number makes it an amount or a count, and no year or day. */
export const counted = String.raw`(?!\d|[.,]\d|\s*(?:€|eur|k\b|duizend|mille|ton\b|mln|m\b|miljoen|uur|:))`;
/** A year behind a month; digits that are no year are taken too, so that they are not cut off. */
export const yearBehind = String.raw`(?:,?\s+(?:van\s+|of\s+)?(\d{3,9}|['’]\d{2}|[2-9]\d)${counted}|[-/](\d{2,9})\b)?`;
/** "'27" and "27" are 2027. */
export const yearOf = (typed: string): number => {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 2 ? 2_000 + Number(digits) : Number(digits);
};

/** The year of a day in a month when nobody typed one. */
export function withYear(
  month: number,
  day: number,
  today: Temporal.PlainDate,
  direction: Direction,
): number {
  const years = [today.year - 1, today.year, today.year + 1];
  const compare = (year: number) =>
    year * 10_000 + month * 100 + day - (today.year * 10_000 + today.month * 100 + today.day);
  if (direction === 'past') return years.findLast((year) => compare(year) <= 0) ?? today.year;
  if (direction === 'future') return years.find((year) => compare(year) >= 0) ?? today.year;
  // The nearest one, half a year either way.
  const away = (year: number) => {
    const first = today.with({ day: 1 });
    return Math.abs((year - first.year) * 372 + (month - first.month) * 31 + (day - today.day));
  };
  return years.reduce((nearest, year) => (away(year) < away(nearest) ? year : nearest), today.year);
}

/** "Vorig jaar juni", "1 juni vorig jaar": which year that names, and where. */
export function namedYear(text: string, today: Temporal.PlainDate) {
  const found = /\b(vorig|afgelopen|last|dit|this|volgend|komend|next) (?:jaar|year)\b/.exec(text);
  if (!found) return undefined;
  const step = /^(vorig|afgelopen|last)$/.test(found[1] ?? '')
    ? -1
    : /^(dit|this)$/.test(found[1] ?? '')
      ? 0
      : 1;
  return { year: today.year + step, start: found.index, end: found.index + found[0].length };
}

/** A day in a month without a year of its own: in the year named beside it, or the one that the direction gives. */
export function inSomeYear(
  text: string,
  found: RegExpExecArray,
  today: Temporal.PlainDate,
  direction: Direction,
  month: number,
  day: number,
): FoundMoment {
  const named = namedYear(text, today);
  const moment = made(named?.year ?? withYear(month, day, today, direction), month, day, found);
  if (!named) return moment;
  const [first, second] = named.start < moment.start ? [named, moment] : [moment, named];
  const beside = second.start - first.end <= 12;
  return beside ? { ...moment, start: first.start, end: second.end } : moment;
}
