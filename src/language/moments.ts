import { Temporal } from 'temporal-polyfill';
import { numberInWords } from './numbers.ts';
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

/** Further away than any mandate: a year like that is a slip. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

function withYear(month: number, day: number, today: Temporal.PlainDate, direction: Direction): number {
  const years = [today.year - 1, today.year, today.year + 1];
  const compare = (year: number) =>
    year * 10_000 + month * 100 + day - (today.year * 10_000 + today.month * 100 + today.day);
  if (direction === 'past') return years.findLast((year) => compare(year) <= 0) ?? today.year;
  if (direction === 'future') return years.find((year) => compare(year) >= 0) ?? today.year;
  return today.year;
}

/** The day that `date` makes, or that there is none such. */
function foundAt(found: RegExpExecArray, date: () => Temporal.PlainDate): FoundMoment {
  const at = { start: found.index, end: found.index + found[0].length };
  try {
    const day = date();
    if (day.year >= FIRST_YEAR && day.year <= LAST_YEAR) return { ...at, date: day };
  } catch {
    // No calendar has it.
  }
  return { ...at, impossible: found[0].trim() };
}

const made = (year: number, month: number, day: number, found: RegExpExecArray): FoundMoment =>
  foundAt(found, () => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));

/** What behind a number says that it is no year or day but an amount or a count. */
const counted = String.raw`(?!\d|[.,]\d|\s*(?:€|eur|k\b|duizend|mille|ton\b|mln|m\b|miljoen|uur|:))`;
/** A year behind a month; digits that are no year are taken too, so that they are not cut off. */
const yearBehind = String.raw`(?:,?\s+(?:van\s+|of\s+)?(\d{3,9}|['’]\d{2}|[2-9]\d)${counted}|[-/](\d{2,9})\b)?`;
const yearOf = (typed: string): number => {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 2 ? 2_000 + Number(digits) : Number(digits);
};

/** "Vorig jaar juni", "1 juni vorig jaar": which year that names, and where. */
function namedYear(text: string, today: Temporal.PlainDate) {
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
function inSomeYear(
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

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayNames = [...weekdays, ...englishDays].join('|');
const dayOfWeek = (name: string) =>
  (weekdays.includes(name) ? weekdays.indexOf(name) : englishDays.indexOf(name)) + 1;

const ahead = 'volgende|komende|aankomende|aanstaande|next|coming';
const behind = 'vorige|afgelopen|laatste|voorbije|last|past';

/** "Volgende week maandag": a day in another week, weeks beginning on Monday. */
function dayOfWeekNamed(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const week = `(${ahead}|${behind}|deze|this) week`;
  const found = new RegExp(
    `\\b${week} (?:op )?(${dayNames})\\b|\\b(${dayNames}) (?:van |of )?${week}\\b`,
  ).exec(text);
  if (!found) return undefined;
  const which = found[1] ?? found[4] ?? '';
  const weeks = /^(deze|this)$/.test(which) ? 0 : ahead.split('|').includes(which) ? 1 : -1;
  const wanted = dayOfWeek(found[2] ?? found[3] ?? '');
  return foundAt(found, () => today.add({ days: 7 * weeks - today.dayOfWeek + wanted }));
}

/** "Maandag", "aanstaande vrijdag", "afgelopen dinsdag". */
function weekday(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const found = new RegExp(`\\b(?:(${ahead}|${behind}|deze|this) )?(${dayNames})\\b`).exec(text);
  if (!found) return undefined;
  const which = found[1] ?? '';
  const away = dayOfWeek(found[2] ?? '') - today.dayOfWeek;
  const later = (away + 7) % 7;
  const days = /^(volgende|next)$/.test(which)
    ? away + 7
    : /^(deze|this)$/.test(which)
      ? away
      : behind.split('|').includes(which)
        ? later - 7
        : which
          ? later || 7
          : direction === 'past' && later > 0
            ? later - 7
            : later;
  return foundAt(found, () => today.add({ days }));
}

const sizes: [RegExp, 'days' | 'months', number][] = [
  [/^da/, 'days', 1],
  [/^we/, 'days', 7],
  [/^(maand|month)/, 'months', 1],
  [/^(kwarta|quarter)/, 'months', 3],
  [/^half/, 'months', 6],
  [/^(jaar|jaren|year)/, 'months', 12],
];

/** "Twee", "een half", "twee en een half", "12". */
function countOf(typed: string): number | undefined {
  if (/^\d/.test(typed)) return Number(typed.replace(',', '.'));
  const [first = '', ...rest] = typed.split(' ');
  const whole = /^half|^halve/.test(first)
    ? 0.5
    : /^anderhal/.test(first)
      ? 1.5
      : /^an?$/.test(first)
        ? 1
        : numberInWords(first);
  if (whole === undefined || rest.length === 0) return whole;
  return rest.length === 1 ? (whole === 1 ? 0.5 : undefined) : whole + 0.5;
}

/** "Over twee weken", "zes maanden geleden", "binnen 30 dagen", "een half jaar geleden". */
function afterWhile(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const pattern = new RegExp(
    String.raw`\b(?:(over|in|binnen|within|${ahead}|${behind}) )?(?:de |the )?(\d{1,20}(?:,\d)?|[a-z]+(?: en een half| en een halve| half| halve)?) (dag|dagen|days?|week|weken|weeks|maand|maanden|months?|kwartaal|kwartalen|quarters?|halfjaar|jaar|jaren|years?)\b(?: (geleden|terug|ago|eerder))?`,
    'g',
  );
  for (const found of text.matchAll(pattern)) {
    const [, before = '', typed = '', unit = '', after] = found;
    const count = countOf(typed);
    const size = sizes.find(([name]) => name.test(unit));
    if (count === undefined || !size || (!before && !after)) continue;
    const sign = after || behind.split('|').includes(before) ? -1 : 1;
    const total = count * size[2];
    const whole = Math.floor(total);
    const days = size[1] === 'days' ? Math.round(total) : Math.round((total - whole) * 30);
    return foundAt(found, () =>
      today.add({ days: sign * days, months: size[1] === 'months' ? sign * whole : 0 }),
    );
  }
  return undefined;
}

/** "Eind december", "half maart": the last day of the month, or the fifteenth. */
function partOfMonth(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const found = new RegExp(
    `\\b(eind|einde|half|medio|midden) (?:van )?(${monthNames})\\b\\.?${yearBehind}`,
  ).exec(text);
  if (!found) return undefined;
  const month = monthOf(found[2] ?? '');
  const typed = found[3] ?? found[4];
  const moment = typed
    ? made(yearOf(typed), month, 1, found)
    : inSomeYear(text, found, today, direction, month, 28);
  if ('impossible' in moment) return moment;
  const day = (found[1] ?? '').startsWith('eind') ? moment.date.daysInMonth : 15;
  return { ...moment, date: moment.date.with({ day }) };
}

const firstOfQuarter = (day: Temporal.PlainDate) =>
  day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });

