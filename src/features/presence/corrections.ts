import { Temporal } from 'temporal-polyfill';
import { type DateSpan, parseAbsence } from '../../language/dates.ts';
import { type Absence, spanOf } from './absence-words.ts';

/** Words with which somebody takes back what they said of their days, and says it better. */
const corrects =
  /^(?:(?:o+h?|nee+|sorry|oeps|wacht|ik bedoel(?:de)?|bedoel|alleen|toch|maar|liever|pas|moet zijn|dat moet zijn)[\s,.:;-]+)+/iu;
/** Longer than anybody corrects it. */
const LONGEST = 60;

/**
 * The days of somebody who corrects what they said before: "oh nee alleen vrijdag", "nee tot 28 december". A last day alone keeps the
 * first day that was noted. Undefined for all other text, and for who has noted nothing. Pure.
 */
export function correctedDays(text: string, before: Absence, now: Temporal.PlainDate): DateSpan | undefined {
  const old = spanOf(before, now);
  const typed = text.trim();
  if (!old || typed.length > LONGEST || !corrects.test(typed)) return undefined;
  const days = typed.replace(corrects, '').replace(/[.!]+$/, '');
  const span = parseAbsence(days, now);
  if (!span) return undefined;
  const isLastAlone = /^(?:tot|t\/m)\b/i.test(days);
  const goesOn = isLastAlone && Temporal.PlainDate.compare(old.first, span.last) <= 0;
  return goesOn ? { first: old.first, last: span.last } : span;
}

const askedToBeLeft = /\b(?:met rust|geen berichten|niks sturen|niets sturen)\b/i;
/** True for who wants to hear nothing, which may be for some days. Pure. */
export const wantsQuiet = (text: string): boolean => askedToBeLeft.test(text);
