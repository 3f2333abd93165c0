import type { FoundMoment, VagueMoment } from './found-moment.ts';
import { monthNames } from './months.ts';
import { plainText } from './words.ts';

type Moment = FoundMoment | VagueMoment;

const fullMonths = monthNames
  .split('|')
  .filter((name) => name.length > 3 || name === 'mei')
  .join('|');
const weekdays = '(?:maan|dins|woens|donder|vrij|zater|zon)dag';
const and = '(?:,|&|\\+|en|of|tot(?: en met)?|t/m|-|–|/|and|or|to|until)';
/** "… en februari", "… en 2027", "2026/27": more time behind a day. */
const moreBehind = new RegExp(
  `^\\s*(?:/\\s*\\d{2,4}\\b|${and}\\s*(?:(?:ook|heel|op|in|de|per|on|the)\\s+)*(?:${fullMonths}|${weekdays}|20\\d\\d)\\b)`,
);
/** "30 en …": more days before one. */
const moreBefore =
  /(?<![\d.,€])\b\d{1,2}(?:e|ste|de|st|nd|rd|th)?\s*(?:,|&|\+|en|of|tot(?: en met)?|t\/m|-|–|and|or|to)\s*(?:de |the )?$/;

const article = '(?:(?:de|het|the|op) )?';
const after = new RegExp(`\\b(?:na|after|later dan|later than) ${article}$`);
const before = new RegExp(
  `\\b(?:voor|tot(?: aan)?|before|until|till|up to|eerder dan|earlier than) ${article}$`,
);
/** "Voor en na 1 januari", "op of na 31 december", "twee weken na 31 december": another day than the one beside it. */
const unclearSide = new RegExp(
  `(?:\\b(?:en|of|and|or)|\\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|kwartaal|days?|weeks?|months?|years?)) (?:voor|na|before|after) ${article}$`,
);
const nextDoor = /\b(?:de|the) (?:dag|day) (?:voor|na|before|after) (?:(?:de|the) )?$/;
const now = /^(?:nu|momenteel|now)$/;
const oneDay =
  /^(?:vandaag|van(?:ochtend|morgen|middag|avond|nacht)|today|(?:over)?morgen\p{L}*|tomorrow|(?:eer)?gisteren|yesterday)$/u;
const isOneDay = new RegExp(
  `\\d[-/.]\\d|\\b(?:\\d{1,2}|eerste)(?:e|ste|de|st|nd|rd|th)?(?:[ -]| of | van )(?:${monthNames})\\b|\\b(?:${monthNames}) \\d{1,2}(?!\\d)|\\b(?:\\p{L}+dag|mon|tues|wednes|thurs|fri|satur|sun)\\b|\\b(?:de|the) \\S+(?:e|st|nd|rd|th)\\b|nieuwjaar|new year|jaarwisseling|\\b(?:eind|einde|half|medio|midden)\\b`,
  'u',
);
/** Time in which today lies, with a word that means another part of it, and a year or month from end to end. */
const aroundNow =
  /\b(?:na|voor|tot|after|before|until|later|eerder) (?:dit|deze|this) (?:jaar|maand|week|kwartaal|year|month|week|quarter)\b|\b(?:heel|hele|gehele) (?:(?:dit|deze|het|volgend|volgende|komend|komende|vorig|vorige|afgelopen) )?(?:jaar|maand|kwartaal)\b/;

/** Text of the same length in lower case, without diacritics where that keeps it as long. */
const flat = (text: string) =>
  [...text].map((char) => (plainText(char).length === char.length ? plainText(char) : char)).join('');

const vagueAt = (text: string, start: number, end: number): VagueMoment => ({
  start,
  end,
  vague: text.slice(start, end).trim(),
});

/** True when a day of the week only says which day the date behind it is: "donderdag 31 december". */
const isSameDay = (text: string, one: Moment, other: Moment): boolean => {
  if (!('date' in one && 'date' in other)) return false;
  if (one.date.equals(other.date)) return true;
  const isBeside = /^[\s,]*(?:(?:de|the|op|on)\s+)?$/.test(text.slice(one.end, other.start));
  const isName = /^(?:\p{L}+dag|\p{L}+day)$/u.test(text.slice(one.start, one.end).trim());
  return one.end <= other.start && isBeside && isName && one.date.dayOfWeek === other.date.dayOfWeek;
};

/** A day with what stands before it: the day after "na 31 december", the day before "vóór 1 januari" and "tot 1 januari". */
function onItsSide(typed: string, text: string, moment: FoundMoment): Moment {
  if (!('date' in moment)) return moment;
  const words = text.slice(moment.start, moment.end);
  // "Tot de 15e" and "voor 1-2" were taken together with the word before them.
  const own = /^(?:voor|tot|na|before|until|after) (?!en met)/.exec(words)?.[0] ?? '';
  const lead = `${text.slice(Math.max(0, moment.start - 40), moment.start)}${own}`.replace(/\s+/g, ' ');
  const day = words.slice(own.length);
  const isAfter = after.test(lead);
  const isBefore = before.test(lead);
  if (!isAfter && !isBefore) return moment;
  if (now.test(day)) return moment;
  // "Voor morgen" is for that day; "vóór morgen" is not.
  const isFor =
    /\bvoor (?:de )?$/.test(lead) && !/v(?:ó|o\u0301)/iu.test(typed.slice(moment.start - 12, moment.start));
  if (isFor && (oneDay.test(day) || /^(?:\p{L}+ )?\p{L}+dag$/u.test(day))) return moment;
  const start = Math.max(
    0,
    moment.start + own.length - (/\S+ (?:(?:de|het|the|op) )?$/.exec(lead)?.[0].length ?? 0),
  );
  const isPrecise = oneDay.test(day) || isOneDay.test(day);
  if (!isPrecise || (unclearSide.test(lead) && !nextDoor.test(lead)))
    return vagueAt(typed, start, moment.end);
  return { start: moment.start, end: moment.end, date: moment.date.add({ days: isAfter ? 1 : -1 }) };
}

/**
 * The one day that is meant by the moments that were found in a text, in the order in which they were found: the day after
 * "na 31 december", the day before "tot 1 januari". More than one day, a whole year and the like are vague, with the words
 * as they were typed: only the asker knows which day is meant. Undefined when no day is spoken of.
 */
export function dayMeant(typed: string, found: readonly Moment[]): Moment | undefined {
  const text = flat(typed);
  const [first, ...others] = found;
  const around = aroundNow.exec(text);
  if (around) return vagueAt(typed, around.index, around.index + around[0].length);
  if (!first) return undefined;
  const apart = others.filter((one) => !isSameDay(text, one, first) && !isSameDay(text, first, one));
  const all = [first, ...apart];
  const [start, end] = [Math.min(...all.map((one) => one.start)), Math.max(...all.map((one) => one.end))];
  if (apart.length > 0) return vagueAt(typed, start, end);
  const behind = moreBehind.exec(text.slice(end, end + 60));
  if (behind) return vagueAt(typed, start, end + behind[0].length);
  const words = text.slice(start, end).replace(/^(?:op|on|de|the|voor|tot|per|vanaf) /, '');
  const ahead = /^\d/.test(words) ? moreBefore.exec(text.slice(0, end - words.length)) : null;
  if (ahead) return vagueAt(typed, ahead.index, end);
  return 'vague' in first ? vagueAt(typed, first.start, first.end) : onItsSide(typed, text, first);
}
