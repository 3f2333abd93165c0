import type { Lookup } from '../../register/lookup.ts';
import type { Understood } from '../understanding/understood.ts';
import { heldOn } from './fitting.ts';

/**
 * Activities that somebody holds on that day and that are part of the one that was asked: "omgevingsvergunning bouwen verlenen"
 * of "omgevingsvergunning verlenen". Of those nobody says that there is nothing.
 */
export function narrowerHeld(lookup: Lookup, { people, activity, date }: Understood): string[] {
  const [person] = people;
  const asked = activity === undefined ? undefined : lookup.termsOf(activity);
  if (person === undefined || people.length > 1 || !asked) return [];
  const stemsOf = (name: string) =>
    new Set(lookup.termsOf(name)?.groups.flatMap(({ terms }) => terms.map(({ stem }) => stem)));
  const names = lookup
    .heldBy(person)
    .filter((entry) => heldOn(lookup, person, date)(entry) && !lookup.isFor(entry, activity ?? ''))
    .map((entry) => entry.activity);
  return [...new Set(names)].filter((name) => {
    const stems = stemsOf(name);
    return asked.groups.every(
      ({ demanded, terms }) => !demanded || terms.some(({ stem }) => stems.has(stem)),
    );
  });
}
