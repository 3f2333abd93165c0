import { isDate } from '../../calendar/clock.ts';
import type { FormValues } from '../../conversation/form.ts';
import { GONE } from './setting.ts';

/** A text of a form as it is kept: '' for nothing. */
export const typedAs = (sent: FormValues, id: string): string => (sent[id] ?? '').trim();

/** True when a form asks to take away what stands there. */
export const asksToGo = (sent: FormValues): boolean => typedAs(sent, 'gone') === GONE;

/** What is wrong with the length of a text, in a list of none or one. `what` is its name in a sentence. */
export const tooLong = (text: string, longest: number, what: string): string[] =>
  [...text].length > longest ? [`${what} is hooguit ${longest} tekens.`] : [];

/** What is wrong with the date and the reference of a decision. `day` is today, an ISO date. */
export function decisionProblems(date: string, reference: string, day: string): string[] {
  if (!isDate(date)) return ['Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.'];
  if (date > day) return ['Deze datum is nog niet geweest.'];
  if (reference === '') return ['Geef een kenmerk, zodat het besluit terug te vinden is.'];
  return tooLong(reference, LONGEST_REFERENCE, 'Een kenmerk');
}

/** Characters of the reference of a decision, and of an address on the web. */
export const LONGEST_REFERENCE = 120;
export const LONGEST_URL = 500;

/** What is wrong with an address on the web. */
export function urlProblems(url: string): string[] {
  if (!URL.canParse(url) || !url.startsWith('https://')) return ['Geef een adres dat met https:// begint.'];
  return tooLong(url, LONGEST_URL, 'Een adres');
}
