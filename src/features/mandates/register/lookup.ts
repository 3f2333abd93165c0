import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { nameKey, wordsOf } from '../../../language/words.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { fixedWords } from '../vocabulary/fixed-words.ts';
import { isPlainObject } from '../vocabulary/ordinary-words.ts';
import { registrationWords } from '../vocabulary/registrations.ts';
import { type Area, isValidOn, type Register, type RegisterEntry, type Tenure } from './register.ts';

/** How one activity or registration is spoken of: wordings whose parts all have to be there. */
export interface Spoken {
  name: string;
  wordings: readonly (readonly string[])[];
}

/** A register made ready for questions; built once per version, in memory. */
export interface Lookup {
  register: Register;
  area(code: string): Area | undefined;
  /** The area itself, what it lies in, and so on up. */
  chain(code: string): string[];
  /** Areas that lie in nothing: without an area in the question these answer. */
  roots: readonly string[];
  /** Entries of an activity in exactly this area. */
  at(activity: string, area: string): readonly RegisterEntry[];
  ofActivity(activity: string): readonly RegisterEntry[];
  /** True when the entry is about the activity, under whatever word it was recorded. */
  isFor(entry: RegisterEntry, activity: string): boolean;
  /** The people who hold an entry on a day (ISO date): the holder, or who then holds that function; empty when vacant. */
  holders(entry: RegisterEntry, day: string): readonly string[];
  /** The people who deputise on a day, in order. */
  deputies(entry: RegisterEntry, day: string): readonly string[];
  /** Entries of which the person is or was holder, at any time; for a day ask `holders` too. */
  heldBy(person: string): readonly RegisterEntry[];
  deputisedBy(person: string): readonly RegisterEntry[];
  /** The entry with this id. */
  entry(id: string): RegisterEntry | undefined;
  /** The spelling of a person's name in the register, however it is typed; undefined when it does not stand there. */
  spelling(name: string): string | undefined;
  /** True for a function of which it is recorded who holds it. */
  isFunction(name: string): boolean;
  /** Registrations that the register names for an activity. */
  registrationsOf(activity: string): readonly string[];
  activities: readonly string[];
  /** Registrations and activities that only this register knows, beside the common vocabulary. */
  ownRegistrations: readonly Spoken[];
  ownActivities: readonly Spoken[];
  people: NameIndex;
  areas: NameIndex;
}

/**
 * The name under which an activity is looked up: the common one for its synonyms, also beside words that say nothing
 * more ("mutaties valideren"), and otherwise its own words ("bestek vaststellen" is not all approving).
 */
export function canonicalActivity(text: string): string {
  const words = wordsOf(text).map(({ plain }) => plain);
  const whole = activityWords.find(({ activity }) => nameKey(activity) === words.join(' '));
  const telling = words.filter((word) => !fixedWords.has(word) && !isPlainObject(word));
  const known =
    whole ??
    activityWords.find(
      ({ stems, pairs = [] }) =>
        (telling.length === 1 && stems.some((stem) => telling[0]?.startsWith(stem))) ||
        pairs.some((parts) => parts.join(' ') === words.join(' ')),
    );
  return known?.activity ?? nameKey(text);
}

/** "Beheer openbare ruimte (BOR)" is spoken of by its name and by what stands between the brackets. */
function registrationWordings(name: string): string[][] {
  const short = name.match(/\(([^)]+)\)/)?.[1];
  const long = name.replace(/\([^)]*\)/g, ' ');
  return [long, ...(short ? [short] : [])]
    .map((text) => wordsOf(text).map(({ plain }) => plain))
    .map((words) => (words.length > 1 ? words.filter((word) => !fixedWords.has(word)) : words))
    .filter((words) => words.length > 0);
}

function grouped<K, T>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const unique = (names: readonly string[]) => [...new Set(names)];

function holdingOn(byFunction: ReadonlyMap<string, Tenure[]>, name: string, day: string): readonly string[] {
  const tenures = byFunction.get(name);
  if (!tenures) return [name];
  return unique(tenures.filter((tenure) => isValidOn(tenure, day)).map(({ person }) => person));
}

