import { addressesIn } from '../../../../../language/addresses.ts';
import { type ClaimOf, positionsWithin } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** The addresses in a question. Its number is no amount, and its street no place of the register. */
export const recogniseAddress = ({ text, words }: QuestionText): ClaimOf<'address'>[] =>
  addressesIn(text).map((part) => ({ kind: 'address', positions: positionsWithin(words, part) }));
