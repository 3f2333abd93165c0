import { upper } from '../cards/words.ts';
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

/** How many answered, as few words. A parent is made of pictures, so of it we know the least. */
export function countWords({ count }: Picture, isTeam: boolean): string {
  if (!isTeam) return `minstens ${count.replace(/[-+].*/, '')}`;
  return count.replace('-', ' tot ').replace('+', ' of meer');
}

/** How many answered, as a sentence. */
export const participation = (picture: Picture, isTeam: boolean): string =>
  `${upper(countWords(picture, isTeam))} collega’s deden mee.`;

/** A band of the scale in words. */
export function bandWords({ from, to }: Pick<Band, 'from' | 'to'>): string {
  if (from === 1) return to === 2 ? 'zwaar of heel zwaar' : 'gaat wel, of zwaarder';
  if (from === 3) return to === 3 ? 'gaat wel' : 'gaat wel, of beter';
  return 'goed of heel goed';
}
