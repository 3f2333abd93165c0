import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { nameKey } from '../../../language/words.ts';
import { grouped } from './grouped.ts';
import { isValidOn, type Register, type RegisterEntry } from './register.ts';

/** The people of a register: who holds which entry, through a function or in person. */
export interface HolderLookup {
  /**
   * The people who hold an entry on a day (ISO date): the holder, or who then holds that function; empty when vacant.
   */
  holders(entry: Pick<RegisterEntry, 'holder'>, day: string): readonly string[];
  /** The people who deputise on a day, in order. */
  deputies(entry: Pick<RegisterEntry, 'deputies'>, day: string): readonly string[];
  /** Entries of which the person is or was holder, at any time; for a day ask `holders` too. */
  heldBy(person: string): readonly RegisterEntry[];
  deputisedBy(person: string): readonly RegisterEntry[];
  /** The spelling of a person's name in the register, however it is typed; undefined when it does not stand there. */
  spelling(name: string): string | undefined;
  /** True for a function of which it is recorded who holds it. */
  isFunction(name: string): boolean;
  /** Finds people by the names that people type, also by a part of one. */
  people: NameIndex;
}

const unique = (names: readonly string[]) => [...new Set(names)];

const particle = /^(van|de|den|der|ten|ter|het|'t|te)$/i;

/** What people call somebody: the whole name, the first name, all behind it, and each family name. */
function namesOf(name: string): { name: string; id: string }[] {
  const [first = '', ...behind] = name.split(/\s+/);
  const family = behind.filter((part) => !particle.test(part));
  return [name, first, behind.join(' '), ...family]
    .filter((part) => part.length > 1)
    .map((part) => ({ name: part, id: name }));
}

/** Prepares entries and functions to be asked who holds what. */
export function holderLookup({ entries, tenures }: Pick<Register, 'entries' | 'tenures'>): HolderLookup {
  const byFunction = grouped(tenures, (tenure) => [tenure.function]);
  const on = (name: string, day: string): readonly string[] => {
    const held = byFunction.get(name);
    return held
      ? unique(held.filter((tenure) => isValidOn(tenure, day)).map(({ person }) => person))
      : [name];
  };
  const everHeld = (name: string) =>
    unique([name, ...(byFunction.get(name) ?? []).map(({ person }) => person)]);
  const byHolder = grouped(entries, ({ holder }) => everHeld(holder));
  const byDeputy = grouped(entries, ({ deputies }) => unique(deputies.flatMap(everHeld)));
  const people = unique([...byHolder.keys(), ...byDeputy.keys()].filter(Boolean));
  const spellings = new Map(people.map((name) => [nameKey(name), name]));
  return {
    holders: ({ holder }, day) => on(holder, day),
    deputies: ({ deputies }, day) => unique(deputies.flatMap((name) => on(name, day))),
    heldBy: (person) => byHolder.get(person) ?? [],
    deputisedBy: (person) => byDeputy.get(person) ?? [],
    spelling: (name) => spellings.get(nameKey(name)),
    isFunction: (name) => byFunction.has(name),
    people: createNameIndex(people.flatMap(namesOf)),
  };
}
