import type { Temporal } from 'temporal-polyfill';
import type { Lookup } from '../register/lookup.ts';
import { answer, type RegisterAnswer } from './answering/answer.ts';
import { replyTo } from './answering/reply.ts';
import type { NamedPerson } from './understanding/named-people.ts';
import { understand } from './understanding/understand.ts';
import type { Understood } from './understanding/understood.ts';

/** A question, how it was understood, and its answer. */
export interface AnsweredQuestion {
  question: string;
  understood?: Understood;
  answer: RegisterAnswer;
}

/**
 * Answers a question about mandates as of `today`, in Dutch or English. `me` is the asker's name in the register, for
 * "mag ik" and "mijn mandaten"; `named` are people in it of whom it is known who they are. Pure: the same register gives the same answer.
 */
export function ask(
  question: string,
  lookup: Lookup,
  today: Temporal.PlainDate,
  me?: string,
  named: readonly NamedPerson[] = [],
): AnsweredQuestion {
  return answered(question, understand(question, lookup, today, named), me, lookup, today);
}

/** The same for a question that was understood already, so that who asks is looked up only when it is about them. */
export function answered(
  question: string,
  understood: Understood | undefined,
  me: string | undefined,
  lookup: Lookup,
  today: Temporal.PlainDate,
): AnsweredQuestion {
  if (!understood)
    return { question, answer: answer('not-understood', 'Dit lijkt geen vraag over mandaten.') };
  const known = withAsker(understood, me);
  return { question, understood: known, answer: replyTo(lookup, known, today.toString()) };
}

/** The question with whoever asks in their place, and who is away when only one of those before can be meant. */
function withAsker(understood: Understood, me: string | undefined): Understood {
  const { self, absentSelf, absentAmong } = understood;
  const people = self && me !== undefined ? [me] : understood.people;
  const [among, ...others] = (absentAmong ?? []).filter((name) => !people.includes(name));
  const before = others.length === 0 ? among : undefined;
  const absent = absentSelf ? me : (understood.absent ?? before);
  return absent === undefined ? { ...understood, people } : { ...understood, people, absent };
}
