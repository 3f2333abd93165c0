import { plainText } from '../../../../language/words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { type Claim, claimedPositions } from '../understanding/claims.ts';
import type { QuestionText } from '../understanding/question-text.ts';
import type { Understood } from '../understanding/understood.ts';
import { following } from './words.ts';

/** Who names what was asked for uses a few words. */
const MOST_WORDS = 5;

/** True for what a question was asked back for, by the kind of what answers it. */
const isAskedFor: Partial<Record<Claim['kind'], (asked: Understood) => boolean>> = {
  area: () => true,
  registration: () => true,
  // "Akkoord" is an activity, and behind an answer it says something else.
  activity: ({ activity, activities }) => activity === undefined || activities !== undefined,
  moment: ({ vagueDate, impossibleDate }) => vagueDate !== undefined || impossibleDate !== undefined,
  amount: ({ unreadableAmount }) => unreadableAmount !== undefined,
  person: ({ kind, people, activity, absentAmong }) =>
    people.length > 1 ||
    absentAmong !== undefined ||
    (kind === 'deputy' && people.length === 0 && activity === undefined),
};

/** True for a few words that name a place, a registration or what was asked for, and nothing else: "Noord", behind "Noem een wijk". */
export function isMissingPart(
  { plain, plains }: QuestionText,
  claims: readonly Claim[],
  asked: Understood,
): boolean {
  const claimed = claimedPositions(claims);
  return (
    !following.leavesOut(plain) &&
    plains.length <= MOST_WORDS &&
    claims.length > 0 &&
    claims.every(({ kind }) => isAskedFor[kind]?.(asked)) &&
    plains.every((word, at) => claimed.has(at) || stopWords.has(word))
  );
}

/** A verb and nothing else, as people answer "Noem een activiteit". */
const aVerb = /^\W*(?:(?:om )?te )?[a-z-]{3,}en\W*$/;

/**
 * True for a verb that answers the question what is to be done, though the register does not know it. `asked`: what was asked
 * back for want of an activity.
 */
export const namesUnknownActivity = (text: string, { kind, activity, own }: Understood): boolean =>
  (kind === 'who' || kind === 'may') && activity === undefined && !own && aVerb.test(plainText(text));
