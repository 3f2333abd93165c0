import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { capital, euros } from '../vocabulary/wording.ts';
import type { AnswerContext } from './contacts.ts';
import { blockOf } from './entry-block.ts';
import { understoodAs } from './wording.ts';

const MOST_NAMES = 8;

const namesInTitle = (names: readonly string[]) => {
  const more = names.length - MOST_NAMES;
  return more > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} en nog ${more} anderen` : names.join(', ');
};

/** The answer in a few words, in Dutch. */
export function titleOf(answer: RegisterAnswer, asked: Understood, around: AnswerContext): string {
  const { outcome, answers, entries } = answer;
  if (outcome === 'yes') return 'Ja';
  if (outcome === 'no') return 'Nee';
  if (outcome === 'ambiguous') return 'Ik heb nog iets nodig';
  if (outcome === 'not-recorded') return asked.kind === 'which' ? 'Geen mandaten' : 'Niet vastgelegd';
  if (asked.kind === 'limit') return `Tot en met ${euros(Number(answers[0]))}`;
  if (asked.kind === 'which') {
    const count = answers.length === 1 ? 'één mandaat' : `${answers.length} mandaten`;
    return asked.people[0] ? `${asked.people[0]} heeft ${count}` : capital(count);
  }
  if (asked.kind === 'who' || asked.kind === 'role' || asked.kind === 'escalation') {
    const acting = new Set(entries.map((entry) => blockOf(entry, asked, around).who));
    return namesInTitle([...acting]);
  }
  return namesInTitle(answers);
}

/** The answer in a line, and how the question was understood. */
export function headline(
  { understood, answer }: AnsweredQuestion,
  around: AnswerContext,
): { title: string; understood: string } {
  if (!understood) return { title: answer.reason, understood: '' };
  return {
    title: titleOf(answer, understood, around),
    understood: understoodAs(understood, around.lookup, around.today),
  };
}
