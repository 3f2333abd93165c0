import { wordsOf } from '../../../language/words.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { canonicalActivity } from '../vocabulary/canonical-activity.ts';
import { registrationWords } from '../vocabulary/registrations.ts';
import { stopWords } from '../vocabulary/stop-words.ts';
import { grouped } from './grouped.ts';
import type { RegisterEntry } from './register.ts';

/** How people call one activity or registration: of a wording all parts have to be in the question. */
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
  /** Registrations and activities that only this register knows, beside the common vocabulary. */
  ownRegistrations: readonly SpokenName[];
  ownActivities: readonly SpokenName[];
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
const registrationsIn = (entries: readonly RegisterEntry[]): string[] =>
  [...new Set(entries.map(({ registration }) => registration))].filter(Boolean);

/** The common name of the activity of each entry. */
function canonicalNames(entries: readonly RegisterEntry[]): (entry: RegisterEntry) => string {
  const nameOf = new Map<string, string>();
  for (const { activity } of entries) {
    if (!nameOf.has(activity)) nameOf.set(activity, canonicalActivity(activity));
  }
  return ({ activity }) => nameOf.get(activity) ?? activity;
}

/** Prepares entries to be asked by what they are about. */
export function activityLookup(entries: readonly RegisterEntry[]): ActivityLookup {
  const activityOf = canonicalNames(entries);
  const byActivity = grouped(entries, (entry) => [activityOf(entry)]);
  const byPlace = grouped(entries, (entry) => [`${activityOf(entry)}|${entry.area}`]);
  const activities = [...byActivity.keys()];
  const commonActivities = new Set(activityWords.map(({ activity }) => activity));
  const commonRegistrations = new Set(registrationWords.map(({ registration }) => registration));
  return {
    at: (activity, area) => byPlace.get(`${activity}|${area}`) ?? [],
    ofActivity: (activity) => byActivity.get(activity) ?? [],
    isFor: (entry, activity) => activityOf(entry) === activity,
    activities,
    registrationsOf: (activity) => registrationsIn(byActivity.get(activity) ?? []).sort(),
    ownRegistrations: registrationsIn(entries)
      .filter((name) => !commonRegistrations.has(name))
      .map((name) => ({ name, wordings: registrationWordings(name) })),
    ownActivities: activities
      .filter((name) => !commonActivities.has(name))
      .map((name) => ({ name, wordings: [name.split(' ')] })),
  };
}
