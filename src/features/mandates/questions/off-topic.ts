import { aboutMandates, type QuestionKind } from './kinds.ts';
import { isUsual } from './objects.ts';
import { fixedWords } from './vocabulary.ts';

/** Words of leave and absence belong to the language of replacement; in any other question they are its subject. */
const leave = /\b(verlof|vakantie\w*|vrij|vrije|ziekteverlof|leave|holiday)\b/;

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
