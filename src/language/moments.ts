import { nl } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { plainText } from './words.ts';

/** A day that a text speaks of, and where it stands; `impossible` for a day that no calendar has (30 februari). */
export type FoundMoment = { start: number; end: number } & (
  | { date: Temporal.PlainDate }
  | { impossible: string }
);

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
const monthNames = months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const monthOf = (name: string) => months.findIndex((names) => names.includes(name)) + 1;

/** Which way a day without a year points: questions in the past tense look back, "vanaf" looks ahead. */
export type Direction = 'past' | 'future' | 'near';

function withYear(month: number, day: number, today: Temporal.PlainDate, direction: Direction): number {
  const years = [today.year - 1, today.year, today.year + 1];
  const compare = (year: number) =>
    year * 10_000 + month * 100 + day - (today.year * 10_000 + today.month * 100 + today.day);
  if (direction === 'past') return years.findLast((year) => compare(year) <= 0) ?? today.year;
  if (direction === 'future') return years.find((year) => compare(year) >= 0) ?? today.year;
  return today.year;
}

function made(year: number, month: number, day: number, found: RegExpMatchArray): FoundMoment {
  const at = { start: found.index ?? 0, end: (found.index ?? 0) + found[0].length };
  try {
    return { ...at, date: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) };
  } catch {
    return { ...at, impossible: found[0].trim() };
  }
}

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const numbers: Record<string, number> = {
  een: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  acht: 8,
  tien: 10,
};

/** "Volgende week maandag": a day in the week after this one, weeks beginning on Monday. */
function dayOfNextWeek(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const day = `(${weekdays.join('|')})`;
  const found = new RegExp(`\\bvolgende week (?:op )?${day}\\b|\\b${day} (?:van )?volgende week\\b`).exec(
    text,
  );
  if (!found) return undefined;
  const wanted = weekdays.indexOf(found[1] ?? found[2] ?? '') + 1;
  const date = today.add({ days: 7 - today.dayOfWeek + wanted });
  return { start: found.index, end: found.index + found[0].length, date };
}

/** "Over twee weken", "over een maand". */
function afterWhile(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const found = /\b(?:over|in) (\d{1,2}|[a-z]+) (dag|dagen|week|weken|maand|maanden|jaar)\b/.exec(text);
  const count = found ? (numbers[found[1] ?? ''] ?? Number(found[1])) : Number.NaN;
  if (!found || !Number.isInteger(count)) return undefined;
  const unit = { d: 'days', w: 'weeks', m: 'months', j: 'years' }[(found[2] ?? '')[0] ?? ''];
  return {
    start: found.index,
    end: found.index + found[0].length,
    date: today.add({ [unit ?? 'days']: count }),
  };
}

/** "Eind december", "half maart": the last day of the month, or the fifteenth. */
function partOfMonth(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const found = new RegExp(
    `\\b(eind|einde|half|medio|midden) (?:van )?(${monthNames})\\b(?: (?:van )?(\\d{4}))?`,
  ).exec(text);
  if (!found) return undefined;
  const month = monthOf(found[2] ?? '');
  const year = found[3] ? Number(found[3]) : withYear(month, 28, today, direction);
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const day = (found[1] ?? '').startsWith('eind') ? first.daysInMonth : 15;
  return { start: found.index, end: found.index + found[0].length, date: first.with({ day }) };
}

const relative: [RegExp, (today: Temporal.PlainDate) => Temporal.PlainDate][] = [
  [
    /\b(voor|before) (volgend|komend|next) (jaar|year)\b/,
    (today) => today.with({ month: 1, day: 1 }).add({ years: 1 }),
  ],
  [/\b(voor|before) (volgende|next) (maand|month)\b/, (today) => today.with({ day: 1 }).add({ months: 1 })],
  [/\b(eergisteren)\b/, (today) => today.subtract({ days: 2 })],
  [/\b(gisteren|yesterday)\b/, (today) => today.subtract({ days: 1 })],
  [/\b(vandaag|nu|momenteel|today|now)\b/, (today) => today],
  [/\b(overmorgen)\b/, (today) => today.add({ days: 2 })],
  [/\b(morgen|tomorrow)\b/, (today) => today.add({ days: 1 })],
  [/\b(vorige|afgelopen|last) (week)\b/, (today) => today.subtract({ days: 7 })],
  [/\b(volgende|komende|next) (week)\b/, (today) => today.add({ days: 7 })],
  [/\b(vorige|afgelopen|last) (maand|month)\b/, (today) => today.subtract({ months: 1 })],
  [/\b(volgende|komende|next) (maand|month)\b/, (today) => today.add({ months: 1 })],
  [/\b(vorig|afgelopen|last) (jaar|year)\b/, (today) => today.subtract({ years: 1 })],
  [/\b(volgend|komend|next) (jaar|year)\b/, (today) => today.add({ years: 1 })],
  [/\b(eind|einde|end of) (van )?(dit |the )?(jaar|year)\b/, (today) => today.with({ month: 12, day: 31 })],
];

