/** The legal forms that an entry may have (Awb 10:1 and further, BW 3:60, Awb 10:13). */
export const entryKinds = [
  'mandaat',
  'ondermandaat',
  'machtiging',
  'ondermachtiging',
  'volmacht',
  'ondervolmacht',
  'aanwijzing',
  'delegatie',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One decision as it was recorded. Dates are ISO dates, the last valid day included. */
export interface RegisterEntry {
  id: string;
  kind: EntryKind;
  /** The entry from which a sub-form comes. */
  parent?: string;
  activity: string;
  /** Empty: all registrations. */
  registration: string;
  /** Code of an area. */
  area: string;
  role: string;
  /** A person, or a function of which the tenures tell who holds it. */
  holder: string;
  /** In the order in which they step in. */
  deputies: string[];
  /** Who deputise until the others do: up to and including `until` (ISO date), in the order in which they step in. */
  earlierDeputies?: { names: string[]; until: string };
  organisation: string;
  /** Who speaks with that organisation: a colleague by name or mail address, or another way to reach it. */
  contact?: string;
  basis: string;
  publication: string;
  /** The highest amount of one assignment in whole euros, without VAT; undefined when nothing is said about amounts. */
  limit?: number;
  fourEyes: boolean;
  /** The second person of four eyes, if that was recorded. */
  fourEyesBy?: string;
  subGranting: boolean;
  conditions: string;
  from: string;
  until?: string;
}

export const areaKinds = ['regio', 'gemeente', 'wijk', 'buurt'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** A place: a regio holds gemeenten, which hold wijken, which hold buurten. */
export interface Area {
  code: string;
  name: string;
  kind: AreaKind;
  parent?: string;
  aliases: string[];
}

/** Who holds a function, from when to when (ISO dates, the last day included). */
export interface Tenure {
  function: string;
  person: string;
  from: string;
  until?: string;
}

/** What makes a tenure the one that it is; its last day may change. */
export function tenureKey({ function: name, person, from }: Tenure): string {
  return JSON.stringify([name, person, from]);
}

/** A register as it stood when it was read. */
export interface Register {
  entries: readonly RegisterEntry[];
  areas: readonly Area[];
  tenures: readonly Tenure[];
}

/** True when something holds on a day (ISO date). */
export function isValidOn({ from, until }: { from: string; until?: string }, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}
