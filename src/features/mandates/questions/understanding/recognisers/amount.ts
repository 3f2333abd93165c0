import { findAmount } from '../../../../../language/amounts.ts';
import { type Claim, type ClaimOf, positionsWithin, withoutClaimed } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** The amount of the question; the figures of a day, an address and the number of a mandate are none. */
export function recogniseAmount(
  { text, words }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'amount'>[] {
  const amount = findAmount(withoutClaimed(text, words, claims));
  return amount ? [{ kind: 'amount', amount, positions: positionsWithin(words, amount) }] : [];
}
