import type { Word } from '../../../../language/words.ts';

/** True for a word that is written as a name: a capital first, and not capitals only. */
export const isCapital = (word: Word | undefined) =>
  word !== undefined && /^\p{Lu}/u.test(word.typed) && !/^\p{Lu}+$/u.test(word.typed);
