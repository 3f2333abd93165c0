import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { nameKey } from '../../../language/words.ts';
import { roleWords } from '../vocabulary/roles.ts';
import { type FunctionIndex, functionIndex, isFunctionName } from './functions.ts';
import { grouped } from './grouped.ts';
import { isValidOn, type Register, type RegisterEntry } from './register.ts';

/** The people of a register: who holds which entry, through a function or in person. */
export interface HolderLookup {
  /**
   * The people who hold an entry on a day (ISO date): the holder, or who then holds that function; empty when vacant.
   */
  holders(entry: Pick<RegisterEntry, 'holder'>, day: string): readonly string[];
  /** The people who deputise on a day, in order. */
  deputies(entry: Pick<RegisterEntry, 'deputies' | 'earlierDeputies'>, day: string): readonly string[];
  /**
   * Entries of which a person is or was holder, at any time, in person or through a function; of a function or a role
   * those that name it. For a day ask `isHeldBy` too.
   */
  heldBy(party: string): readonly RegisterEntry[];
  /** True when a person, a function or a role holds a valid entry on a day (ISO date). */
  isHeldBy(entry: RegisterEntry, party: string, day: string): boolean;
  deputisedBy(person: string): readonly RegisterEntry[];
  /** The spelling of a person's name in the register, however it is typed; undefined when it does not stand there. */
  spelling(name: string): string | undefined;
  /** True for a function of which it is recorded who holds it. */
  isFunction(name: string): boolean;
  /** True for what stands under `rol`, and is no holder. */
  isRole(name: string): boolean;
  /** Finds people by the names that people type, also by a part of one. */
  people: NameIndex;
  /** Finds functions: those that hold or deputise, and those that stand under `rol`. */
  functions: FunctionIndex;
}

const unique = (names: readonly string[]) => [...new Set(names)];

/** Everybody who deputises at some time. */
export const allDeputies = ({
  deputies,
  earlierDeputies,
}: Pick<RegisterEntry, 'deputies' | 'earlierDeputies'>): string[] => [
  ...deputies,
  ...(earlierDeputies?.names ?? []),
];

/** Who deputise on a day (ISO date), as they stand in the register: people or functions. */
export const deputiesOn = (
  { deputies, earlierDeputies }: Pick<RegisterEntry, 'deputies' | 'earlierDeputies'>,
  day: string,
): readonly string[] => (earlierDeputies && day <= earlierDeputies.until ? earlierDeputies.names : deputies);

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
  const byHolder = grouped(entries, ({ holder, role }) =>
    unique([...everHeld(holder), ...(role ? [role] : [])]),
  );
  const byDeputy = grouped(entries, (entry) => unique(allDeputies(entry).flatMap(everHeld)));
  const roles = new Set(entries.map(({ role }) => role).filter(Boolean));
  const named = unique(entries.flatMap((entry) => [entry.holder, ...allDeputies(entry)]).filter(Boolean));
  const functions = unique([
    ...named.filter((name) => byFunction.has(name) || isFunctionName(name)),
    ...byFunction.keys(),
  ]);
  const isFunction = new Set(functions);
  const people = unique([...named.flatMap(everHeld)]).filter((name) => !isFunction.has(name));
  const spellings = new Map([...functions, ...people].map((name) => [nameKey(name), name]));
  // The four IBRO roles are asked by what they do; a role that holds a mandate itself is a function.
  const otherwise = new Set([...roleWords.map(({ role }) => role), ...functions].map(nameKey));
  return {
    holders: ({ holder }, day) => on(holder, day),
    deputies: (entry, day) => unique(deputiesOn(entry, day).flatMap((name) => on(name, day))),
    heldBy: (person) => byHolder.get(person) ?? [],
    deputisedBy: (person) => byDeputy.get(person) ?? [],
    spelling: (name) => spellings.get(nameKey(name)),
    isHeldBy: (entry, party, day) =>
      isValidOn(entry, day) &&
      (entry.holder === party || entry.role === party || on(entry.holder, day).includes(party)),
    isFunction: (name) => byFunction.has(name),
    isRole: (name) => roles.has(name) && !isFunction.has(name),
    people: createNameIndex(people.flatMap(namesOf)),
    functions: functionIndex([...functions, ...[...roles].filter((role) => !otherwise.has(nameKey(role)))]),
  };
}
