import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import { euros } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, answer, found, notRecorded, type RegisterAnswer, unique } from './answer.ts';
import { covers, holding, reaches } from './holding.ts';

const whichPerson = (people: readonly string[]) =>
  ambiguous('Wie bedoel je?', { what: 'person', options: [...people] });

/** The area that was asked and everything it lies in; undefined without one. */
const chainOf = (lookup: Lookup, { areas }: Understood) =>
  areas[0] === undefined ? undefined : lookup.chain(areas[0]);

/** What of an entry has to fit the question, apart from who holds it and when. */
function fitting(
  lookup: Lookup,
  asked: Understood,
  activity: string | undefined,
): (entry: RegisterEntry) => boolean {
  const chain = chainOf(lookup, asked);
  return (entry) =>
    (activity === undefined || lookup.isFor(entry, activity)) &&
    covers(entry, asked.registration) &&
    (chain === undefined || chain.includes(entry.area));
}

const heldOn = (lookup: Lookup, person: string, day: string) => (entry: RegisterEntry) =>
  isValidOn(entry, day) && lookup.holders(entry, day).includes(person);

/** Who on that day has the functions of these entries, which somebody has at another time: a sentence a function. */
function holdersOf(lookup: Lookup, entries: readonly RegisterEntry[], date: string): string {
  const functions = Map.groupBy(entries, ({ holder }) => holder);
  return [...functions]
    .map(([name, [entry]]) => {
      const holders = entry ? lookup.holders(entry, date) : [];
      return `De functie ${name} heeft op die dag ${holders.join(' en ') || 'niemand'}.`;
    })
    .join(' ');
}

/** "Mag": yes only if an entry of this person covers everything that was asked; own mutations never. */
export function may(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, amount, date } = asked;
  if (asked.own) {
    return answer(
      'no',
      'Niemand valideert of keurt een eigen mutatie goed. Dat doet een ander; bij twijfel beslist de Objectregisseur.',
    );
  }
  const [person] = people;
  if (person === undefined) return ambiguous('Over wie gaat je vraag?');
  if (people.length > 1) return whichPerson(people);
  const fits = fitting(lookup, asked, asked.activity ?? (amount !== undefined ? ASSIGNMENT : undefined));
  const held = lookup.heldBy(person).filter(fits);
  const valid = held.filter(heldOn(lookup, person, date));
  const enough = valid.filter((entry) => reaches(entry, amount));
  if (enough.length > 0) {
    const areas = [...new Set(enough.map(({ area }) => area))];
    // A mandate for one part is none for another: which part was not said.
    if (asked.areas.length === 0 && !areas.some((area) => lookup.roots.includes(area)))
      return ambiguous('Dit verschilt per gebied. Noem een wijk of buurt.', { what: 'area', options: areas });
    const where = unique(enough.map(({ area }) => lookup.area(area)?.name ?? area)).join(', ');
    const what = unique(enough.map((entry) => entry.registration || 'alle registraties')).join(', ');
    return answer('yes', `Voor ${what}, in ${where}.`, { entries: enough });
  }
  const asDeputy = lookup
    .deputisedBy(person)
    .filter(
      (entry) =>
        fits(entry) &&
        isValidOn(entry, date) &&
        reaches(entry, amount) &&
        lookup.deputies(entry, date).includes(person),
    );
  if (asked.absent !== undefined) return mayWhileAway(lookup, asked, asked.absent, person, asDeputy);
  if (asDeputy.length > 0) {
    const holders = unique(asDeputy.flatMap((entry) => lookup.holders(entry, date))).join(', ');
    return answer('no', `Alleen als vervanger, en alleen zolang ${holders || 'de houder'} afwezig is.`, {
      entries: asDeputy,
    });
  }
  if (valid.length > 0) {
    const limits = valid.flatMap(({ limit }) => limit ?? []);
    const words =
      limits.length > 0
        ? `Het mandaat gaat tot en met ${euros(Math.max(...limits))}.`
        : 'Het mandaat noemt geen bedrag.';
    return answer('no', words, { entries: valid });
  }
  const elsewhere = held.filter((entry) => isValidOn(entry, date));
  if (elsewhere.length > 0) return answer('no', holdersOf(lookup, elsewhere, date), { entries: elsewhere });
  if (held.length > 0) return answer('no', 'Het mandaat geldt niet op deze dag.', { entries: held });
  return answer('no', 'Hiervoor is niets vastgelegd op deze naam.');
}

/** "Mag Driss dit als Eefje er niet is": only as deputy in an entry of which nobody but Eefje is holder. */
function mayWhileAway(
  lookup: Lookup,
  asked: Understood,
  absent: string,
  person: string,
  asDeputy: readonly RegisterEntry[],
): RegisterAnswer {
  const isOnlyHolder = (entry: RegisterEntry) =>
    lookup.holders(entry, asked.date).length > 0 &&
    lookup.holders(entry, asked.date).every((name) => name === absent);
  const entries = asDeputy.filter(isOnlyHolder);
  return entries.length > 0
    ? answer('yes', `Alleen als vervanger, en alleen zolang ${absent} er niet is.`, { entries })
    : answer('no', `${person} staat hier niet als vervanger van ${absent}.`);
}

/** "Welke mandaten": ids of the entries that somebody holds; with `expiring` those that end before the date. */
export function which(lookup: Lookup, asked: Understood, expiring: boolean, today: string): RegisterAnswer {
  const { people, self, activity, registration, date } = asked;
  if (people.length > 1) return whichPerson(people);
  if (people.length === 0 && self) return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  const [person] = people;
  const day = expiring ? today : date;
  const fits = fitting(lookup, { ...asked, registration }, activity);
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
    expiring ? `Deze lopen ${term} af.` : 'Deze gelden op die dag.',
  );
}

/** "Wie vervangt": the deputies of the entries that are meant. */
export function deputy(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, activity, registration, areas, date } = asked;
  if (people.length > 1) return whichPerson(people);
  const [person] = people;
  let rows: readonly RegisterEntry[];
  if (person === undefined) {
    if (activity === undefined) return ambiguous('Wie wil je laten vervangen, of waarvoor?');
    const result = holding(lookup, asked, activity);
    if (!Array.isArray(result)) return result;
    rows = result.flatMap(({ entries }) => entries);
  } else {
    const fits = fitting(lookup, { ...asked, areas: [], registration }, activity);
    const held = lookup.heldBy(person).filter((entry) => heldOn(lookup, person, date)(entry) && fits(entry));
    // In a place, the rows meant are those of the nearest area in which this person has any.
    const level = chainOf(lookup, asked)?.find((code) => held.some(({ area }) => area === code));
    rows = areas.length === 0 ? held : held.filter(({ area }) => area === level);
  }
  if (rows.length === 0) return notRecorded('Daarvoor is niets vastgelegd.');
  const deputies = rows.flatMap((entry) => lookup.deputies(entry, date));
  return deputies.length > 0
    ? found(deputies, rows, 'Dit is de vervanging die in het register staat.')
    : answer('not-recorded', 'Er is geen vervanger vastgelegd.', { entries: rows });
}

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
  return found([`${Math.max(...limits)}`], rows, `Tot en met dit bedrag per opdracht, zonder btw.${differs}`);
}
