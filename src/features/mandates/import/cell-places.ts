import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { spellingOfWords, wordsOf } from '../../../language/words.ts';
import { memoised } from '../../../lib/memoised.ts';
import type { Area } from '../register/register.ts';
import { wholeOf } from './areas.ts';
import { isEverywhere, placeText } from './cells.ts';

/** What the texts in the column of areas name. */
export interface CellPlaces {
  /** The code of the one area that a text names: by name, alias or code, or as the whole municipality. */
  find(text: string): string | undefined;
  /** " Bedoel je Noord?" for a name that is a typo or two from one that is known; otherwise nothing. */
  hint(text: string): string;
}

/** Finds which area a text names: exactly its code, else what only one area is called, else the whole municipality. */
function finder(areas: readonly Area[]): (text: string) => string | undefined {
  const byName = new Map<string, Set<string>>();
  for (const { code, name, aliases } of areas) {
    for (const text of [code, name, ...aliases].map(spellingOfWords))
      byName.set(text, (byName.get(text) ?? new Set()).add(code));
  }
  return (text) => {
    if (areas.some(({ code }) => code === text)) return text;
    const found = byName.get(spellingOfWords(text)) ?? byName.get(spellingOfWords(placeText(text)));
    if (found) return found.size === 1 ? [...found][0] : undefined;
    return text !== '' && isEverywhere(text) ? wholeOf(areas) : undefined;
  };
}

/** Makes areas ready to be found by what stands in the cells of a list. */
export function cellPlaces(areas: readonly Area[]): CellPlaces {
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  let index: NameIndex | undefined;
  return {
    // Most cells of a column repeat others.
    find: memoised(finder(areas)),
    hint: (text) => {
      // Made for the first name that nobody knows: most lists have none.
      index ??= createNameIndex(
        areas.flatMap(({ code, name, aliases }) =>
          [name, ...aliases].map((one) => ({ name: one, id: code })),
        ),
      );
      const words = wordsOf(placeText(text));
      const near = index.find(words, () => 'free').find(({ from, to }) => from === 0 && to === words.length);
      const names = near && near.typos > 0 ? near.ids.map((code) => nameOf.get(code) ?? code) : [];
      return names.length > 0 ? ` Bedoel je ${[...new Set(names)].join(' of ')}?` : '';
    },
  };
}
