import { Temporal } from 'temporal-polyfill';
import { type DateSpan, parseAbsence } from '../../language/dates.ts';
import { type Absence, spanOf } from './absence-words.ts';

/** Words with which somebody takes back what they said of their days, and says it better. */
const corrects =
  /^(?:(?:o+h?|nee+|sorry|oeps|wacht|ik bedoel(?:de)?|bedoel|alleen|toch|maar|liever|pas|moet zijn|dat moet zijn)[\s,.:;-]+)+/iu;
/** Then it is said whether somebody is there, and the days are not all there is. */
const saysMore = /\b(?:niet|wel|geen|vrij|weg)\b/iu;
/** Longer than anybody corrects it. */
const LONGEST = 60;

/** The days in words that correct others, where none are noted: then it is asked whether somebody is away. Pure. */
export function daysAfterCorrection(text: string, now: Temporal.PlainDate): DateSpan | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST || !corrects.test(typed) || saysMore.test(typed)) return undefined;
  return parseAbsence(typed.replace(corrects, '').replace(/[.!]+$/, ''), now);
}

/**
 * The days of somebody who corrects what they said before: "oh nee alleen vrijdag", "nee tot 28 december". A last day alone keeps the
 * first day that was noted. Undefined for all other text, and for who has noted nothing. Pure.
 */
export function correctedDays(text: string, before: Absence, now: Temporal.PlainDate): DateSpan | undefined {
  const old = spanOf(before, now);
  const span = old && daysAfterCorrection(text, now);
  if (!span) return undefined;
  const isLastAlone = /^(?:tot|t\/m)\b/i.test(text.trim().replace(corrects, ''));
  const goesOn = isLastAlone && Temporal.PlainDate.compare(old.first, span.last) <= 0;
  return goesOn ? { first: old.first, last: span.last } : span;
}
