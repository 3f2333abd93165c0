import { aboutMandates, type QuestionKind } from './kinds.ts';
import { isUsual } from './objects.ts';
import { fixedWords } from './vocabulary.ts';

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
  new RegExp(`\\bdoor (?:hem|haar|mij)(?:zelf)? ${done}`),
];

/** True when the question is about somebody's own mutation, which nobody validates or approves (separation of duties). */
export const isOwnWork = (plain: string): boolean => ownWork.some((pattern) => pattern.test(plain));

/** Why a question cannot be answered as it stands. */
export type Unclear = 'excluded' | 'negated' | 'subject';

/** The same in Dutch, with what to do about it. */
export const unclearWords: Record<Unclear, string> = {
  excluded: 'Ik kan niemand uitzonderen. Vraag wie het mag, dan zie je iedereen.',
  negated: 'Met "niet" erin weet ik niet zeker wat je bedoelt. Vraag wie het wel mag.',
  subject: 'Ik weet niet of het register hierover gaat. Noem een registratie, bijvoorbeeld BAG of BGT.',
};

/**
 * Why a question about who may do something cannot be answered as it stands: it turns things round, leaves
 * somebody out, or is about a thing of which nobody knows whether the register covers it.
 */
export function unclearIn(
  plain: string,
  kind: QuestionKind,
  { isNamed, rest, excludes }: { isNamed: boolean; rest: readonly string[]; excludes: boolean },
): Unclear | undefined {
  if (kind !== 'who' && kind !== 'may') return undefined;
  if (excludes && kind === 'who') return 'excluded';
  if (/\b(niet|not)\b/.test(plain.replace(/\bof niet\b|\bor not\b|\bniet (alleen|weten|zeker)\b/g, ' ')))
    return 'negated';
  const strange = rest.some(
    (word) => word.length > 4 && !fixedWords.has(word) && !/^\d+$/.test(word) && !isUsual(word),
  );
  return !isNamed && (strange || leave.test(plain)) ? 'subject' : undefined;
}
