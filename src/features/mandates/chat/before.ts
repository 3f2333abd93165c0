import { nameKey } from '../../../language/words.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Before } from '../questions/following/carried-over.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { besideAnswer } from './alternatives.ts';

/** Kinds of questions of which the answers are people. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation', 'deputy', 'office'];
/** Of more people than this nobody says "hij". */
const MOST_PEOPLE = 12;

/** Whom an answer names, in the order in which they were said. */
function namedIn({ outcome, answers }: RegisterAnswer, { kind }: Understood): readonly string[] {
  return outcome === 'found' && naming.includes(kind) ? answers : [];
}

/**
 * What a next question may go on about: the question, and whom "hij" or "haar" may be after its answer. Undefined when nothing
 * was understood.
 */
export function beforeOf(asked: AnsweredQuestion, lookup: Lookup): Before | undefined {
  const { understood, answer } = asked;
  if (!understood) return undefined;
  const instead = answer.outcome === 'no' ? besideAnswer(asked, lookup).flatMap(({ names }) => names) : [];
  const people = [...understood.people, ...namedIn(answer, understood), ...instead];
  const unique = new Map(people.map((name) => [nameKey(name), name]));
  return { asked: understood, people: [...unique.values()].slice(0, MOST_PEOPLE) };
}
