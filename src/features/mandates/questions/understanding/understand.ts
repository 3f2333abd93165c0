import type { Temporal } from 'temporal-polyfill';
import type { Lookup } from '../../register/lookup.ts';
import { guessedIn } from './guessed.ts';
import { type NamedPerson, withStandIns } from './named-people.ts';
import { isOffTopic } from './off-topic.ts';
import { questionText } from './question-text.ts';
import { readingOf } from './reading.ts';
import { recognised } from './recognisers.ts';
import { unclearIn } from './unclear.ts';
import type { Understood } from './understood.ts';
import { whatIsAsked } from './what.ts';
import { whenIsAsked } from './when.ts';
import { whereIsAsked } from './where.ts';
import { whoIsAsked } from './who.ts';

/**
 * Understands a question in Dutch or English, seen from `today`. Undefined when it is not about mandates. Never
 * guesses a mandate: it only finds out what is asked. First every word is recognised as far as it goes, then the kind
 * of the question follows, and from both each part of what is asked. `named` are people in the question of whom it is
 * known who they are.
 */
export function understand(
  question: string,
  lookup: Lookup,
  today: Temporal.PlainDate,
  named: readonly NamedPerson[] = [],
): Understood | undefined {
  const read = withStandIns(question, lookup, named);
  const asked = questionText(read.question, read.lookup, today);
  const reading = readingOf(asked, recognised(asked));
  if (!reading || isOffTopic(reading)) return undefined;
  const who = whoIsAsked(reading, named);
  const where = whereIsAsked(reading);
  const guessed = guessedIn(reading, { ...who, ...where });
  return {
    kind: reading.kind,
    unclear: unclearIn(reading),
    ...whatIsAsked(reading),
    ...who,
    ...where,
    ...whenIsAsked(reading),
    ...(reading.lone ? { lone: true } : {}),
    ...(reading.others ? { others: [] } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
    ...(reading.unused.length > 0 ? { unused: reading.unused } : {}),
    ...(reading.aside.length > 0 ? { aside: reading.aside } : {}),
  };
}
