import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { spellingOfWords, wordsOf } from '../../../language/words.ts';
import { memoised } from '../../../lib/memoised.ts';
import type { Area, AreaKind } from '../register/register.ts';
import { isEverywhere } from './area-words.ts';
import { wholeOf } from './areas.ts';
import { placeText } from './cells.ts';

/** What the texts in the column of areas name. */
export interface CellPlaces {
  /** The code of the one area that a text names: by name, alias or code, or as the whole municipality. */
  find(text: string): string | undefined;
  /** The same for a name with a number or a code beside it; nothing when the two name different areas. */
  findNumbered(text: string): string | undefined;
  /** " Bedoel je Noord?" for a name that is a typo or two from one that is known; otherwise nothing. */
  hint(text: string): string;
}

/** People say "wijk" to a buurt too, and write the kind before a name or not. */
const ofPart = ['wijk', 'buurt', 'stadsdeel', 'buurtschap', 'kern', 'dorp', 'gebied', 'deelgebied'];
/** What an area of each kind may be called before its name. */
const kindWords: Readonly<Record<AreaKind, readonly string[]>> = {
  regio: ['regio'],
  gemeente: ['gemeente', 'stad'],
  wijk: ofPart,
  buurt: ofPart,
};

/** Codes by what areas are called; several where they share a name. */
function codesBy(areas: readonly Area[], namesOf: (area: Area) => string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const area of areas)
    for (const text of namesOf(area).map(spellingOfWords))
      found.set(text, (found.get(text) ?? new Set()).add(area.code));
  return found;
}

/** "Wijk Noord" for Noord, and Noord for one that is called "Wijk Noord". */
function namesWithKind({ name, kind, aliases }: Area): string[] {
  const words = kindWords[kind];
  return [name, ...aliases].flatMap((one) => [
    ...words.map((word) => `${word} ${one}`),
    ...words.flatMap((word) =>
      one.toLowerCase().startsWith(`${word} `) ? [one.slice(word.length + 1)] : [],
    ),
  ]);
}

/**
 * Finds which area a text names: exactly its code, else what only one area is called, else with its kind before it, else
 * the whole municipality.
 */
function finder(areas: readonly Area[]): (text: string) => string | undefined {
  const byName = codesBy(areas, ({ code, name, aliases }) => [code, name, ...aliases]);
  const byKind = codesBy(areas, ({ name, kind, aliases }) =>
    [name, ...aliases].map((one) => `${kind} ${one}`),
  );
  const byAnyKind = codesBy(areas, namesWithKind);
  return (text) => {
    if (areas.some(({ code }) => code === text)) return text;
    const [own, bare] = [spellingOfWords(text), spellingOfWords(placeText(text))];
    const found =
      byName.get(own) ?? byName.get(bare) ?? byKind.get(own) ?? byAnyKind.get(own) ?? byAnyKind.get(bare);
    if (found) return found.size === 1 ? [...found][0] : undefined;
    return isEverywhere(text) ? wholeOf(areas) : undefined;
  };
}

/** "01 Noord", "Z01 - Noord", "Noord (Z01)": a number or a code with a name. */
const numbered = [
  /^(?<code>[a-z]{0,3}\d{1,6})\s*[.:)–-]?\s+(?<name>\S.*)$/i,
  /^(?<name>\S.*?)\s*\((?<code>[a-z]{0,3}\d{1,6})\)$/i,
];

/** Makes areas ready to be found by what stands in the cells of a list. */
export function cellPlaces(areas: readonly Area[]): CellPlaces {
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  // Most cells of a column repeat others.
  const find = memoised(finder(areas));
  let index: NameIndex | undefined;
  return {
    find,
    findNumbered: (text) => {
      const { code = '', name = '' } = numbered.map((form) => form.exec(text)).find(Boolean)?.groups ?? {};
      const [byCode, byName] = [find(code), find(name)];
      return byCode === undefined || byCode === byName ? byName : undefined;
    },
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
