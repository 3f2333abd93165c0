import type { Temporal } from 'temporal-polyfill';
import { plainText } from '../../language/words.ts';
import { type Answer, answerFrom } from './answer.ts';
import type { Lookup } from './lookup.ts';
import { type Understood, understand } from './understand.ts';

/** A question, how it was understood, and its answer. */
export interface Asked {
  question: string;
  understood?: Understood;
  answer: Answer;
}

/** Answers a question about mandates as of `today`, in Dutch or English. Pure: the same register gives the same answer. */
export function ask(question: string, lookup: Lookup, today: Temporal.PlainDate): Asked {
  const understood = understand(question, lookup, today);
  if (!understood) {
    const reason = 'Dit lijkt geen vraag over mandaten.';
    return { question, answer: { outcome: 'not-understood', answers: [], reason, entries: [], broader: [] } };
  }
  const plain = plainText(question);
  const expiring =
    understood.kind === 'which' &&
    understood.dated &&
    /\b(lopen|loopt|eindig\w*|verlop\w*|verloopt|aflop\w*|expire\w*|end)\b/.test(plain);
  return { question, understood, answer: answerFrom(lookup, understood, today.toString(), expiring) };
}
