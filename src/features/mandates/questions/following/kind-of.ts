import type { Lookup } from '../../register/lookup.ts';
import { covers } from '../answering/holding.ts';
import { type Claim, claimsOf } from '../understanding/claims.ts';
import { kindInWords, type QuestionKind } from '../understanding/kinds.ts';
import { asksOthers } from '../understanding/others.ts';
import type { QuestionText } from '../understanding/question-text.ts';
import { isAboutEnding } from '../understanding/terms.ts';
import type { Understood } from '../understanding/understood.ts';
import { following } from './words.ts';

/** Kinds of questions about one person. */
export const personal: readonly QuestionKind[] = ['may', 'deputy', 'which', 'limit'];

/** What kind of question a follow-up is, by its words or else by what was `asked` before; `isBeside` where it asks why or since when. */
export function kindOfFollowUp(
  { plain, lookup }: QuestionText,
  claims: readonly Claim[],
  asked: Understood,
  isBeside: boolean,
): QuestionKind {
  const isSomebody =
    claimsOf(claims, 'person').length > 0 ||
    /\b(?:ik|mij|i|me)\b/.test(plain) ||
    following.namesPersonBefore(plain);
  const ofPerson = personal.includes(asked.kind) ? asked.kind : 'may';
  const said = isAboutEnding(plain) ? 'which' : kindInWords(plain);
  if (asksOthers(plain)) return following.asksWhenAway(plain) ? 'deputy' : 'who';
  if (following.asksMayWhileAway(plain)) return mayWhileAway(plain, asked);
  const kind = following.asksWhenAway(plain) ? 'deputy' : said;
  if (following.asksToReach(plain)) return asked.kind;
  if (asked.kind === 'limit' && kind === undefined && claimsOf(claims, 'amount').length > 0) return 'may';
  if (isBeside && kind !== 'may' && kind !== 'deputy') return asked.kind;
  if (claimsOf(claims, 'role').length > 0 && kind !== 'may' && kind !== 'deputy') return 'role';
  if (kind === 'may') return isSomebody || asked.kind === 'may' || asksUnknown(plain) ? 'may' : asked.kind;
  if (kind === undefined && !isSomebody && isElsewhere(asked, claims, lookup)) return 'who';
  return kind ?? (isSomebody ? ofPerson : asked.kind);
}

/**
 * True for another place behind a question about deputies, or a registration that is not in the hands of who is replaced: there
 * somebody else may do it, and who deputises stands with them.
 */
function isElsewhere(asked: Understood, claims: readonly Claim[], lookup: Lookup): boolean {
  if (asked.kind !== 'deputy' || asked.activity === undefined || asked.standsIn || asked.absent) return false;
  if (claimsOf(claims, 'area').length > 0) return true;
  const [person] = asked.people;
  const held = person === undefined ? [] : lookup.heldBy(person);
  return claimsOf(claims, 'registration').some(
    ({ registration }) =>
      !held.some((entry) => lookup.isFor(entry, asked.activity ?? '') && covers(entry, registration)),
  );
}

/** "Mag ik dat als hij er niet is": what was asked before, or all for which somebody stands in. */
function mayWhileAway(plain: string, asked: Understood): QuestionKind {
  if (/^\W*(?:en )?(?:wat|waar\w*|welke?|what)\b/.test(plain)) return 'which';
  const isDoing = asked.kind === 'who' || asked.kind === 'may' || asked.kind === 'role';
  return isDoing && asked.activity !== undefined ? 'may' : 'deputy';
}

/** "Mag Henk dat ook": somebody stands there, whoever it is. */
const asksUnknown = (plain: string) =>
  /\b(?:mag|mogen|kan|may|can) (?!(?:dat|dit|het|that|this|it)\b)/.test(plain);
