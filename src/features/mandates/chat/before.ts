import { nameKey } from '../../../language/words.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Before } from '../questions/following/carried-over.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { besideAnswer } from './alternatives.ts';
import type { AnswerContext } from './contacts.ts';
import { actingIn } from './entry-block.ts';

/** Kinds of questions of which the answers are people. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation', 'deputy', 'office'];
/** Those of them that name who does it that day. */
const doing: readonly Understood['kind'][] = ['who', 'role', 'escalation'];
/** Of more people than this nobody says "hij". */
const MOST_PEOPLE = 12;

/** Whom an answer names, in the order in which they were said: in the place of who is away stands who replaces them. */
function namedIn(
  { outcome, answers, entries }: RegisterAnswer,
  asked: Understood,
  around: AnswerContext,
): readonly string[] {
  if (outcome !== 'found' || !naming.includes(asked.kind)) return [];
  const acting = doing.includes(asked.kind) ? entries.flatMap((entry) => actingIn(entry, asked, around)) : [];
  return acting.length > 0 ? acting : answers;
}

/** True for a question that was not answered but asked back: of whom it is about, or in other words. */
export const isAskedBack = ({ answer: { outcome, choices }, understood }: AnsweredQuestion): boolean =>
  outcome === 'not-understood' ||
  (outcome === 'ambiguous' &&
    (choices === undefined || choices.what === 'person' || understood?.unclear !== undefined));

/**
 * What a next question may go on about: the question, and whom "hij" or "haar" may be after its answer. Undefined when nothing
 * was understood.
 */
export function beforeOf(asked: AnsweredQuestion, around: AnswerContext): Before | undefined {
  const { understood, answer } = asked;
  if (!understood) return undefined;
  const instead =
    answer.outcome === 'no' || (answer.outcome === 'not-recorded' && understood.kind === 'deputy')
      ? besideAnswer(asked, around.lookup).flatMap(({ names }) => names)
      : [];
  const away = understood.absent === undefined ? [] : [understood.absent];
  const people = [...understood.people, ...away, ...namedIn(answer, understood, around), ...instead];
  const unique = new Map(people.map((name) => [nameKey(name), name]));
  return { asked: understood, people: [...unique.values()].slice(0, MOST_PEOPLE) };
}
