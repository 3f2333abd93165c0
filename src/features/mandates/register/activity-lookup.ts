import { stemOf } from '../../../language/stems.ts';
import { nameKey, wordsOf } from '../../../language/words.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { type ActivityTerms, activityTerms } from '../vocabulary/activity-terms.ts';
import { commonActivityOf } from '../vocabulary/common-activity.ts';
import { registrationsIn, registrationWords } from '../vocabulary/registrations.ts';
import { stopWords } from '../vocabulary/stop-words.ts';
import { type ActivityIndex, activityIndex } from './activity-index.ts';
import { grouped } from './grouped.ts';
import type { RegisterEntry } from './register.ts';

/** How people call a registration: of a wording all parts have to be in the question. */
export interface SpokenName {
  name: string;
  wordings: readonly (readonly string[])[];
}

/** The entries of a register by what they are about. Activities go by their common name. */
export interface ActivityLookup {
  /** Entries of an activity in exactly this area. */
  at(activity: string, area: string): readonly RegisterEntry[];
  ofActivity(activity: string): readonly RegisterEntry[];
  /** True when the entry is about the activity, under whatever word it was recorded. */
  isFor(entry: RegisterEntry, activity: string): boolean;
  activities: readonly string[];
  /** Registrations that the register names for an activity. */
  registrationsOf(activity: string): readonly string[];
  /** Registrations that only this register knows, beside the common vocabulary. */
  ownRegistrations: readonly SpokenName[];
  /** The words of all activities, those of this register and the common ones. */
  index: ActivityIndex;
  /** The words of an activity that is the register's own; undefined for a common one. */
  termsOf(activity: string): ActivityTerms | undefined;
}

/** People call "Beheer openbare ruimte (BOR)" by its name, or by what stands between the brackets. */
function registrationWordings(name: string): string[][] {
  const short = name.match(/\(([^)]+)\)/)?.[1];
  const long = name.replace(/\([^)]*\)/g, ' ');
  return [long, ...(short ? [short] : [])]
    .map((text) => wordsOf(text).map(({ plain }) => plain))
    .map((words) => (words.length > 1 ? words.filter((word) => !stopWords.has(word)) : words))
    .filter((words) => words.length > 0);
}

/** The registrations that entries name, each once; one without a registration is about all. */
const registrationsNamed = (entries: readonly RegisterEntry[]): string[] =>
  [...new Set(entries.map(({ registration }) => registration))].filter(Boolean);

/** The same, with those that stand in the words of an activity only. */
const registrationsAbout = (entries: readonly RegisterEntry[]): string[] => [
  ...new Set(
    entries.flatMap(({ registration, activity }) =>
      registration === '' ? registrationsIn(activity) : [registration],
    ),
  ),
];

/**
 * The same for activities that say the same: the same words in any order, and what small words and figures make of them.
 */
const signatureOf = (activity: string, { groups, qualifiers, except, amount }: ActivityTerms): string =>
  JSON.stringify([
    groups.map(({ terms }) => terms.map(({ stem }) => stem).sort()).sort(),
    [...qualifiers.relations].filter(([, relation]) => relation !== 'van').sort(),
    [...qualifiers.figures, ...qualifiers.articles].sort(),
    [...except].sort(),
    amount,
    registrationsIn(activity).sort(),
  ]);

/** The name under which each activity goes, and the words of which it is made. */
function namedActivities(entries: readonly RegisterEntry[]) {
  const nameOf = new Map<string, string>();
  const terms = new Map<string, ActivityTerms>();
  const bySignature = new Map<string, string>();
  for (const { activity } of entries) {
    if (nameOf.has(activity)) continue;
    const parts = activityTerms(activity);
    const common = commonActivityOf(activity, parts);
    // "Verlenen van ontheffingen" and "Ontheffing verlenen" are one activity.
    const signature = signatureOf(activity, parts);
    const name = common ?? bySignature.get(signature) ?? activity;
    nameOf.set(activity, name);
    if (common !== undefined) continue;
    bySignature.set(signature, name);
    if (!terms.has(name)) terms.set(name, parts);
  }
  return { nameOf, terms };
}

const oneOf = (words: readonly string[], demanded = true) => ({
  demanded,
  terms: words.map((plain) => ({ plain, stem: stemOf(plain) })),
});

const only = (groups: ActivityTerms['groups']): ActivityTerms => ({
  groups,
  registrations: [],
  qualifiers: { relations: new Map(), figures: new Set(), articles: new Set() },
  amount: '',
  except: new Set(),
});

/** The common activities as they are looked for: by one of their words, or by all parts of a set phrase. */
const common: ActivityIndex['activities'] = activityWords.flatMap(
  ({ activity: name, words, pairs = [], verbs = [] }) => [
    { name, isCommon: true, terms: only([oneOf(words), oneOf(verbs, false)]) },
    ...pairs.map((parts) => ({
      name,
      isCommon: true,
      isPhrase: true,
      terms: only(parts.map((part) => oneOf([part]))),
    })),
  ],
);

/** Prepares entries to be asked by what they are about. */
export function activityLookup(entries: readonly RegisterEntry[]): ActivityLookup {
  const { nameOf, terms } = namedActivities(entries);
  const activityOf = ({ activity }: RegisterEntry) => nameOf.get(activity) ?? activity;
  const byActivity = grouped(entries, (entry) => [activityOf(entry)]);
  const byPlace = grouped(entries, (entry) => [`${activityOf(entry)}|${entry.area}`]);
  // A card may carry another spelling than the one that stands first now.
  const byKey = new Map([...nameOf].map(([text, name]) => [nameKey(text), name]));
  const nameOfActivity = (activity: string) =>
    nameOf.get(activity) ?? byKey.get(nameKey(activity)) ?? activity;
  const ofActivity = (activity: string) => byActivity.get(nameOfActivity(activity)) ?? [];
  const activities = [...byActivity.keys()];
  const commonRegistrations = new Set(registrationWords.map(({ registration }) => registration));
  return {
    at: (activity, area) => byPlace.get(`${nameOfActivity(activity)}|${area}`) ?? [],
    ofActivity,
    isFor: (entry, activity) => activityOf(entry) === nameOfActivity(activity),
    activities,
    registrationsOf: (activity) => registrationsAbout(ofActivity(activity)).sort(),
    ownRegistrations: registrationsNamed(entries)
      .filter((name) => !commonRegistrations.has(name))
      .map((name) => ({ name, wordings: registrationWordings(name) })),
    termsOf: (activity) => terms.get(nameOfActivity(activity)),
    index: activityIndex([...[...terms].map(([name, own]) => ({ name, terms: own })), ...common]),
  };
}
