import { memoised } from '../../../lib/memoised.ts';
import { deputiesOn } from '../register/holder-lookup.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import { activityInWords } from '../vocabulary/activity-in-words.ts';
import { type DutiesOfEntry, dutiesIn } from '../vocabulary/separate-duties.ts';
import { listed } from '../vocabulary/wording.ts';

/** What can be wrong with a register, in the order in which findings are shown. */
export const findingKinds = [
  'own-check',
  'own-escalation',
  'deputy-conflict',
  'deputy-is-holder',
  'ended',
  'holder-gone',
  'vacant',
  'sub-without-parent',
  'sub-circle',
  'sub-family',
  'sub-not-allowed',
  'sub-wider',
  'sub-four-eyes',
  'no-basis',
  'no-limit',
  'no-escalation',
  'gap',
  'ending',
  'no-deputy',
  'no-publication',
  'repeated',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What an entry that is missing would be about; `area` is a code, or empty for the whole municipality. */
export interface MissingEntry {
  activity: string;
  registration: string;
  area: string;
}

/** One thing that an administrator of mandates should look at. */
export interface Finding {
  kind: FindingKind;
  severity: 'fout' | 'let op';
  /** One sentence in Dutch. */
  text: string;
  /** The entries concerned; empty when the finding is that there is no entry. */
  ids: string[];
  /** The first entry that is missing, to begin a new one with. */
  lack?: MissingEntry;
}

/** A register on a day. What all checks ask of it is worked out once. */
export interface Survey {
  lookup: Lookup;
  day: string;
  /** Entries that hold on the day. */
  valid: readonly RegisterEntry[];
  /** Entries that hold on the day or begin later. */
  lasting: readonly RegisterEntry[];
  /** The common name of the entry's activity. */
  activity(entry: RegisterEntry): string;
  /** Which duties the entry holds that are to be kept apart, and about what. */
  dutiesOf(entry: RegisterEntry): DutiesOfEntry;
  chain(area: string): readonly string[];
  children(area: string): readonly string[];
  /** Who holds the entry on the day, through functions. */
  holders(entry: RegisterEntry): readonly string[];
  deputies(entry: RegisterEntry): readonly string[];
}

/** Prepares the checks of a register on a day (ISO date). */
export function surveyOf(lookup: Lookup, day: string): Survey {
  const { entries, areas } = lookup.register;
  const activities = new Map(
    lookup.activities.flatMap((name) => lookup.ofActivity(name).map((entry) => [entry, name] as const)),
  );
  const children = Map.groupBy(areas, ({ parent }) => parent);
  const known = new Map<string, DutiesOfEntry>();
  const dutiesOf = ({ activity, registration }: RegisterEntry): DutiesOfEntry => {
    const key = JSON.stringify([activity, registration]);
    const found = known.get(key) ?? dutiesIn({ activity, registration });
    known.set(key, found);
    return found;
  };
  const holders = new Map<string, readonly string[]>();
  const deputies = new Map<string, readonly string[]>();
  const ask = (
    known: Map<string, readonly string[]>,
    key: string,
    work: () => readonly string[],
  ): readonly string[] => {
    const found = known.get(key) ?? work();
    known.set(key, found);
    return found;
  };
  const chain = memoised(lookup.chain);
  const childrenOf = memoised((area) => (children.get(area) ?? []).map(({ code }) => code));
  return {
    lookup,
    day,
    chain,
    children: childrenOf,
    valid: entries.filter((entry) => isValidOn(entry, day)),
    lasting: entries.filter(({ until }) => until === undefined || day <= until),
    activity: (entry) => activities.get(entry) ?? entry.activity,
    dutiesOf,
    holders: (entry) => ask(holders, entry.holder, () => lookup.holders(entry, day)),
    deputies: (entry) => ask(deputies, deputiesOn(entry, day).join('|'), () => lookup.deputies(entry, day)),
  };
}

/** The names of areas by their codes: "Noord en Charlois". */
export const placesInWords = (lookup: Lookup, codes: Iterable<string>) =>
  listed([...new Set(codes)].map((code) => lookup.placeName(code)));

/** What an entry is about: "BAG valideren in Noord". */
export const aboutInWords = ({ lookup, activity }: Survey, entry: RegisterEntry) =>
  `${activityInWords(activity(entry), [entry.registration])} in ${placesInWords(lookup, [entry.area])}`;

/** Entries with what they are about, the first few: "R16 (BAG verwerken in Noord) en R17 (…)". */
export const entriesInWords = (survey: Survey, entries: readonly RegisterEntry[]) =>
  listed(
    entries.map((entry) => `${entry.id} (${aboutInWords(survey, entry)})`),
    4,
  );

/** The ids of entries, each once. */
export const idsOf = (entries: readonly RegisterEntry[]) => [...new Set(entries.map(({ id }) => id))];

/** The holders as they stand in the register, each once. */
export const holdersInWords = (entries: readonly RegisterEntry[]) =>
  listed([...new Set(entries.map(({ holder }) => holder))], 4);

/** Entries that can be said in one sentence: those with the same key, in the order of the register. */
export function together(
  entries: readonly RegisterEntry[],
  keyOf: (entry: RegisterEntry) => readonly unknown[],
): RegisterEntry[][] {
  return [...Map.groupBy(entries, (entry) => JSON.stringify(keyOf(entry))).values()];
}
