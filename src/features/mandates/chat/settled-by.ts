import { today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { AnswerChoices } from '../questions/answering/answer.ts';
import { replyTo } from '../questions/answering/reply.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Lookup } from '../register/lookup.ts';

/** The same question with one of its readings chosen. */
export function settledBy(
  asked: AnsweredQuestion,
  what: AnswerChoices['what'],
  option: string,
  lookup: Lookup,
  turn: Pick<Turn, 'now'>,
): AnsweredQuestion {
  const { understood } = asked;
  if (!understood) return asked;
  const part = {
    registration: { registration: option, registrations: undefined },
    activity: {
      activity: option,
      activities: undefined,
      narrower: undefined,
      turned: undefined,
      unused: undefined,
      unclear: undefined,
    },
    area: { areas: [option] },
    person: { people: [option] },
  };
  const next = { ...understood, ...part[what] };
  return { ...asked, understood: next, answer: replyTo(lookup, next, today(turn.now).toString()) };
}
