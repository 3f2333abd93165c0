import { nameKey, wordsOf } from '../../../language/words.ts';
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

/** Prepares entries to be found by what is written about them. */
export function referenceLookup(entries: readonly RegisterEntry[]): ReferenceLookup {
  const byName = grouped(entries, ({ id, publication }) => [
    nameKey(id),
    ...(publication ? [nameKey(publication)] : []),
  ]);
  const byArticle = grouped(entries, ({ basis }) => numbersIn(basis));
  return {
    idsNamed: (text) => (byName.get(nameKey(text)) ?? []).map(({ id }) => id),
    idsByArticle: (number, words) => {
      const resting = byArticle.get(number.toLowerCase()) ?? [];
      const named = words.filter((word) => resting.some(({ basis }) => lawsIn(basis).includes(word)));
      const ids = resting
        .filter(({ basis }) => named.every((word) => lawsIn(basis).includes(word)))
        .map(({ id }) => id);
      return { ids, words: named };
    },
  };
}
