import { plainText } from '../../../../language/words.ts';
import { claimsOf, withoutClaimed } from './claims.ts';
import { isLeftOut } from './places.ts';
import type { Reading } from './reading.ts';

/**
 * Why a question cannot be answered as it stands: it leaves somebody or some place out, or turns things round. With
 * `more` there are words in it that nothing explains.
 */
export type Unclear = 'excluded' | 'negated' | 'more';

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

/** Why a question about who may do something, or up to what amount, is unclear; undefined when it is not. */
export function unclearIn(reading: Reading): Unclear | undefined {
  const { kind, plain, words, claims, areas, leavesOut, unused } = reading;
  const more = unused.length > 0 ? 'more' : undefined;
  if (kind !== 'who' && kind !== 'may') return more;
  if (leavesOut || areas.some((area) => isLeftOut(area, words))) return 'excluded';
  if (kind === 'may' && only.test(plain)) return 'excluded';
  // "Niet ontvankelijk" is what an activity is called.
  const asked = plainText(withoutClaimed(reading.text, words, claimsOf(claims, 'activity')));
  if (negation.test(asked.replace(noNegation, ' '))) return 'negated';
  if (kind === 'may' && ownAffair.test(plain)) return 'more';
  return kind === 'may' && otherVerb.test(plain) && !rights.test(plain) ? 'more' : more;
}
