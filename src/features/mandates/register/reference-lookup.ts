import { nameKey, wordsOf } from '../../../language/words.ts';
import { memoised } from '../../../lib/memoised.ts';
import { smallWords } from '../vocabulary/small-words.ts';
import { grouped } from './grouped.ts';
import type { RegisterEntry } from './register.ts';

/** Mandates by what is written about them: their number, their decision, the article they rest on. */
export interface ReferenceLookup {
  /** The ids of mandates with this number, or with this number of a decision. */
  idsNamed(text: string): readonly string[];
  /**
   * The ids of mandates that rest on this article. Of the `words` of a question those count that name a law on which
   * some mandate rests; they are given back as `words`.
   */
  idsByArticle(
    number: string,
    words: readonly string[],
  ): { ids: readonly string[]; words: readonly string[] };
}

const articleIn = /\b(?:art(?:ikel)?\.?\s*)?(\d+(?:[.:]\d+)*[a-z]?)/giu;
/** Words of a legal basis that name no law. */
const parts = new Set(['artikel', 'art', 'lid', 'onder', 'sub', 'hoofdstuk', 'besluit']);

const numbersIn = (basis: string) =>
  [...basis.matchAll(articleIn)].map(({ 1: number = '' }) => number.toLowerCase());
const lawsIn = (basis: string) =>
  wordsOf(basis)
    .map(({ plain }) => plain)
    .filter((word) => word.length > 2 && !/\d/.test(word) && !smallWords.has(word) && !parts.has(word));

/** Prepares entries to be found by what is written about them, when somebody first asks so. */
export function referenceLookup(entries: readonly RegisterEntry[]): ReferenceLookup {
  let named: Map<string, RegisterEntry[]> | undefined;
  let resting: Map<string, RegisterEntry[]> | undefined;
  return {
    idsNamed: (text) => {
      named ??= grouped(entries, ({ id, publication }) => [
        nameKey(id),
        ...(publication ? [nameKey(publication)] : []),
      ]);
      return (named.get(nameKey(text)) ?? []).map(({ id }) => id);
    },
    idsByArticle: (number, words) => {
      // Many mandates rest on the same text.
      const numbers = memoised(numbersIn);
      resting ??= grouped(entries, ({ basis }) => numbers(basis));
      const found = resting.get(number.toLowerCase()) ?? [];
      const laws = memoised((basis) => new Set(lawsIn(basis)));
      const said = words.filter((word) => found.some(({ basis }) => laws(basis).has(word)));
      const ids = found
        .filter(({ basis }) => said.every((word) => laws(basis).has(word)))
        .map(({ id }) => id);
      return { ids, words: said };
    },
  };
}
