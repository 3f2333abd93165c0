import type { Lookup } from '../../register/lookup.ts';
import type { RegisterEntry } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous } from './answer.ts';
import { covers } from './holding.ts';

/** Asks back which of several people is meant. */
export const whichPerson = (people: readonly string[]) =>
  ambiguous('Wie bedoel je?', { what: 'person', options: [...people] });

/** The area that was asked and everything it lies in; undefined without one. */
export const chainOf = (lookup: Lookup, { areas }: Understood) =>
  areas[0] === undefined ? undefined : lookup.chain(areas[0]);

/** What of an entry has to fit the question, apart from who holds it and when. */
export function fitting(
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

/** Tells which entries a person, a function or a role holds on a day (ISO date). */
export const heldOn = (lookup: Lookup, party: string, day: string) => (entry: RegisterEntry) =>
  lookup.isHeldBy(entry, party, day);
