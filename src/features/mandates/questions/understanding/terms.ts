import type { Temporal } from 'temporal-polyfill';

/** A stretch of time in which things end. */
export interface EndTerm {
  /** The first day after it. */
  before: Temporal.PlainDate;
  /** In Dutch: "in de komende 30 dagen". */
  words: string;
}

/** The days in which a mandate is said to end soon when the question names no term, as on cards and in notices. */
const SOON_DAYS = 30;
/** "Binnenkort" looks further: whoever asks that wants to do something about it in time. */
const SHORTLY_DAYS = 90;

/** Words that tell that something ends. */
export const ends =
  /\b(eindig\w*|verlop\w*|verloopt|vervall?\w*|aflopen|aflopende?|aflo{1,2}pt|expir\w*|ends?|(?:lopen|loopt)(?= (?:\S+ ){0,8}af\b))\b/;

/** True for a question about what ends: "welke mandaten lopen af". */
export const isAboutEnding = (plain: string): boolean => ends.test(plain);

/** True when the last day itself is asked: "tot wanneer geldt", "wanneer loopt … af". */
export const asksLastDay = (plain: string): boolean =>
  /\b(?:tot (?:en met )?wanneer|wanneer|hoe lang|until when|when)\b/.test(plain) &&
  (isAboutEnding(plain) || /\b(?:geldt|gelden|geldig|valid)\b/.test(plain));

/** Words for a term that need no day: "dit jaar", "binnenkort". */
export const termWords =
  /\b(?:dit jaar|this year|deze maand|this month|deze week|this week|binnenkort|gauw|snel|soon|shortly)\b/;

/** The term in which things end in a question (lower case, no diacritics) that names no day. */
export function termOf(plain: string, today: Temporal.PlainDate): EndTerm {
  if (/\b(?:dit jaar|this year)\b/.test(plain))
    return { before: today.with({ month: 1, day: 1 }).add({ years: 1 }), words: 'dit jaar' };
  if (/\b(?:deze maand|this month)\b/.test(plain))
    return { before: today.with({ day: 1 }).add({ months: 1 }), words: 'deze maand' };
  if (/\b(?:deze week|this week)\b/.test(plain))
    return { before: today.add({ days: 8 - today.dayOfWeek }), words: 'deze week' };
  const days = /\b(?:binnenkort|gauw|snel|soon|shortly)\b/.test(plain) ? SHORTLY_DAYS : SOON_DAYS;
  return { before: today.add({ days: days + 1 }), words: `in de komende ${days} dagen` };
}