/** "Tweede kwartaal 2027", "Q3", "week 12": the first day of it. */
function partOfYear(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const order = 'eerste|tweede|derde|vierde|laatste|first|second|third|fourth|[1-4](?:e|ste|de|st|nd|rd|th)';
  const quarter = new RegExp(
    `\\b(?:(${order}) (?:kwartaal|quarter)|(?:kwartaal|quarter|q) ?([1-4]))\\b${yearBehind}`,
  ).exec(text);
  if (quarter) {
    const name = quarter[1] ?? quarter[2] ?? '';
    const nth = /^\d/.test(name)
      ? Number(name[0])
      : ['eerste first', 'tweede second', 'derde third', 'vierde fourth laatste'].findIndex((names) =>
          names.split(' ').includes(name),
        ) + 1;
    const typed = quarter[3] ?? quarter[4];
    return typed
      ? made(yearOf(typed), nth * 3 - 2, 1, quarter)
      : inSomeYear(text, quarter, today, direction, nth * 3 - 2, 1);
  }
  const week = new RegExp(`\\bweek (\\d{1,2})\\b(?! ?(?:x|keer))${yearBehind}`).exec(text);
  if (week) {
    const typed = week[2] ?? week[3];
    const nth = Number(week[1]);
    const rough = Math.min(12, Math.max(1, Math.ceil((nth * 7) / 30.5)));
    const year = typed ? yearOf(typed) : withYear(rough, 15, today, direction);
    return foundAt(week, () => {
      const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
      const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: nth - 1 });
      if (nth < 1 || monday.add({ days: 3 }).year !== year) throw new RangeError('no such week');
      return monday;
    });
  }
  const part = new RegExp(
    String.raw`\b(begin|eind|einde|half|medio|midden|halverwege) (?:van )?(?:(?:het )?jaar )?((?:19|20)\d{2}|(?:dit|vorig|volgend|komend) jaar)\b${counted}`,
  ).exec(text);
  if (!part) return undefined;
  const year = /^\d/.test(part[2] ?? '') ? Number(part[2]) : (namedYear(part[0], today)?.year ?? today.year);
  const edge = part[1] ?? '';
  return edge.startsWith('eind') ? made(year, 12, 31, part) : made(year, edge === 'begin' ? 1 : 7, 1, part);
}

const nextNewYear = (today: Temporal.PlainDate) => today.with({ month: 1, day: 1 }).add({ years: 1 });

const relative: [RegExp, (today: Temporal.PlainDate) => Temporal.PlainDate][] = [
  [
    /\b(?:(?:het|the) )?(?:nieuwe? ?jaars?|new year)\b|\bnieuwjaars?(?:dag)?\b|\bjaarwisseling\b/,
    nextNewYear,
  ],
  [/\b(voor|before) (volgend|komend|next) (jaar|year)\b/, nextNewYear],
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
  [/\b(volgend|komend|next) (kwartaal|quarter)\b/, (today) => firstOfQuarter(today.add({ months: 3 }))],
  [/\b(vorig|afgelopen|last) (kwartaal|quarter)\b/, (today) => firstOfQuarter(today.subtract({ months: 3 }))],
];

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

function explicit(text: string, today: Temporal.PlainDate, direction: Direction): FoundMoment | undefined {
  const figures = inFigures(text, today, direction);
  if (figures) return figures;
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
  if (inMonth) return inSomeYear(text, inMonth, today, direction, monthOf(inMonth[1] ?? ''), 1);
  const year =
    /\b(?:in|sinds|vanaf|per|during|from|since) ((?:19|20)\d{2})\b(?![.,]\d|\s*(?:€|euro|eur\b))/.exec(
      text,
    ) ?? /\b(?:in|sinds|during|since) (1[0-8]\d{2}|2[1-9]\d{2})\b(?![.,]\d|\s*(?:€|euro|eur\b))/.exec(text);
  // A whole year: the day of today in it, so that "in 2025" means what held a year ago.
  if (year) return made(Number(year[1]), today.month, Math.min(today.day, 28), year);
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
    dayOfWeekNamed(text, today) ??
    partOfMonth(text, today, direction) ??
    partOfYear(text, today, direction) ??
    explicit(text, today, direction) ??
    afterWhile(text, today);
  if (found) return found;
  for (const [pattern, date] of relative) {
    const at = pattern.exec(text);
    if (at) return foundAt(at, () => date(today));
  }
  return weekday(text, today, direction);
}
