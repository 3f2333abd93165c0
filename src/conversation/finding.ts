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
const same = (text: string) => text.trim().normalize('NFC').toLowerCase();

const wordsIn = (text: string): string[] => wordsOf(text).map(({ plain }) => plain);

/** True when each of these words is the beginning of a word of its names; all addresses end alike, so they do not count. */
function begins(words: readonly string[], { title, about = '', also = [] }: Choosable): boolean {
  const names = wordsIn([title, about, ...also.filter((name) => !name.includes('@'))].join(' '));
  return words.length > 0 && words.every((word) => names.some((name) => name.startsWith(word)));
}

/** What carries all of these words, a slip forgiven. */
function withSlips(choices: readonly Choosable[], typed: string): Choosable[] {
  const words = wordsOf(typed);
  const names = choices.flatMap(({ title, value }) =>
    [title, ...wordsIn(title)].map((name) => ({ name, id: value })),
  );
  const found = createNameIndex(names).find(words, () => 'free');
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0);
  if (found.length === 0 || covered < words.length) return [];
  return choices.filter(({ value }) => found.every(({ ids }) => ids.includes(value)));
}

/**
 * What somebody may mean who typed a name or a part of one: what is called exactly that, by its name or address;
 * otherwise what has words that begin so, what has it somewhere in its name, or what it is with a slip. In the order of
 * the choices; nothing for an empty text.
 */
export function found<T extends Choosable>(choices: readonly T[], typed: string): T[] {
  const text = same(typed);
  if (text === '') return [];
  const key = nameKey(typed);
  const words = wordsIn(typed);
  const ways: ((choice: T) => boolean)[] = [
    ({ title, also = [] }) => [title, ...also].some((name) => same(name) === text),
    ({ title, also = [] }) => key !== '' && [title, ...also].some((name) => nameKey(name) === key),
    ({ also = [] }) => also.some((name) => name.includes('@') && same(name).split('@')[0] === text),
    (choice) => begins(words, choice),
    ({ title }) => same(title).includes(text) || (key !== '' && nameKey(title).includes(key)),
  ];
  for (const isMeant of ways) {
    const some = choices.filter(isMeant);
    if (some.length > 0) return some;
  }
  return withSlips(choices, typed) as T[];
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
