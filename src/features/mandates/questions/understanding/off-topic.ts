import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { isPurchase, isUsual } from '../../vocabulary/ordinary-words.ts';
import { aboutMandates, type QuestionKind } from './kinds.ts';

/** Words of leave and absence belong to the language of replacement; in any other question they are its subject. */
export const leave = /\b(verlof|vakantie\w*|vrij|vrije|ziekteverlof|leave|holiday)\b/;

/**
 * True for a question that has the words of one about mandates but names a thing of another world: "wie keurt mijn
 * verlof goed", "wie vervangt de batterij". `rest` are the words that nothing was recognised in.
 */
export function isOffTopic(kind: QuestionKind, plain: string, rest: readonly string[]): boolean {
  if (aboutMandates.test(plain)) return false;
  if (kind !== 'deputy' && leave.test(plain)) return true;
  return rest.some(
    (word) => word.length > 3 && !fixedWords.has(word) && !/^\d+$/.test(word) && !isUsual(word),
  );
}

const done =
  '(?:ingevoerd\\w*|invoerde|verwerkte?|gedaan|gemaakte?|geregistreerde?|entered|processed|made|done)';
const ownWork = [
  /\b(eigen|own|mijn eigen)\b.*\b(mutati\w*|wijziging\w*|werk|invoer|registratie\w*|bag|bgt|woz|entries|mutations?|changes?|work)\b/,
  new RegExp(`\\b(zelf|mezelf|hijzelf|zijzelf|myself|himself|herself)\\b.*\\b${done}\\b`),
  new RegExp(`\\b${done}\\b.*\\b(zelf|mezelf|myself)\\b`),
  new RegExp(`\\b(?:die|wat|dat|that|which) (?:ik|hij|zij|ze|i|he|she)\\b.*\\b${done}\\b`),
  new RegExp(`\\bdoor (?:hem|haar|mij|zich)(?:zelf)? ${done}`),
];

/** True when a text tells that something was done. */
export const isDone = (plain: string): boolean => new RegExp(`\\b${done}\\b`).test(plain);

/** True when the question is about somebody's own mutation, which nobody validates or approves (separation of duties). */
export const isOwnWork = (plain: string): boolean => ownWork.some((pattern) => pattern.test(plain));

/** Why a question cannot be answered as it stands; with `more` it can, but not with yes. */
export type Unclear = 'excluded' | 'negated' | 'subject' | 'more';

/** The same in Dutch, with what to do about it. */
export const unclearWords: Record<Unclear, string> = {
  excluded: 'Ik kan niemand uitzonderen. Vraag wie het mag, dan zie je iedereen.',
  negated: 'Met "niet" erin weet ik niet zeker wat je bedoelt. Vraag wie het wel mag.',
  subject: 'Ik weet niet of het register hierover gaat. Noem een registratie, bijvoorbeeld BAG of BGT.',
  more: 'Er staat meer in je vraag dan ik begrijp. Daarom zeg ik niet zomaar ja. Vraag het korter: wie, wat en waar.',
};

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

/**
 * Why a question about who may do something cannot be answered as it stands: it turns things round, leaves
 * somebody out, or is about a thing of which nobody knows whether the register covers it.
 */
export function unclearIn(
  plain: string,
  kind: QuestionKind,
  {
    isNamed,
    rest,
    excludes,
    buys,
    newName,
  }: { isNamed: boolean; rest: readonly string[]; excludes: boolean; buys: boolean; newName: boolean },
): Unclear | undefined {
  const foreign = (shortest: number) => (word: string) =>
    word.length >= shortest &&
    !fixedWords.has(word) &&
    !/^\d+(?:e|de|ste|th|st|nd|rd)?$/.test(word) &&
    (!isUsual(word) || (isPurchase(word) && !buys));
  const more = rest.some(foreign(3)) ? 'more' : undefined;
  if (kind !== 'who' && kind !== 'may') return kind === 'limit' ? more : undefined;
  if (excludes || (kind === 'may' && only.test(plain))) return 'excluded';
  if (negation.test(plain.replace(noNegation, ' '))) return 'negated';
  if (!isNamed && (newName || rest.some(foreign(5)) || leave.test(plain))) return 'subject';
  // Somebody's own affair, of another kind than a mutation: the law may forbid what the mandate gives.
  if (kind === 'may' && /\b(eigen|own|zichzelf|himself|herself)\b/.test(plain)) return 'more';
  return kind === 'may' && otherVerb.test(plain) && !rights.test(plain) ? 'more' : more;
}
