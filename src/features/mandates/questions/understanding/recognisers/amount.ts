import { findAmount } from '../../../../../language/amounts.ts';
import { type Claim, type ClaimOf, claimsOf, positionsWithin } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** The amount of the question; the figures of a day are none. */
export function recogniseAmount(
  { text, words }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'amount'>[] {
  const withoutDays = claimsOf(claims, 'moment').reduce(
    (left, { moment: { start, end } }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  const amount = findAmount(withoutDays);
  return amount ? [{ kind: 'amount', amount, positions: positionsWithin(words, amount) }] : [];
}
