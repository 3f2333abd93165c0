import type { Direction } from '../../../../../language/found-moment.ts';
import { findMoment } from '../../../../../language/moments.ts';
import { type Claim, type ClaimOf, positionsWithin, withoutClaimed } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

const past =
  /\b(mocht|mochten|was|waren|had|hadden|gold|deed|deden|did|could|were|\w{3,}(eerde|erkte|eurde|ekende|eerden|erkten))\b/;
const future = /\b(vanaf|per|straks|volgend|volgende|na|from|until|tot|voor|zal|gaat|before)\b/;

/** Which way a day without a year points. */
function directionOf(plain: string): Direction {
  if (past.test(plain)) return 'past';
  return future.test(plain) ? 'future' : 'near';
}

/** The first day that the question speaks of. */
export function recogniseMoment(
  { text, plain, words, today }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'moment'>[] {
  const moment = findMoment(withoutClaimed(text, words, claims), today, directionOf(plain));
  return moment ? [{ kind: 'moment', moment, positions: positionsWithin(words, moment) }] : [];
}
