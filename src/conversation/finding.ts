import { createNameIndex } from '../language/names.ts';
import { nameKey, wordsOf } from '../language/words.ts';

/** Something to choose from. `value` is what is kept; it is never found by that. */
export interface Choosable {
  value: string;
  /** May be user text, as all of it. */
  title: string;
  /** What tells it apart from another with the same title, such as the team of a colleague. */
  about?: string;
  /** What else it is known by, such as an address; the first tells it apart where nothing else does. */
  also?: readonly string[];
}

/** As people compare texts: without regard to capitals and to how an accent is written. */
export const same = (text: string) => text.trim().normalize('NFC').toLowerCase();

const wordsIn = (text: string): string[] => wordsOf(text).map(({ plain }) => plain);

/** A choice as it is compared, so that a list is taken apart once for all that is typed. */
function compared<T extends Choosable>(choice: T) {
  const { title, about = '', also = [] } = choice;
  const names = [title, ...also];
  return {
    choice,
    names: names.map(same),
    keys: names.map(nameKey),
    accounts: also.flatMap((name) => (name.includes('@') ? [same(name).split('@')[0]] : [])),
    // All addresses end alike, so they do not count.
    words: wordsIn([title, about, ...also.filter((name) => !name.includes('@'))].join(' ')),
  };
}
type Compared<T extends Choosable> = ReturnType<typeof compared<T>>;

/** What carries all words of a text, a slip forgiven. */
function withSlips<T extends Choosable>(choices: readonly T[]): (typed: string) => T[] {
  const index = createNameIndex(
    choices.flatMap(({ title, value }) => [title, ...wordsIn(title)].map((name) => ({ name, id: value }))),
  );
  return (typed) => {
    const words = wordsOf(typed);
    const found = index.find(words, () => 'free');
    const covered = found.reduce((sum, { from, to }) => sum + to - from, 0);
    if (found.length === 0 || covered < words.length) return [];
    const meant = found.map(({ ids }) => new Set(ids));
    return choices.filter(({ value }) => meant.every((ids) => ids.has(value)));
  };
}

/**
 * Gives the function that tells what somebody may mean who typed a name or a part of one: what is called exactly that, by
 * its name or address; otherwise what has words that begin so, what has it somewhere in its name, or what it is with a slip.
 * In the order of the choices; nothing for an empty text. For several names in one list: it is taken apart once.
 */
export function finder<T extends Choosable>(choices: readonly T[]): (typed: string) => T[] {
  const all = choices.map(compared);
  let slips: ReturnType<typeof withSlips<T>> | undefined;
  return (typed) => {
    const text = same(typed);
    if (text === '') return [];
    const key = nameKey(typed);
    const words = wordsIn(typed);
    const ways: ((one: Compared<T>) => boolean)[] = [
      ({ names }) => names.includes(text),
      ({ keys }) => key !== '' && keys.includes(key),
      ({ accounts }) => accounts.includes(text),
      (one) => words.length > 0 && words.every((word) => one.words.some((name) => name.startsWith(word))),
      ({ names: [title = ''], keys: [titleKey = ''] }) =>
        title.includes(text) || (key !== '' && titleKey.includes(key)),
    ];
    for (const isMeant of ways) {
      const some = all.filter(isMeant);
      if (some.length > 0) return some.map(({ choice }) => choice);
    }
    slips ??= withSlips(choices);
    return slips(typed);
  };
}

/** What somebody may mean with one name: see `finder`. */
export function found<T extends Choosable>(choices: readonly T[], typed: string): T[] {
  return finder(choices)(typed);
}

/** The choices with what tells two of one name apart behind the title. */
export function told(choices: readonly Choosable[]): { title: string; value: string }[] {
  const sharing = (names: readonly string[]) => {
    const counts = Map.groupBy(names, (name) => name);
    return (name: string) => (counts.get(name)?.length ?? 0) > 1;
  };
  const isShared = sharing(choices.map(({ title }) => same(title)));
  const withAbout = choices.map((choice) => {
    const { title, about } = choice;
    return isShared(same(title)) && about ? `${title} (${about})` : title;
  });
  const isStillShared = sharing(withAbout.map(same));
  return choices.map(({ value, title, about, also = [] }, n) => {
    const name = withAbout[n] ?? title;
    const [known] = also;
    if (known === undefined || !isStillShared(same(name))) return { value, title: name };
    return { value, title: `${title} (${[about, known].filter(Boolean).join(', ')})` };
  });
}
