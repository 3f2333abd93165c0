import type { Lookup } from '../../register/lookup.ts';
import { isValidOn } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { whichPerson } from './fitting.ts';

/** "Wie is de directeur": who has a function on that day, as far as the register knows. */
export function office(lookup: Lookup, { people, date }: Understood): RegisterAnswer {
  if (people.length > 1) return whichPerson(people);
  const [party] = people;
  if (party === undefined) return ambiguous('Welke functie bedoel je?');
  const entries = lookup.heldBy(party).filter((entry) => isValidOn(entry, date));
  if (lookup.isFunction(party)) {
    const names = lookup.holders({ holder: party }, date);
    return names.length > 0
      ? found(names, entries, 'Dit staat in het register.')
      : notRecorded(`Niemand vervult dan de functie ${party}.`);
  }
  if (lookup.isRole(party)) {
    return found(
      entries.flatMap((entry) => lookup.holders(entry, date)),
      entries,
      `In het register staat dit bij de rol ${party}.`,
    );
  }
  return { ...notRecorded(`Het register noemt alleen de functie ${party}, en niet wie dat is.`), entries };
}
