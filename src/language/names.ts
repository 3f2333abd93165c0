import { distance } from 'fastest-levenshtein';
import { nameKey, type Word } from './words.ts';

/** A name that was recognised: what it stands for and which words it took, `from` up to and not including `to`. */
export interface FoundName {
  /** Everything that carries this name; more than one when it is shared. */
  ids: string[];
  from: number;
  to: number;
  /** Letters that differ from the real name: 0 when it was typed right. */
  typos: number;
}

export interface NameIndex {
  /**
   * The names in a row of words, longest and best first; words for which `free` is false are left alone. A typo is
   * forgiven from five letters on, two from nine.
   */
  find(words: readonly Word[], free: (index: number) => boolean): FoundName[];
}

const LONGEST_NAME_WORDS = 6;

/** How many letters may differ. */
function forgiven(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** An index of names that people type; a name may stand for several ids. */
export function createNameIndex(names: Iterable<{ name: string; id: string }>): NameIndex {
  const exact = new Map<string, Set<string>>();
  for (const { name, id } of names) {
    const key = nameKey(name);
    if (key === '') continue;
    const ids = exact.get(key);
    if (ids) ids.add(id);
    else exact.set(key, new Set([id]));
  }
  const byLength = Map.groupBy(exact.keys(), (key) => key.length);
  const longest = Math.min(
    LONGEST_NAME_WORDS,
    Math.max(1, ...[...exact.keys()].map((key) => key.split(' ').length)),
  );

  /** The nearest names within what is forgiven; several when they are equally near. */
  function nearest(text: string): { ids: string[]; typos: number } | undefined {
    const limit = forgiven(text.length);
    let best = limit + 1;
    let keys: string[] = [];
    for (let length = text.length - limit; length <= text.length + limit; length += 1) {
      for (const key of byLength.get(length) ?? []) {
        const typos = distance(text, key);
        if (typos < best) [best, keys] = [typos, [key]];
        else if (typos === best && typos <= limit) keys.push(key);
      }
    }
    if (best > limit) return undefined;
    return { ids: keys.flatMap((key) => [...(exact.get(key) ?? [])]), typos: best };
  }

  function at(words: readonly Word[], from: number, count: number, fuzzy: boolean): FoundName | undefined {
    const text = words
      .slice(from, from + count)
      .map(({ plain }) => plain)
      .join(' ');
    const ids = exact.get(text);
    if (ids) return { ids: [...ids], from, to: from + count, typos: 0 };
    const near = fuzzy ? nearest(text) : undefined;
    return near && { ...near, from, to: from + count };
  }

  return {
    find: (words, free) => {
      const found: FoundName[] = [];
      const taken = new Set<number>();
      for (const fuzzy of [false, true]) {
        for (let count = longest; count >= 1; count -= 1) {
          for (let from = 0; from + count <= words.length; from += 1) {
            const places = Array.from({ length: count }, (_, step) => from + step);
            if (!places.every((place) => free(place) && !taken.has(place))) continue;
            const name = at(words, from, count, fuzzy);
            if (!name) continue;
            found.push(name);
            for (const place of places) taken.add(place);
          }
        }
      }
      return found;
    },
  };
}
