import { plainText } from '../../../../language/words.ts';
import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import { isPurchase, isUsual } from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { claimsOf, withoutClaimed } from './claims.ts';
import { leave } from './off-topic.ts';
import { isLeftOut } from './places.ts';
import type { Reading } from './reading.ts';
import { isNewName, unknownWord } from './unknown-names.ts';

/**
 * Why a question cannot be answered as it stands: it leaves somebody or some place out, turns things round, or is about
 * a thing of which nobody knows whether the register covers it. With `more` it can be answered, but not with yes.
 */
export type Unclear = 'excluded' | 'negated' | 'subject' | 'more';

const negation = /\b(niet|geen|nooit|niemand|onmogelijk|verboden|not|never|nobody|forbidden)\b/;
/** "Of niet" and the like turn nothing round. */
const noNegation = /\bof niet\b|\bor not\b|\bniet (alleen|weten|zeker)\b/g;
/** "Mag alleen Anna": that asks about everybody else too. */
const only = /(?<!\bniet )\b(alleen|enkel|uitsluitend|slechts|only)\b/;
/** What somebody has to do or will do, which no register says. */
const otherVerb = /\b(moet|moeten|wil|willen|gaat|gaan|zal|zullen|hoeft|hoeven|must|should|will|wants?)\b/;
/** Words of having a right. */
const rights =
  /\b(mag|mogen|mocht|mochten|kan|kunnen|kon|may|can|could|allowed|\w*bevoegd\w*|gemachtigd|gemandateerd|toegestaan|mandaat|machtiging|volmacht)\b/;
/** Somebody's own affair, of another kind than a mutation: the law may forbid what the mandate gives. */
const ownAffair = /\b(eigen|own|zichzelf|himself|herself)\b/;

/** True for a word that does not belong in a question about mandates; with `buys` what is bought does. */
const isForeign = (word: string, shortest: number, buys: boolean) =>
  word.length >= shortest &&
  !stopWords.has(word) &&
  !/^\d+(?:e|de|ste|th|st|nd|rd)?$/.test(word) &&
  (!isUsual(word) || (isPurchase(word) && !buys));

/** Why a question about who may do something, or up to what amount, is unclear; undefined when it is not. */
export function unclearIn(reading: Reading): Unclear | undefined {
  const { kind, plain, words, rest, claims, claimed, areas, own, namesSubject, leavesOut } = reading;
  const [activity] = claimsOf(claims, 'activity');
  const buys = activity === undefined || activity.activity === ASSIGNMENT;
  const hasForeign = (shortest: number) => rest.some((word) => isForeign(word, shortest, buys));
  const more = reading.unused.length > 0 ? 'more' : undefined;
  if (kind === 'limit') return more;
  if (kind !== 'who' && kind !== 'may') return undefined;
  if (leavesOut || areas.some((area) => isLeftOut(area, words))) return 'excluded';
  if (kind === 'may' && only.test(plain)) return 'excluded';
  // "Niet ontvankelijk" is what an activity is called.
  const asked = plainText(withoutClaimed(reading.text, words, claimsOf(claims, 'activity')));
  if (negation.test(asked.replace(noNegation, ' '))) return 'negated';
  if (!namesSubject && !own) {
    const isUnknown = unknownWord(words, claimed);
    const namesNew = words.some((_, position) => isUnknown(position) && isNewName(words, position));
    if (namesNew || hasForeign(5) || leave.test(plain)) return 'subject';
  }
  if (kind === 'may' && ownAffair.test(plain)) return 'more';
  return kind === 'may' && otherVerb.test(plain) && !rights.test(plain) ? 'more' : more;
}
