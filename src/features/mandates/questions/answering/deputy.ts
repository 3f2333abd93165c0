import type { Lookup } from '../../register/lookup.ts';
import type { RegisterEntry } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, answer, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { chainOf, fitting, heldOn, whichPerson } from './fitting.ts';
import { holding } from './holding.ts';

/** "Wie vervangt": the deputies of the entries that are meant. */
export function deputy(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, activity, areas, date } = asked;
  if (people.length > 1) return whichPerson(people);
  const [person] = people;
  let rows: readonly RegisterEntry[];
  if (person === undefined) {
    if (activity === undefined) return ambiguous('Van wie of van welke taak zoek je de vervanger?');
    const result = holding(lookup, asked, activity);
    if (!Array.isArray(result)) return result;
    rows = result.flatMap(({ entries }) => entries);
  } else {
    const fits = fitting(lookup, { ...asked, areas: [] }, activity);
    const held = lookup.heldBy(person).filter((entry) => heldOn(lookup, person, date)(entry) && fits(entry));
    // A question about a place is about the entries of the nearest area in which this person has any.
    const level = chainOf(lookup, asked)?.find((code) => held.some(({ area }) => area === code));
    rows = areas.length === 0 ? held : held.filter(({ area }) => area === level);
  }
  if (rows.length === 0) return notRecorded('Daarvoor is niets vastgelegd.');
  const deputies = rows.flatMap((entry) => lookup.deputies(entry, date));
  return deputies.length > 0
    ? found(deputies, rows, 'Dit is de vervanging die in het register staat.')
    : answer('not-recorded', 'Er is geen vervanger vastgelegd.', { entries: rows });
}
