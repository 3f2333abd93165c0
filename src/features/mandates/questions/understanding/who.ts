import { wholeNames } from './people.ts';
import type { Reading } from './reading.ts';
import type { Understood } from './understood.ts';

const ofAsker = /\b(ik|mij|mijn|i|my|me)\b/;

/** Whom the question is about. */
export function whoIsAsked(
  reading: Reading,
): Pick<Understood, 'people' | 'self' | 'own' | 'absent' | 'unknownPerson'> {
  const { kind, plain, words, text, asksSelf, namesPerson, people, own, absent, unknown } = reading;
  const whole = wholeNames(people, words, text);
  const stranger = whole.unknown ?? (whole.people.length === 0 ? unknown.person : undefined);
  return {
    people: whole.people,
    self: asksSelf || (ofAsker.test(plain) && !namesPerson),
    own,
    unknownPerson: asksSelf ? undefined : stranger,
    ...(absent !== undefined && kind === 'may' ? { absent } : {}),
  };
}
