import type { Lookup } from '../../register/lookup.ts';
import { isValidOn } from '../../register/register.ts';
import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { fitting, heldOn, whichPerson } from './fitting.ts';

/** "Tot welk bedrag": the highest limit in whole euros, per assignment, without VAT. */
export function limit(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, areas, date } = asked;
  if (people.length > 1) return whichPerson(people);
  const activity = asked.activity ?? ASSIGNMENT;
  const [person] = people;
  const fits = fitting(lookup, asked, activity);
  const rows = (person === undefined ? lookup.ofActivity(activity) : lookup.heldBy(person)).filter(
    (entry) =>
      (person === undefined ? isValidOn(entry, date) : heldOn(lookup, person, date)(entry)) && fits(entry),
  );
  if (person === undefined && areas.length === 0 && new Set(rows.map((entry) => entry.limit)).size > 1) {
    return ambiguous('Dit verschilt per persoon en gebied. Noem een naam of een wijk.');
  }
  const limits = rows.flatMap((entry) => entry.limit ?? []);
  if (limits.length === 0)
    return notRecorded(rows.length > 0 ? 'Het mandaat noemt geen bedrag.' : 'Daarvoor is niets vastgelegd.');
  const differs =
    new Set(limits).size > 1 ? ' Dit is het hoogste: het verschilt per gebied of registratie.' : '';
  return found(
    [`${Math.max(...limits)}`],
    rows,
    `Het gaat om het bedrag per opdracht, zonder btw.${differs}`,
  );
}
