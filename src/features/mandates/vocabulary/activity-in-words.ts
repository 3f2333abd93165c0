import { foundIn } from '../../../lib/found-in.ts';
import { ASSIGNMENT } from './activities.ts';
import { listed, uncapital } from './wording.ts';

/** How an activity is said of something: as an infinitive behind "mag", as a noun behind "voor", and with somebody who does it. */
interface ActivityWording {
  /** With one who does it, and with more; without a thing when that is said elsewhere. */
  does: (isOne: boolean, what: string | undefined) => string;
  infinitive: (what: string) => string;
  noun: (what: string) => string;
  finite: (who: string, what: string) => string;
}

const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(' ');

const said: Record<string, ActivityWording> = {
  verwerken: {
    does: (isOne, what) => joined(isOne ? 'verwerkt' : 'verwerken', what),
    infinitive: (what) => `${what} verwerken`,
    noun: (what) => `het verwerken van ${what}`,
    finite: (who, what) => `verwerkt ${who} ${what}`,
  },
  valideren: {
    does: (isOne, what) => joined(isOne ? 'valideert' : 'valideren', what),
    infinitive: (what) => `${what} valideren`,
    noun: (what) => `het valideren van ${what}`,
    finite: (who, what) => `valideert ${who} ${what}`,
  },
  koppelen: {
    does: (isOne, what) => joined(isOne ? 'koppelt' : 'koppelen', what),
    infinitive: (what) => `${what} koppelen`,
    noun: (what) => `het koppelen van ${what}`,
    finite: (who, what) => `koppelt ${who} ${what}`,
  },
  goedkeuren: {
    does: (isOne, what) => joined(isOne ? 'keurt' : 'keuren', what, 'goed'),
    infinitive: (what) => `${what} goedkeuren`,
    noun: (what) => `het goedkeuren van ${what}`,
    finite: (who, what) => `keurt ${who} ${what} goed`,
  },
  regie: {
    does: (isOne, what) => joined(isOne ? 'voert' : 'voeren', 'regie', what && `over ${what}`),
    infinitive: (what) => `regie voeren over ${what}`,
    noun: (what) => `het voeren van regie over ${what}`,
    finite: (who, what) => `voert ${who} regie over ${what}`,
  },
};

/** How a common activity is said; undefined for any other name, also for one that every object has ("constructor"). */
const saidOf = (activity: string): ActivityWording | undefined => foundIn(said, activity);

/** The registrations that a sentence is about; an empty name stands for all of them. */
const things = (registrations: readonly string[]) => listed(registrations.filter(Boolean)) || 'registraties';

const forThings = (registrations: readonly string[]) =>
  registrations.some(Boolean) ? ` voor ${things(registrations)}` : '';

/** An activity as it is said behind "mag": "BAG valideren", "regie voeren over BGT", "opdrachten verstrekken". */
export function activityInWords(activity: string, registrations: readonly string[]): string {
  const known = saidOf(activity);
  if (known) return known.infinitive(things(registrations));
  const name = activity === ASSIGNMENT ? 'opdrachten verstrekken' : uncapital(activity);
  return `${name}${forThings(registrations)}`;
}

/**
 * An activity as it is said behind "voor": "het valideren van BAG", "het verstrekken van opdrachten van € 500". Own words of a register
 * stand between quotation marks: nobody knows whether they are a noun.
 */
export function activityAsNoun(activity: string, registrations: readonly string[], amount?: string): string {
  const known = saidOf(activity);
  const worth = amount === undefined ? '' : ` voor ${amount}`;
  if (known) return `${known.noun(things(registrations))}${worth}`;
  if (activity === ASSIGNMENT)
    return `het verstrekken van opdrachten${amount === undefined ? '' : ` van ${amount}`}${forThings(registrations)}`;
  return `“${uncapital(activity)}”${forThings(registrations)}${worth}`;
}

/**
 * Somebody who does an activity, in the order of words behind a day: "valideert niemand BAG", "keurt niemand BGT
 * goed".
 */
export function doingInWords(activity: string, registrations: readonly string[], who: string): string {
  const known = saidOf(activity);
  if (known) return known.finite(who, things(registrations));
  if (activity === ASSIGNMENT) return `verstrekt ${who} opdrachten${forThings(registrations)}`;
  return `doet ${who} ${uncapital(activity)}${forThings(registrations)}`;
}

/**
 * What one or more people do, behind their names: "valideert BAG", "keuren BGT goed"; without registrations when these are
 * undefined. Undefined for an activity in a register's own words: nobody knows how that is said.
 */
export function doesInWords(
  activity: string,
  registrations: readonly string[] | undefined,
  isOne: boolean,
): string | undefined {
  if (activity === ASSIGNMENT) {
    return `${isOne ? 'verstrekt' : 'verstrekken'} opdrachten${forThings(registrations ?? [])}`;
  }
  return saidOf(activity)?.does(isOne, registrations && things(registrations));
}
