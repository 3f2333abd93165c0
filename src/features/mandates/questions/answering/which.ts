import { dutchDay } from '../../../../calendar/clock.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isValidOn } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { fitting, heldOn, whichPerson } from './fitting.ts';

/** "Welke mandaten": ids of the entries that somebody holds; with `expiring` those that end before the date. */
export function which(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const { people, self, activity, date, expiring, absent, lone } = asked;
  if (people.length > 1) return whichPerson(people);
  if (people.length === 0 && self) return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  const [person] = people;
  if (person !== undefined && absent !== undefined) return whileAway(lookup, asked, person, absent);
  const day = expiring ? today : date;
  const fits = fitting(lookup, asked, activity);
  const entries = (person === undefined ? lookup.register.entries : lookup.heldBy(person)).filter(
    (entry) =>
      (person === undefined ? isValidOn(entry, day) : heldOn(lookup, person, day)(entry)) &&
      fits(entry) &&
      (!lone || lookup.deputies(entry, day).length === 0) &&
      (!expiring || (entry.until !== undefined && entry.until < date)),
  );
  const term = asked.term ?? `vóór ${dutchDay(date)}`;
  const then = date === today ? 'nu' : `op ${dutchDay(date)}`;
  if (entries.length === 0)
    return notRecorded(
      lone
        ? 'Bij elk mandaat staat een vervanger.'
        : expiring
          ? `Er loopt ${term} geen mandaat af.`
          : `Er staat hiervoor ${then} geen mandaat in het register.`,
    );
  return found(
    entries.map(({ id }) => id),
    entries,
    expiring
      ? `${entries.length === 1 ? 'Dit mandaat loopt' : 'Deze mandaten lopen'} ${term} af.`
      : `${entries.length === 1 ? 'Dit mandaat geldt' : 'Deze mandaten gelden'} op die dag.`,
  );
}

/** "Wat mag Anna als Bas er niet is": what she does as his deputy, where nobody else holds it. */
function whileAway(lookup: Lookup, asked: Understood, person: string, absent: string): RegisterAnswer {
  const { activity, date } = asked;
  const fits = fitting(lookup, asked, activity);
  const entries = lookup
    .deputisedBy(person)
    .filter(
      (entry) =>
        isValidOn(entry, date) &&
        fits(entry) &&
        lookup.deputies(entry, date).includes(person) &&
        lookup.holders(entry, date).length > 0 &&
        lookup.holders(entry, date).every((name) => name === absent),
    );
  if (entries.length === 0) return notRecorded(`${person} staat hier niet als vervanger van ${absent}.`);
  return found(
    entries.map(({ id }) => id),
    entries,
    `Dit komt erbij zolang ${absent} er niet is.`,
  );
}
