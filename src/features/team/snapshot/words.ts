import { capital } from '../../../language/capital.ts';
import { themeWords } from '../cards/words.ts';
import type { Band, Picture } from './rules.ts';

const averages: Record<Picture['average'], string> = {
  2: '2 of lager (zwaar)',
  2.5: '2,5 (tussen zwaar en gaat wel)',
  3: '3 (gaat wel)',
  3.5: '3,5 (tussen gaat wel en goed)',
  4: '4 of hoger (goed)',
};

/** An average as people read it; the outer two stand for everything beyond them. */
export const averageWords = (average: Picture['average']): string => averages[average];

const choices: Record<Picture['average'], string> = {
  2: '‘zwaar’ of ‘heel zwaar’',
  2.5: 'iets tussen ‘zwaar’ en ‘gaat wel’',
  3: '‘gaat wel’',
  3.5: 'iets tussen ‘gaat wel’ en ‘goed’',
  4: '‘goed’ of ‘heel goed’',
};

/**
 * A picture in one sentence without figures, so that nobody ranks by it. It says no more than the picture does
 * (trust:fewest-six).
 */
export function inOneSentence({ average, themes }: Picture, isTeam: boolean): string {
  const chose = `${isTeam ? 'Gemiddeld koos het team' : 'Gemiddeld kozen de teams samen'} ${choices[average]}`;
  if (themes.length === 0) return `${chose}.`;
  const named = themeWords(themes);
  if (!isTeam) return `${chose}, en in een of meer teams speelt ${named}.`;
  return `${chose}, en ${named} ${themes.length === 1 ? 'werd' : 'werden elk'} door minstens 3 mensen genoemd.`;
}

/** How many answered, as few words. A parent is made of pictures, so of it we know the least. */
export function countWords({ count }: Picture, isTeam: boolean): string {
  if (!isTeam) return `minstens ${count.replace(/[-+].*/, '')}`;
  return count.replace('-', ' tot ').replace('+', ' of meer');
}

/** How many answered, as a sentence. */
export const participation = (picture: Picture, isTeam: boolean): string =>
  `${capital(countWords(picture, isTeam))} collega’s deden mee.`;

/** A band of the scale in words. */
export function bandWords({ from, to }: Pick<Band, 'from' | 'to'>): string {
  if (from === 1) return to === 2 ? 'zwaar of heel zwaar' : 'gaat wel, of zwaarder';
  if (from === 3) return to === 3 ? 'gaat wel' : 'gaat wel, of beter';
  return 'goed of heel goed';
}
