import type { SearchResult } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { spoken } from '../../../language/spoken.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import { answerCard } from './answer-card.ts';
import { headline } from './answer-title.ts';
import type { AnswerContext } from './contacts.ts';
import { settledBy } from './settled-by.ts';
import { aloud } from './wording.ts';

/** So many readings of one question are found. */
const MOST_READINGS = 8;

/** What the message box finds for a question: its answer, or that to each of its readings. */
export function foundIn(
  asked: AnsweredQuestion,
  around: AnswerContext,
  turn: Pick<Turn, 'now'>,
): SearchResult[] {
  const { choices } = asked.answer;
  const settled: AnsweredQuestion[] = choices
    ? choices.options
        .slice(0, MOST_READINGS)
        .map((option) => settledBy(asked, choices.what, option, around.lookup, turn))
    : [asked];
  return settled.map((one) => {
    const { title, understood } = headline(one, around);
    return {
      title: aloud(title),
      hint: spoken(understood),
      message: answerCard(one, around, { fixed: true }),
    };
  });
}
