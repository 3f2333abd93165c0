import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../../calendar/availability.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { nameKey } from '../../../language/words.ts';
import { isPresent, type Person } from '../../../people/person.ts';

/** The people of the municipality as the register speaks of them: by name. */
export interface Colleagues {
  /** Somebody who works here, by mail address or by a name that nobody else has; undefined otherwise. */
  find(name: string): Person | undefined;
  /** True when it is known that somebody by this name works here. */
  present(name: string): boolean;
  /** True when more people by this name work here: then the register does not tell which of them it means. */
  isShared(name: string): boolean;
  /**
   * Whether somebody works on a day (ISO date); undefined for names we do not know, and on days on which everybody is
   * free.
   */
  worksOn(name: string, day: string): boolean | undefined;
  /** Those who may change the register. */
  keepers: readonly Person[];
}

/** The same people, where nobody is told who is at work: the municipality switched that off. */
export const withoutAbsence = (colleagues: Colleagues): Colleagues => ({
  find: colleagues.find,
  present: colleagues.present,
  isShared: colleagues.isShared,
  worksOn: () => undefined,
  keepers: colleagues.keepers,
});

/** Looks people up by the names in the register. `closures` are ISO dates on which the municipality is closed. */
export function colleaguesOf(people: readonly Person[], closures: readonly string[]): Colleagues {
  const byName = Map.groupBy(people.filter(isPresent), ({ name }) => nameKey(name));
  const closed = new Set(closures);
  const byAddress = new Map(people.filter(isPresent).map((person) => [person.upn.toLowerCase(), person]));
  const find = (name: string): Person | undefined => {
    const addressed = byAddress.get(name.trim().toLowerCase());
    if (addressed) return addressed;
    const found = byName.get(nameKey(name)) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    find,
    present: (name) => byName.has(nameKey(name)),
    isShared: (name) => (byName.get(nameKey(name)) ?? []).length > 1,
    worksOn: (name, day) => {
      const person = find(name);
      const date = Temporal.PlainDate.from(day);
      if (!person || !isWorkday(date, closed)) return undefined;
      return worksOn(person, date, closed);
    },
    keepers: people.filter((person) => isPresent(person) && person.access.includes('mandaatbeheerder')),
  };
}
