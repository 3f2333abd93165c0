import type { NamedPerson } from './named-people.ts';
import { wholeNames } from './people.ts';
import type { Reading } from './reading.ts';
import type { Understood } from './understood.ts';

const ofAsker = /\b(ik|mij|mijn|i|my|me)\b/;

/** Whom the question is about; `named` are the people in it of whom it is known who they are. */
export function whoIsAsked(
  reading: Reading,
  named: readonly NamedPerson[],
): Pick<Understood, 'people' | 'self' | 'own' | 'absent' | 'unknownPerson'> {
  const { kind, plain, words, text, asksSelf, namesPerson, people, own, absent, unknown } = reading;
  const whole = wholeNames(people, words, text);
  const isStranger = (name: string) => named.some((one) => one.name === name && !one.known);
  const stranger =
    whole.unknown ??
    whole.people.find(isStranger) ??
    (whole.people.length === 0 ? unknown.person : undefined);
  return {
    people: whole.people.filter((name) => !isStranger(name)),
    self: asksSelf || (ofAsker.test(plain) && !namesPerson),
    own,
    unknownPerson: asksSelf ? undefined : stranger,
    ...(absent !== undefined && kind === 'may' ? { absent } : {}),
  };
}
