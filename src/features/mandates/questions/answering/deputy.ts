import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import { listed } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { alphabetical, ambiguous, answer, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { chainOf, fitting, heldOn, whichPerson } from './fitting.ts';
import { holding } from './holding.ts';

/** "Wie vervangt": the deputies of the entries that are meant. */
export function deputy(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, activity, areas, date, absent, standsIn } = asked;
  if (people.length > 1) return whichPerson(people);
  const [person] = people;
  if (person === undefined && asked.self) return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  if (person !== undefined && absent !== undefined) return replacesOne(lookup, asked, person, absent);
  if (person !== undefined && standsIn) return replaced(lookup, asked, person);
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
    const nearest = (entries: readonly RegisterEntry[]) => {
      const level = chainOf(lookup, asked)?.find((code) => entries.some(({ area }) => area === code));
      return areas.length === 0 ? entries : entries.filter(({ area }) => area === level);
    };
    rows = nearest(held);
    const standing = lookup
      .deputisedBy(person)
      .filter(
        (entry) => isValidOn(entry, date) && lookup.deputies(entry, date).includes(person) && fits(entry),
      );
    if (rows.length === 0 && standing.length > 0)
      return besideDeputy(lookup, asked, person, nearest(standing));
  }
  if (rows.length === 0) return notRecorded('Daarvoor is niets vastgelegd.');
  const deputies = rows.flatMap((entry) => lookup.deputies(entry, date));
  return deputies.length > 0
    ? found(deputies, rows, 'Dit is de vervanging die in het register staat.')
    : answer('not-recorded', 'Er is geen vervanger vastgelegd.', { entries: rows });
}

/** The entries in which somebody deputises that fit the question. */
function deputisedIn(lookup: Lookup, asked: Understood, person: string): RegisterEntry[] {
  const fits = fitting(lookup, asked, asked.activity);
  return lookup
    .deputisedBy(person)
    .filter(
      (entry) =>
        isValidOn(entry, asked.date) && fits(entry) && lookup.deputies(entry, asked.date).includes(person),
    );
}

/** "Voor wie is Anna vervanger": the holders of the entries in which she deputises. */
function replaced(lookup: Lookup, asked: Understood, person: string): RegisterAnswer {
  const rows = deputisedIn(lookup, asked, person);
  const holders = rows
    .flatMap((entry) => lookup.holders(entry, asked.date))
    .filter((name) => name !== person);
  if (rows.length === 0) return notRecorded(`Er is hier geen mandaat met ${person} als vervanger.`);
  return holders.length > 0
    ? found(holders, rows, 'Dit is de vervanging die in het register staat.')
    : answer('not-recorded', 'Er is op die dag niemand om te vervangen.', { entries: rows });
}

/** "Vervangt Anna Bas": whether she deputises in what he holds, and where not who does. */
function replacesOne(lookup: Lookup, asked: Understood, person: string, absent: string): RegisterAnswer {
  const { date } = asked;
  const isOf = (name: string) => (entry: RegisterEntry) => lookup.holders(entry, date).includes(name);
  const fits = fitting(lookup, asked, asked.activity);
  const held = lookup.heldBy(absent).filter((entry) => heldOn(lookup, absent, date)(entry) && fits(entry));
  const rows = deputisedIn(lookup, asked, person).filter(isOf(absent));
  if (rows.length > 0) {
    const part =
      rows.length < held.length ? ` Dit geldt bij ${rows.length} van de ${held.length} mandaten.` : '';
    return answer('yes', `Alleen zolang ${absent} er niet is.${part}`, { entries: rows });
  }
  const isTurned = deputisedIn(lookup, asked, absent).some(isOf(person));
  const others = alphabetical(held.flatMap((entry) => lookup.deputies(entry, date)));
  const turned = isTurned ? `Andersom wel: ${absent} vervangt ${person}. ` : '';
  const who =
    others.length > 0
      ? `${listed(others)} ${others.length === 1 ? 'vervangt' : 'vervangen'} ${absent}.`
      : `Voor ${absent} is hier geen vervanger vastgelegd.`;
  return answer('no', `${turned}${who}`, { entries: held });
}

/** Who replaces somebody who is the deputy there: another deputy, where one is recorded. */
function besideDeputy(
  lookup: Lookup,
  { date }: Understood,
  person: string,
  rows: readonly RegisterEntry[],
): RegisterAnswer {
  const others = rows.flatMap((entry) => lookup.deputies(entry, date)).filter((name) => name !== person);
  if (others.length > 0) return found(others, rows, 'Dit is de vervanging die in het register staat.');
  const holders = alphabetical(rows.flatMap((entry) => lookup.holders(entry, date)));
  const whom = holders.length > 0 ? `${person} vervangt hier ${listed(holders)}. ` : '';
  return answer('not-recorded', `${whom}Er is geen andere vervanger vastgelegd.`, { entries: rows });
}