function personNames(names: Iterable<string>): { name: string; id: string }[] {
  return [...names].flatMap((name) => {
    const parts = name.split(/\s+/);
    const family = parts.slice(1).filter((part) => !/^(van|de|den|der|ten|ter|het|'t|te)$/i.test(part));
    const last = parts.slice(1).join(' ');
    return [name, parts[0] ?? '', last, ...family]
      .filter((part) => part.length > 1)
      .map((part) => ({ name: part, id: name }));
  });
}

function areaNames({ code, name, kind, aliases }: Area): { name: string; id: string }[] {
  return [name, ...aliases, `${kind} ${name}`, code].map((text) => ({ name: text, id: code }));
}

/** Prepares a register for questions. Areas must be sound: every parent exists and none lies in itself. */
export function createLookup(register: Register): Lookup {
  const { entries, areas, tenures } = register;
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const activityOf = new Map<string, string>();
  for (const { activity } of entries) {
    if (!activityOf.has(activity)) activityOf.set(activity, canonicalActivity(activity));
  }
  const canonical = ({ activity }: RegisterEntry) => activityOf.get(activity) ?? activity;
  const byActivity = grouped(entries, (entry) => [canonical(entry)]);
  const byPlace = grouped(entries, (entry) => [`${canonical(entry)}|${entry.area}`]);
  const byFunction = grouped(tenures, (tenure) => [tenure.function]);
  const everHeld = (name: string) =>
    unique([name, ...(byFunction.get(name) ?? []).map(({ person }) => person)]);
  const byHolder = grouped(entries, ({ holder }) => everHeld(holder));
  const byDeputy = grouped(entries, ({ deputies }) => unique(deputies.flatMap(everHeld)));
  const on = (name: string, day: string): readonly string[] => holdingOn(byFunction, name, day);
  const registrations = [...new Set(entries.map(({ registration }) => registration))].filter(Boolean);
  const common = new Set(registrationWords.map(({ registration }) => registration));
  const activities = [...byActivity.keys()];
  const commonActivities = new Set(activityWords.map(({ activity }) => activity));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const people = new Set([...byHolder.keys(), ...byDeputy.keys()].filter(Boolean));
  const spellings = new Map([...people].map((name) => [nameKey(name), name]));

  return {
    register,
    area: (code) => byCode.get(code),
    chain: (code) => {
      const chain: string[] = [];
      for (
        let at = byCode.get(code);
        at && !chain.includes(at.code);
        at = at.parent ? byCode.get(at.parent) : undefined
      ) {
        chain.push(at.code);
      }
      return chain;
    },
    roots: areas.filter(({ parent }) => parent === undefined).map(({ code }) => code),
    at: (activity, area) => byPlace.get(`${activity}|${area}`) ?? [],
    ofActivity: (activity) => byActivity.get(activity) ?? [],
    isFor: (entry, activity) => canonical(entry) === activity,
    holders: ({ holder }, day) => on(holder, day),
    deputies: ({ deputies }, day) => unique(deputies.flatMap((name) => on(name, day))),
    entry: (id) => byId.get(id),
    spelling: (name) => spellings.get(nameKey(name)),
    isFunction: (name) => byFunction.has(name),
    heldBy: (person) => byHolder.get(person) ?? [],
    deputisedBy: (person) => byDeputy.get(person) ?? [],
    registrationsOf: (activity) =>
      [...new Set((byActivity.get(activity) ?? []).map(({ registration }) => registration))]
        .filter(Boolean)
        .sort(),
    activities,
    ownRegistrations: registrations
      .filter((name) => !common.has(name))
      .map((name) => ({ name, wordings: registrationWordings(name) })),
    ownActivities: activities
      .filter((name) => !commonActivities.has(name))
      .map((name) => ({ name, wordings: [name.split(' ')] })),
    people: createNameIndex(personNames(people)),
    areas: createNameIndex(areas.flatMap(areaNames)),
  };
}
