import { wordsOf } from '../../../language/words.ts';
import { canonicalActivity } from './common-activity.ts';
import { isPlainObject } from './ordinary-words.ts';
import { registrationWords } from './registrations.ts';
import { stopWords } from './stop-words.ts';

/** What is kept apart: who processes does not check it, and who checks does not settle a dispute about it. */
export const duties = ['verwerken', 'valideren', 'goedkeuren', 'regie'] as const;
export type Duty = (typeof duties)[number];

/** What work is about: a registration or an object; all registrations when both are empty. */
export interface Matter {
  /** Of the entry, or named in its activity; empty when there is none. */
  registration: string;
  /** What an activity without registration is about ("klachten"); empty when it is about all registrations. */
  object: string;
}

/** What an entry is about when duties are to be kept apart. */
export interface DutiesOfEntry extends Matter {
  duties: readonly Duty[];
}

/**
 * What two entries are both about; undefined when that is nothing. All registrations hold each of them, but no object
 * such as "klachten": that is no registration.
 */
export function sharedMatter(one: Matter, other: Matter): Matter | undefined {
  if (one.object !== other.object) return undefined;
  const [first, second] = [one.registration.toLowerCase(), other.registration.toLowerCase()];
  if (first === second || second === '') return one;
  return first === '' ? other : undefined;
}

/** True when one entry is about all that the other is about. */
export const isAboutAllOf = (one: Matter, other: Matter): boolean =>
  one.object === other.object &&
  (one.registration === '' || one.registration.toLowerCase() === other.registration.toLowerCase());

/** They say that something is done, and not what: "voeren van regie", "uitvoeren van controles". */
const doing = new Set(['voeren', 'uitvoeren', 'uitoefenen', 'verrichten']);
const joining = new Set(['en', 'of']);

/** What a word is of a compound: "kwaliteitscontrole" is "controle", "objectregie" is "regie". */
const headOf = (word: string) => word.replace(/^.+(?=(?:controles?|validaties?|regie)$)/, '');

/** The duty that one word names. "Invoer" alone is no activity in a question, but in a register it is one. */
function dutyOf(word: string): Duty | undefined {
  if (word.startsWith('invoer')) return 'verwerken';
  const name = canonicalActivity(headOf(word));
  return duties.find((duty) => duty === name);
}

/** The duties at the end of a text: one word, and those that "en" joins to it. */
function lastDuties(words: readonly string[]): Duty[] {
  const [word = '', join = '', ...before] = words.toReversed();
  const duty = dutyOf(word);
  if (!duty) return [];
  return [duty, ...(joining.has(join) ? lastDuties(before.toReversed()) : [])];
}

/** The duties at the beginning: words that follow each other, also with "en" in between. */
function firstDuties(words: readonly string[]): Duty[] {
  const [word = '', ...rest] = words;
  if (joining.has(word)) return firstDuties(rest);
  const duty = dutyOf(word);
  return duty ? [duty, ...firstDuties(rest)] : [];
}

/** The registration that words name by its abbreviation or otherwise. */
const registrationIn = (words: readonly string[]) =>
  registrationWords.find(({ wordings }) =>
    wordings.some((parts) => parts.every((part) => words.includes(part))),
  )?.registration ?? '';

/**
 * Which duties an entry holds and about what, also in a register's own words: "Valideren van BAG-mutaties" is to
 * validate BAG, "BAG-mutaties verwerken en goedkeuren" is two duties. The duties stand in front or at the end; a word in
 * between, as in "kosten van controle betalen", is what it is about.
 */
export function dutiesIn({
  activity,
  registration,
}: Pick<Matter, 'registration'> & { activity: string }): DutiesOfEntry {
  const words = wordsOf(activity).map(({ plain }) => plain);
  const telling = words.filter((word) => joining.has(word) || (!stopWords.has(word) && !doing.has(word)));
  const first = firstDuties(telling);
  const named = registration || registrationIn(words);
  const object = telling.filter((word) => !joining.has(word) && !dutyOf(word) && !isPlainObject(word));
  return {
    duties: [...new Set(first.length > 0 ? first : lastDuties(telling))],
    registration: named,
    object: named ? '' : object.join(' '),
  };
}
