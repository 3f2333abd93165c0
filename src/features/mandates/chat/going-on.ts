import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Before } from '../questions/following/carried-over.ts';
import { type FollowUp, followUp, seemsToGoOn, type ToldBeside } from '../questions/following/follow-up.ts';
import type { NamedPerson } from '../questions/understanding/named-people.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { isAskedBack } from './before.ts';
import { type EntryFact, factsOf } from './entry-lines.ts';
import type { lastQuestions } from './last-questions.ts';

/** Asks somebody who goes on about a question that is not known, or in a way that cannot be read, for a whole question. */
export const askBack: Message = notice(
  'mandate',
  'Waar gaat je vraag over?',
  'Ik weet niet op welke vraag je doorgaat. Stel je vraag nu in één zin. Bijvoorbeeld: wie valideert BAG in Noord?',
  [
    { verb: 'help.say', title: 'Mijn mandaten', data: { text: 'mijn mandaten' } },
    { verb: 'help.say', title: 'Wie is mandaatbeheerder?', data: { text: 'wie is mandaatbeheerder' } },
  ],
);

/** Answers what a turn asks, from how it is read with the people who are mentioned in it. */
type Asking = (read: (named: readonly NamedPerson[]) => Understood | undefined) => Promise<AnsweredQuestion>;

/** A question that goes on about another, answered, and how it does. */
export interface AskedOn {
  asked: AnsweredQuestion;
  read: FollowUp;
}

/**
 * What somebody types as going on about their last question here, answered; undefined when it does not. Where the last one was
 * asked back and this leaves open what was asked, it goes on about the one before it.
 */
export async function goingOn(
  turn: Turn,
  last: ReturnType<typeof lastQuestions>,
  lookup: Lookup,
  answer: Asking,
): Promise<AskedOn | undefined> {
  const before = last.of(turn, lookup);
  const about = async (one: Before | undefined): Promise<AskedOn | undefined> => {
    let read: FollowUp | undefined;
    const asked = await answer((named) => {
      read = one && followUp(turn.text, one, lookup, today(turn.now), named);
      return read?.understood;
    });
    return read && { asked, read };
  };
  const further = await about(before);
  if (!before?.answered || (further && !isAskedBack(further.asked))) return further;
  return (await about(before.answered)) ?? further;
}

/** True for words that go on about something which is not known. */
export const goesOnAboutNothing = (turn: Turn, lookup: Lookup): boolean =>
  seemsToGoOn(turn.text, lookup, today(turn.now));

/** So many different grounds or times are told; the rest stands with the mandates. */
const MOST_TOLD = 3;
const nothing = { why: 'het register noemt er geen', since: 'het register noemt geen dagen' };

/** What is told beside an answer to "waarom?" or "sinds wanneer?", from the mandates on which it rests. */
export function toldBeside(
  beside: ToldBeside,
  { entries }: RegisterAnswer,
  asked: Understood,
  lookup: Lookup,
): EntryFact {
  const label = beside === 'why' ? 'Grondslag' : 'Geldig';
  const values = entries.flatMap((entry) =>
    factsOf(entry, asked, lookup).flatMap((fact) => (fact.label === label ? [fact.value] : [])),
  );
  const told = [...new Set(values)];
  const more = told.length > MOST_TOLD ? [`en nog ${told.length - MOST_TOLD}`] : [];
  return { label, value: [...told.slice(0, MOST_TOLD), ...more].join('; ') || nothing[beside] };
}
