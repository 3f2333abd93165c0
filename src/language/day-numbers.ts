import type { Temporal } from 'temporal-polyfill';
import { type Direction, type FoundMoment, foundAt, made } from './found-moment.ts';
import { numberInWords } from './numbers.ts';

const irregular: Record<string, number> = { eerste: 1, derde: 3, achtste: 8 };

/** "15e", "vijftiende", "15th"; undefined for a word that is no place in a row. */
function placeIn(word: string): number | undefined {
  const figure = /^(\d{1,2})/.exec(word)?.[1];
  return figure === undefined
    ? ((Object.hasOwn(irregular, word) ? irregular[word] : undefined) ??
        numberInWords(word.replace(/(?:de|ste)$/, '')))
    : Number(figure);
}

const place = String.raw`(\d{1,2}(?:e|ste|de|st|nd|rd|th)|[a-z]{3,}(?:de|ste))`;
const which = 'deze|volgende|komende|vorige|afgelopen|this|next|last';
const month = `(?: (?:van |of )?(?:(${which}) (?:maand|month)|de maand|the month))`;
/** What may follow a day: the end of a clause, or a word that is no thing of which it could be the fifteenth. */
const behind = String.raw`(?=\s*(?:$|[?!.,;:)])|\s+(?:in|bij|voor|van|mag|mogen|kan|de|het|een|wie|is|namens|als|bag|bgt|woz|brk|bro|valid\w*|verwerk\w*|goedkeur\w*)\b)`;
const lead =
  '(?:op|vanaf|per|tot|tot en met|t/m|sinds|on|from|since|until|before|(?:maan|dins|woens|donder|vrij|zater|zon)dag)';

/** The day that is nearest on the side that is meant: in this month, or in one that has such a day. */
function nearest(day: number, today: Temporal.PlainDate, direction: Direction): Temporal.PlainDate {
  const step = direction === 'past' ? -1 : 1;
  for (let away = 0; away < 3; away += 1) {
    const inMonth = today.with({ day: 1 }).add({ months: step * away });
    if (day < 1 || day > inMonth.daysInMonth) continue;
    const date = inMonth.with({ day });
    if (date.equals(today) || Math.sign(today.until(date).days) === step) return date;
  }
  throw new RangeError('no month has such a day');
}

/** "De 15e", "de vijftiende van volgende maand": a day of which the month is not named. */
export function dayOfSomeMonth(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
  const found =
    new RegExp(`\\b(?:${lead} )?(?:de|the) ${place}${month}\\b`).exec(text) ??
    new RegExp(`\\b${lead} (?:de|the) ${place}${behind}`).exec(text) ??
    /\b(?:de|the) (\d{1,2}(?:e|ste|de|st|nd|rd|th))(?=\s*[?!.,;:)]?\s*$)/.exec(text);
  const day = placeIn(found?.[1] ?? '');
  if (!found || day === undefined) return undefined;
  const typed = found[2];
  if (typed === undefined) return foundAt(found, () => nearest(day, today, direction));
  const months = /^(deze|this)$/.test(typed) ? 0 : /^(vorige|afgelopen|last)$/.test(typed) ? -1 : 1;
  const first = today.with({ day: 1 }).add({ months });
  return made(first.year, first.month, day, found);
}
