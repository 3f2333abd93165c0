import { Temporal } from 'temporal-polyfill';
import { type Direction, type FoundMoment, foundAt, made } from './found-moment.ts';
import {
  counted,
  inSomeYear,
  monthNames,
  monthOf,
  namedYear,
  withYear,
  yearBehind,
  yearOf,
} from './months.ts';

/** "Eind december", "half maart": the last day of the month, or the fifteenth. */
export function partOfMonth(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
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

/** "Tweede kwartaal 2027", "Q3", "week 12": the first day of it. */
export function partOfYear(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
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
