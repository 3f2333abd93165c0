import { isDutch, isListed } from '../../../../language/dutch-words.ts';
import { slipsBetween } from '../../../../language/slips.ts';

/** Shorter words differ from too many others by one letter. */
const SHORTEST = 6;
/** A half of fewer letters is chance. */
const [SHORTEST_FIRST, SHORTEST_SECOND] = [3, 4];

/** True for half a compound that is a word: "identificatie", "standplaats" with the s between. */
export const isHalf = (half: string): boolean =>
  half.length >= SHORTEST_FIRST &&
  ['', 's', 'en', 'e'].some(
    (link) => half.endsWith(link) && isDutch(link === '' ? half : half.slice(0, -link.length)),
  );

/** Stricter than half a compound of the register: all that is typed wrong has some words in it. */
const isFirst = (half: string) =>
  isListed(half) || (/s$/.test(half) && half.length > SHORTEST_FIRST && isListed(half.slice(0, -1)));
const isSecond = (half: string) => isListed(half) || (/(?:en|s)$/.test(half) && isDutch(half));

/** True for a word of Dutch, also one that is made of two: "tapvergunning" stands in no dictionary. */
export function isDutchWord(plain: string): boolean {
  if (isDutch(plain)) return true;
  for (let at = SHORTEST_FIRST; at <= plain.length - SHORTEST_SECOND; at += 1)
    if (isFirst(plain.slice(0, at)) && isSecond(plain.slice(at))) return true;
  return false;
}

/**
 * True for a word that is another one typed wrong: one letter off, and no word of Dutch itself. Stems are compared with
 * the word as it was `typed`, since the stem of a Dutch word need not be one.
 */
export const isMistyped = (word: string, meant: string, typed = word): boolean =>
  meant.length >= SHORTEST &&
  Math.abs(word.length - meant.length) <= 1 &&
  slipsBetween(word, meant) <= 1 &&
  !isDutchWord(typed);
