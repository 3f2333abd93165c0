import { isSameSpelt, slipsBetween } from './slips.ts';
import { nameKey, type Word } from './words.ts';

/** A name that was recognised: what it stands for and which words it took, `from` up to and not including `to`. */
export interface FoundName {
  /** Everything that carries this name; more than one when it is shared. */
  ids: string[];
  from: number;
  to: number;
  /** Letters that differ from the real name: 0 when it was typed right. */
  typos: number;
  /** True for a typo that makes no other name: it is only spelt in another way. */
  isSlip?: boolean;
  /** True when it is what somebody does that was named ("de directeur"), and not who. */
  isFunction?: boolean;
  /** True when only a part of the name of a function was said: "de directeur" for "Directeur Ruimte". */
  isPart?: boolean;
}

/** Whether a word may be part of a name: `common` words (articles) only within a name that is typed right. */
export type Availability = 'free' | 'common' | 'taken';

export interface NameIndex {
  /**
   * The names in a row of words, longest and best first; `of` tells which words may be part of one. A typo is forgiven
   * in names from five letters on, two from nine.
   */
  find(words: readonly Word[], of: (index: number) => Availability): FoundName[];
}

const LONGEST_NAME_WORDS = 6;
const MOST_TYPOS = 2;

/** How many letters may differ from a name of so many. */
function forgiven(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/**
 * Names that may be within a few letters of a text. A name of which at most k letters differ, cut in k+1 pieces, has
 * at least one piece unharmed, at most k places further: so only names that share a piece are compared.
 */
function createPieces(names: readonly string[]) {
  const pieces = new Map<string, string[]>();
  const cuts = (length: number, count: number) =>
    Array.from({ length: count + 1 }, (_, n) => Math.floor((n * length) / count));

  for (const name of names) {
    const count = forgiven(name.length) + 1;
    if (count === 1) continue;
    const at = cuts(name.length, count);
    for (let n = 0; n < count; n += 1) {
      const key = `${name.length}|${n}|${name.slice(at[n], at[n + 1])}`;
      const known = pieces.get(key);
      if (known) known.push(name);
      else pieces.set(key, [name]);
    }
  }

  return (text: string): Set<string> => {
    const found = new Set<string>();
    for (
      let length = Math.max(1, text.length - MOST_TYPOS);
      length <= text.length + MOST_TYPOS;
      length += 1
    ) {
      const limit = forgiven(length);
      if (limit === 0 || Math.abs(text.length - length) > limit) continue;
      const at = cuts(length, limit + 1);
      for (let n = 0; n <= limit; n += 1) {
        const [from = 0, to = 0] = [at[n], at[n + 1]];
        for (let shift = -limit; shift <= limit; shift += 1) {
          if (from + shift < 0 || to + shift > text.length) continue;
          for (const name of pieces.get(`${length}|${n}|${text.slice(from + shift, to + shift)}`) ?? [])
            found.add(name);
        }
      }
    }
    return found;
  };
}

/** An index of names that people type; a name may stand for several ids. */
export function createNameIndex(names: Iterable<{ name: string; id: string }>): NameIndex {
  const exact = new Map<string, Set<string>>();
  let longest = 1;
  for (const { name, id } of names) {
    const key = nameKey(name);
    if (key === '') continue;
    const ids = exact.get(key);
    if (ids) ids.add(id);
    else {
      exact.set(key, new Set([id]));
      longest = Math.max(longest, key.split(' ').length);
    }
  }
  longest = Math.min(LONGEST_NAME_WORDS, longest);
  const near = createPieces([...exact.keys()]);

  /** The nearest names within what is forgiven; several when they are equally near. */
  function nearest(text: string): Pick<FoundName, 'ids' | 'typos' | 'isSlip'> | undefined {
    let best = MOST_TYPOS + 1;
    let keys: string[] = [];
    for (const key of near(text)) {
      const typos = slipsBetween(text, key);
      if (typos > forgiven(key.length) || typos > best) continue;
      if (typos === best) keys.push(key);
      else [best, keys] = [typos, [key]];
    }
    if (keys.length === 0) return undefined;
    const ids = [...new Set(keys.flatMap((key) => [...(exact.get(key) ?? [])]))];
    return { ids, typos: best, isSlip: keys.every((key) => isSameSpelt(text, key)) };
  }

  function at(words: readonly Word[], from: number, count: number, fuzzy: boolean): FoundName | undefined {
    const text = words
      .slice(from, from + count)
      .map(({ plain }) => plain)
      .join(' ');
    const ids = exact.get(text);
    if (ids) return { ids: [...ids], from, to: from + count, typos: 0 };
    const best = fuzzy ? nearest(text) : undefined;
    return best && { ...best, from, to: from + count };
  }

  return {
    find: (words, of) => {
      const found: FoundName[] = [];
      const taken = new Set<number>();
      for (const fuzzy of [false, true]) {
        for (let count = longest; count >= 1; count -= 1) {
          for (let from = 0; from + count <= words.length; from += 1) {
            const places = Array.from({ length: count }, (_, step) => from + step);
            const kinds = places.map((place) => (taken.has(place) ? 'taken' : of(place)));
            if (kinds.includes('taken') || !kinds.includes('free')) continue;
            // With a typo an article counts only inside a name: "kop van zuid".
            if (fuzzy && (kinds[0] === 'common' || kinds.at(-1) === 'common')) continue;
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
