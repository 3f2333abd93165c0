import { capital } from '../../../language/capital.ts';
import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Lookup } from '../register/lookup.ts';
import { leavesWhoOpen, whoInstead } from './alternatives.ts';
import { type AskedQuestion, questionOf, settled } from './question.ts';
import { areaTitle } from './wording.ts';

/** A question that has more than one reading gets so many buttons. */
export const MOST_CHOICES = 12;

/** A button that asks another question. */
export interface Button {
  title: string;
  verb: string;
  data: object;
  style?: 'positive';
}

/** Buttons for a question that has more than one reading: each is the same question with that part settled. */
export function choiceButtons(
  { choices }: RegisterAnswer,
  question: AskedQuestion,
  lookup: Lookup,
): Button[] {
  if (!choices) return [];
  return choices.options.slice(0, MOST_CHOICES).map((option) => ({
    title: spoken(choices.what === 'area' ? areaTitle(option, lookup) : capital(option)),
    verb: 'mandates.ask',
    data: { question: settled(question, choices.what, option) },
  }));
}

/** "Wie wel?" asks the same about everybody, where that takes a choice first. */
export function whoButton(asked: AnsweredQuestion, lookup: Lookup): Button[] {
  const others = asked.understood && whoInstead(asked.understood);
  if (!others || !leavesWhoOpen(asked, lookup)) return [];
  return [{ title: 'Wie wel?', verb: 'mandates.ask', data: { question: questionOf(others) } }];
}
