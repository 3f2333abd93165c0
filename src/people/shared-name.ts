import { spelling } from '../language/words.ts';

/** What stands before many a family name (Dutch names): who shares it with somebody is not the same person for that. */
const prefixes = new Set(
  'van von den der de te ten ter het del dos della da do di du la le el al op in'.split(' '),
);

/**
 * Whether two names are of one person, as of somebody who married: they are the same, or have a word in common, initials, prefixes and short
 * words aside. Where one of them has short words alone, those count in both.
 */
export function shareName(one: string, other: string): boolean {
  if (spelling(one) === spelling(other)) return true;
  const isAlike = (words: readonly string[], others: readonly string[]) =>
    others.some((word) => words.includes(word));
  const [long, others] = [wordsOf(one, 3), wordsOf(other, 3)];
  if (long.length > 0 && others.length > 0) return isAlike(long, others);
  return isAlike(wordsOf(one, 2), wordsOf(other, 2));
}

const wordsOf = (name: string, atLeast: number): string[] =>
  spelling(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= atLeast && !prefixes.has(word));
