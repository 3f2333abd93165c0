import type { Lookup } from '../../register/lookup.ts';
import { isValidOn } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { fitting, heldOn, whichPerson } from './fitting.ts';

/** "Welke mandaten": ids of the entries that somebody holds; with `expiring` those that end before the date. */
export function which(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const { people, self, activity, date, expiring } = asked;
  if (people.length > 1) return whichPerson(people);
  if (people.length === 0 && self) return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  const [person] = people;
  const day = expiring ? today : date;
  const fits = fitting(lookup, asked, activity);
  const entries = (person === undefined ? lookup.register.entries : lookup.heldBy(person)).filter(
    (entry) =>
      (person === undefined ? isValidOn(entry, day) : heldOn(lookup, person, day)(entry)) &&
      fits(entry) &&
      (!expiring || (entry.until !== undefined && entry.until < date)),
  );
  const term = asked.term ?? 'vóór die dag';
  if (entries.length === 0)
    return notRecorded(
      expiring ? `Er loopt ${term} geen mandaat af.` : 'Er staat dan geen mandaat in het register.',
    );
  return found(
    entries.map(({ id }) => id),
    entries,
    expiring
      ? `${entries.length === 1 ? 'Dit mandaat loopt' : 'Deze mandaten lopen'} ${term} af.`
      : `${entries.length === 1 ? 'Dit mandaat geldt' : 'Deze mandaten gelden'} op die dag.`,
  );
}
