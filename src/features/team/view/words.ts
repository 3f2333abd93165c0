import { dutchDay } from '../../../calendar/clock.ts';
import { themes } from '../../../people/themes.ts';
import type { Signal, SignalState } from '../signals/signal.ts';
import type { Band, Picture } from '../snapshot/rules.ts';

const averages: Record<Picture['average'], string> = {
  2: '2 of lager (zwaar)',
  2.5: '2,5 (tussen zwaar en gaat wel)',
  3: '3 (gaat wel)',
  3.5: '3,5 (tussen gaat wel en goed)',
  4: '4 of hoger (goed)',
};

/** An average as people read it; the outer two stand for everything beyond them. */
export const averageWords = (average: Picture['average']): string => averages[average];

/** How many answered, as few words. A parent is made of pictures, so of it we know the least. */
export function countWords({ count }: Picture, isTeam: boolean): string {
  if (!isTeam) return `minstens ${count.replace(/[-+].*/, '')}`;
  return count === '20+' ? '20 of meer' : count.replace('-', ' tot ');
}

/** How many answered, as a sentence. */
export function participation(picture: Picture, isTeam: boolean): string {
  const count = countWords(picture, isTeam);
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} collega’s deden mee.`;
}

/** A band of the scale in words. */
export function bandWords({ from, to }: Pick<Band, 'from' | 'to'>): string {
  if (from === 1) return to === 2 ? 'zwaar of heel zwaar' : 'gaat wel, of zwaarder';
  if (from === 3) return to === 3 ? 'gaat wel' : 'gaat wel, of beter';
  return 'goed of heel goed';
}

/** The same with a capital. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'werkdruk en leren' */
export function inRow(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

export const themeWords = (list: Picture['themes']): string => inRow(list.map((theme) => themes[theme]));

/** The states as the method calls them. */
export const stateWords: Record<SignalState, string> = {
  received: 'ontvangen',
  seeing: 'beeldvorming',
  judging: 'oordeelsvorming',
  deciding: 'besluit',
  answered: 'teruggekoppeld',
};

/** What a signal is about, for signals that were found by rule; undefined for one that somebody raised. */
export function foundWords({ source, theme }: Pick<Signal, 'source' | 'theme'>): string | undefined {
  if (source === 'drop') return 'Het gemiddelde is een punt of meer lager dan in de vier keer ervoor.';
  if (source === 'low') return '30 % of meer zit er zwaar of heel zwaar bij.';
  if (source === 'theme' && theme) return `Drie keer op rij genoemd: ${themes[theme]}.`;
  return undefined;
}

/** 'vandaag', 'sinds gisteren' or 'al 12 dagen', between two ISO dates. */
export function ageWords(from: string, day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
  if (days <= 0) return 'sinds vandaag';
  return days === 1 ? 'sinds gisteren' : `al ${days} dagen`;
}

export const dueWords = (due: string | undefined, day: string): string =>
  due ? `${due < day ? 'had klaar moeten zijn op' : 'klaar op'} ${dutchDay(due)}` : '';
