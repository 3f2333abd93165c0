import type { FoundAmount, UnreadableAmount } from '../../../../language/amounts.ts';
import type { FoundMoment, VagueMoment } from '../../../../language/found-moment.ts';
import type { FoundName } from '../../../../language/names.ts';
import type { Word } from '../../../../language/words.ts';
import type { QuestionText } from './question-text.ts';

/** Something that was recognised in a question: what it is, and the positions of the words that say it. */
export type Claim = { positions: readonly number[] } & (
  | { kind: 'moment'; moment: FoundMoment | VagueMoment }
  | { kind: 'amount'; amount: FoundAmount | UnreadableAmount }
  | { kind: 'role'; role: string; activity: string }
  | { kind: 'registration'; registration: string }
  /** `whole` tells that all was said that tells this activity from another. */
  | { kind: 'activity'; activity: string; whole: boolean; turned: boolean }
  | { kind: 'area'; name: FoundName }
  | { kind: 'person'; name: FoundName }
  | { kind: 'everywhere' }
  | { kind: 'address' }
  /** Mandates that are named by their number, or by where they come from. */
  | { kind: 'reference'; ids: readonly string[] }
);
type ClaimKind = Claim['kind'];
export type ClaimOf<Kind extends ClaimKind> = Extract<Claim, { kind: Kind }>;

/**
 * Finds one kind of thing in a question; `claims` is what others recognised before it. Takes values and gives values.
 */
export type Recogniser = (asked: QuestionText, claims: readonly Claim[]) => Claim[];

/** The claims of one kind, in the order in which they were made. */
export const claimsOf = <Kind extends ClaimKind>(claims: readonly Claim[], kind: Kind): ClaimOf<Kind>[] =>
  claims.filter((claim): claim is ClaimOf<Kind> => claim.kind === kind);

/** The positions of all words that were recognised as something. */
export const claimedPositions = (claims: readonly Claim[]): ReadonlySet<number> =>
  new Set(claims.flatMap(({ positions }) => positions));

/** The positions of the words that stand in a part of the text, also if only partly. */
export const positionsWithin = (words: readonly Word[], part: { start: number; end: number }): number[] =>
  words.flatMap((word, position) => (word.start < part.end && word.end > part.start ? [position] : []));

/** The text with spaces in the place of what was recognised, so that all other characters keep their positions. */
export const withoutClaimed = (text: string, words: readonly Word[], claims: readonly Claim[]): string =>
  [...claimedPositions(claims)].reduce((left, position) => {
    const { start = 0, end = 0 } = words[position] ?? {};
    return left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  }, text);
