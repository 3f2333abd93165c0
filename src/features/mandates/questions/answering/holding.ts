import { memoised } from '../../../../lib/memoised.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import { registrationsIn } from '../../vocabulary/registrations.ts';
import type { Understood } from '../understanding/understood.ts';
import { alphabetical, ambiguous, found, type RegisterAnswer } from './answer.ts';

/** A register has few activities, and many entries of each. */
const registrationsNamed = memoised(registrationsIn);

/**
 * True when the entry covers the registration that was asked: an entry without registration covers all, or those that
 * its activity names ("Valideren van BAG-mutaties").
 */
export function covers(entry: RegisterEntry, registration: string | undefined): boolean {
  if (registration === undefined) return true;
  if (entry.registration !== '') return entry.registration.toLowerCase() === registration.toLowerCase();
  const named = registrationsNamed(entry.activity);
  return named.length === 0 || named.includes(registration);
}

/** True when the amount is within the entry's limit: an entry without limit says nothing about amounts. */
export const reaches = (entry: RegisterEntry, amount: number | undefined) =>
  amount === undefined || (entry.limit !== undefined && entry.limit >= amount);

/** What one registration has for an activity at a place: `entries` of the nearest area, `broader` further up. */
export interface NearestEntries {
  registration: string;
  entries: RegisterEntry[];
  broader: RegisterEntry[];
}

/** For one registration: the entries of the nearest area in the chain that has any, and those further up. */
export function nearestIn(
  lookup: Lookup,
  chain: readonly string[],
  activity: string,
  registration: string,
  day: string,
): NearestEntries {
  const levels = chain
    .map((area) =>
      lookup.at(activity, area).filter((entry) => covers(entry, registration) && isValidOn(entry, day)),
    )
    .filter((level) => level.length > 0);
  return { registration, entries: levels[0] ?? [], broader: levels.slice(1).flat() };
}

function registrationsAsked(lookup: Lookup, activity: string, registration: string | undefined): string[] {
  if (registration !== undefined) return [registration];
  const named = lookup.registrationsOf(activity);
  // All entries are for every registration: one answer for all, without the name of a registration.
  return named.length > 0 ? [...named] : [''];
}

/**
 * The answer to a question that names no area. The entries for the whole municipality answer it. Where only parts of it
 * have entries, those answer when they all say the same; otherwise it is asked back which part is meant.
 */
function withoutArea(
  lookup: Lookup,
  asked: Understood,
  activity: string,
  registrations: readonly string[],
): RegisterAnswer | NearestEntries[] {
  const { registration, date } = asked;
  const per = registrations.map((name) => nearestIn(lookup, lookup.roots, activity, name, date));
  const empty = per.filter(({ entries }) => entries.length === 0);
  const parts = empty.flatMap(({ registration: name }) =>
    lookup
      .ofActivity(activity)
      .filter((entry) => covers(entry, name === '' ? undefined : name) && isValidOn(entry, date)),
  );
  const holders = (entries: readonly RegisterEntry[]) =>
    alphabetical(entries.map(({ holder }) => holder)).join('|');
  if (empty.length === per.length) {
    if (parts.length === 0) return per;
    const places = Map.groupBy(parts, ({ area }) => area);
    if (new Set([...places.values()].map(holders)).size === 1) {
      return [{ registration: registration ?? '', entries: parts, broader: [] }];
    }
    return ambiguous('Dit verschilt per gebied. Noem een wijk of buurt.', {
      what: 'area',
      options: [...places.keys()],
    });
  }
  const answering = per.filter(({ entries }) => entries.length > 0);
  const differs = new Set(answering.map(({ entries }) => holders(entries))).size > 1 || parts.length > 0;
  if (registration === undefined && differs) {
    return ambiguous('Dit verschilt per registratie. Noem een registratie of een wijk.', {
      what: 'registration',
      options: registrations.filter(Boolean),
    });
  }
  return per;
}

/**
 * Who holds an activity at a place, per registration. The answers to "who", "role", "escalation" and "organisation"
 * rest on this.
 */
export function holding(
  lookup: Lookup,
  asked: Understood,
  activity: string,
): RegisterAnswer | NearestEntries[] {
  const { registration, areas, date, amount } = asked;
  const [area] = areas;
  const chain = area === undefined ? lookup.roots : lookup.chain(area);
  if (amount !== undefined) {
    const able = chain
      .flatMap((code) => lookup.at(activity, code))
      .filter((entry) => covers(entry, registration) && isValidOn(entry, date) && reaches(entry, amount));
    return [{ registration: registration ?? '', entries: able, broader: [] }];
  }
  const registrations = registrationsAsked(lookup, activity, registration);
  if (area === undefined) return withoutArea(lookup, asked, activity, registrations);
  return registrations.map((name) => nearestIn(lookup, chain, activity, name, date));
}

/** "Wie": the holders of the entries that were found; with `what` something else that these entries say. */
export function who(
  lookup: Lookup,
  asked: Understood,
  activity: string,
  what: (entry: RegisterEntry) => readonly string[] = (entry) => lookup.holders(entry, asked.date),
): RegisterAnswer {
  const result = holding(lookup, asked, activity);
  if (!Array.isArray(result)) return result;
  const entries = [...new Set(result.flatMap((one) => one.entries))];
  const broader = [...new Set(result.flatMap((one) => one.broader))].filter(
    (entry) => !entries.includes(entry),
  );
  const missing = result
    .filter((one) => one.entries.length === 0 && one.registration !== '')
    .map((one) => one.registration);
  const vacant = alphabetical(
    entries.filter((entry) => lookup.holders(entry, asked.date).length === 0).map(({ holder }) => holder),
  );
  const rest = [
    ...(missing.length > 0 && entries.length > 0 ? [`Voor ${missing.join(', ')} is niets vastgelegd.`] : []),
    ...vacant.map((name) => `Niemand vervult dan de functie ${name}.`),
  ];
  const reason = ['Dit staat in het register.', ...rest].join(' ');
  return { ...found(entries.flatMap(what), entries, reason, broader), missing };
}
