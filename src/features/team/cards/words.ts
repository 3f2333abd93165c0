import { dutchDay } from '../../../calendar/clock.ts';
import { type Theme, themes } from '../../../people/themes.ts';

/** 'werkdruk en leren' */
export function inRow(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** The themes in Dutch, in a row. */
export const themeWords = (list: readonly Theme[]): string => inRow(list.map((theme) => themes[theme]));

/** 'sinds vandaag', 'sinds gisteren' or 'sinds 12 november 2026': how long something stands there, by ISO dates. */
export function ageWords(from: string, day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
  if (days <= 0) return 'sinds vandaag';
  return days === 1 ? 'sinds gisteren' : `sinds ${dutchDay(from)}`;
}

/** By when something has to be done (ISO date), or that it should have been; '' without a date. */
export const dueWords = (due: string | undefined, day: string): string =>
  due ? `${due < day ? 'had klaar moeten zijn op' : 'uiterlijk'} ${dutchDay(due)}` : '';