function explicit(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso);
  const numeric =
    /\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b/.exec(text) ?? /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(text);
  if (numeric) return made(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]), numeric);
  const dayMonth = new RegExp(
    `\\b(\\d{1,2})(?:e|ste|de|st|nd|rd|th)?(?: of)? (${monthNames})\\b\\.?(?:,? (\\d{4}))?`,
  ).exec(text);
  if (dayMonth) {
    const [day, month] = [Number(dayMonth[1]), monthOf(dayMonth[2] ?? '')];
    return made(
      dayMonth[3] ? Number(dayMonth[3]) : withYear(month, day, today, direction),
      month,
      day,
      dayMonth,
    );
  }
  const monthDay = new RegExp(`\\b(${monthNames}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`).exec(text);
  if (monthDay && !/^\d{3,}/.test(monthDay[2] ?? '')) {
    const [month, day] = [monthOf(monthDay[1] ?? ''), Number(monthDay[2])];
    return made(
      monthDay[3] ? Number(monthDay[3]) : withYear(month, day, today, direction),
      month,
      day,
      monthDay,
    );
  }
  const monthYear = new RegExp(`\\b(${monthNames})\\b(?: (?:van )?(\\d{4}))`).exec(text);
  if (monthYear) return made(Number(monthYear[2]), monthOf(monthYear[1] ?? ''), 1, monthYear);
  const inMonth = new RegExp(`\\b(?:in|per|sinds|vanaf|begin|since|from) (${monthNames})\\b`).exec(text);
  if (inMonth) {
    const month = monthOf(inMonth[1] ?? '');
    return made(withYear(month, 1, today, direction), month, 1, inMonth);
  }
  const year = /\b(?:in|sinds|vanaf|per|during|from|since) ((?:19|20)\d{2})\b(?!\s*(?:euro|eur\b))/.exec(
    text,
  );
  // A whole year: the day of today in it, so that "in 2025" means what held a year ago.
  if (year) return { ...made(Number(year[1]), today.month, Math.min(today.day, 28), year) };
  return undefined;
}

/**
 * The first day that a text speaks of, in Dutch or English, seen from `today`; a month means its first day. Undefined
 * when it speaks of none.
 */
export function findMoment(
  typed: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
  // One character stays one character, so that places in this text are places in the typed one.
  const text = [...typed]
    .map((char) => (plainText(char).length === char.length ? plainText(char) : char))
    .join('');
  const found =
    dayOfNextWeek(text, today) ??
    afterWhile(text, today) ??
    partOfMonth(text, today, direction) ??
    explicit(text, today, direction);
  if (found) return found;
  for (const [pattern, date] of relative) {
    const at = pattern.exec(text);
    if (at) return { start: at.index, end: at.index + at[0].length, date: date(today) };
  }
  if (!/\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|dagen|weken|maanden)\b/.test(text))
    return undefined;
  const noon = new Date(today.year, today.month - 1, today.day, 12);
  const [weekday] = nl.casual.parse(text, noon, { forwardDate: direction !== 'past' });
  if (!weekday?.start.isCertain('weekday') && !weekday?.start.isCertain('day')) return undefined;
  const date = weekday.start.date();
  return {
    start: weekday.index,
    end: weekday.index + weekday.text.length,
    date: Temporal.PlainDate.from({
      year: date.getFullYear(),
      month: date.getMonth() + 1,
      day: date.getDate(),
    }),
  };
}
