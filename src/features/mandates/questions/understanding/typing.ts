import { isDutch } from '../../../../language/dutch-words.ts';
import { slipsBetween } from '../../../../language/slips.ts';

/** Shorter words differ from too many others by one letter. */
const SHORTEST = 6;

/** True for a word that is another one typed wrong: one letter off, and no word of Dutch itself. */
export const isMistyped = (word: string, meant: string): boolean =>
  meant.length >= SHORTEST &&
  Math.abs(word.length - meant.length) <= 1 &&
  slipsBetween(word, meant) <= 1 &&
  !isDutch(word);
