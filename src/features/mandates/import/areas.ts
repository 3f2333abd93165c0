import { brief } from '../../../files/cell-limits.ts';
import type { Problem } from '../../../files/csv.ts';
import { nameKey, spellingOfWords } from '../../../language/words.ts';
import type { Area } from '../register/register.ts';
import { isEverywhere, noSinglePlace } from './area-words.ts';
import { isNoName, pointsElsewhere } from './cell-words.ts';
import { placeText } from './cells.ts';

const MUNICIPALITY = 'GEMEENTE';

/** What the column of areas says in one line. */
export interface PlaceCell {
  line: number;
  text: string;
}

/** True for a text that may become an area: it names a place, with letters or digits. */
const isPlace = (text: string) =>
  !isEverywhere(text) &&
  !isNoName(text) &&
  !pointsElsewhere(text) &&
  noSinglePlace(text) === undefined &&
  nameKey(placeText(text)) !== '';

/** Lines with a place that would get the code of another: mandates for the one would count in the other. */
export function mixedUpPlaces(cells: readonly PlaceCell[]): Problem[] {
  const firstOf = new Map<string, { line: number; place: string }>();
  return cells.flatMap(({ line, text }): Problem[] => {
    if (!isPlace(text)) return [];
    const place = placeText(text);
    const first = firstOf.get(nameKey(place)) ?? { line, place };
    firstOf.set(nameKey(place), first);
    if (spellingOfWords(place) === spellingOfWords(first.place)) return [];
    const reason = `Het gebied "${brief(place)}" kan ik niet onderscheiden van "${brief(first.place)}" in regel ${first.line}: in een naam tellen alleen letters en cijfers. Is het één gebied? Schrijf de naam dan overal gelijk. Zijn het er twee? Geef ze dan andere letters of cijfers.`;
    return [{ line, reason }];
  });
}

/**
 * Areas for a list that came without them: the municipality, and a wijk in it for each place that the list names. The
 * list does not say that a place is a wijk, so whoever imports is told what was made of it.
 */
export function deriveAreas(places: readonly string[], municipality: string): Area[] {
  const whole: Area = {
    code: MUNICIPALITY,
    name: municipality,
    kind: 'gemeente',
    aliases: [`gemeente ${municipality}`],
  };
  const itself = [whole.name, ...whole.aliases].map(nameKey);
  const byKey = new Map<string, string>();
  for (const text of places) {
    const place = placeText(text);
    const key = nameKey(place);
    if (isPlace(text) && !itself.includes(key) && !byKey.has(key)) byKey.set(key, place);
  }
  // "Wijk Noord" and "01 Noord" are Noord, when the list has that too.
  const isAgain = (key: string) => {
    const bare = key.replace(/^(?:wijk|[a-z]{0,3}\d{1,4}) /, '');
    return bare !== key && (byKey.has(bare) || itself.includes(bare));
  };
  const own = [...byKey].filter(([key]) => !isAgain(key));
  const districts = own.map(
    ([key, name]): Area => ({
      code: `WIJK-${key.toUpperCase().replaceAll(' ', '-')}`,
      name,
      kind: 'wijk',
      parent: MUNICIPALITY,
      aliases: [],
    }),
  );
  return [whole, ...districts.sort((a, b) => (a.code < b.code ? -1 : 1))];
}

/** The code of the one area that lies in no other; undefined when there is none, or more than one. */
export function wholeOf(areas: readonly Area[]): string | undefined {
  const roots = areas.filter(({ parent }) => parent === undefined);
  return roots.length === 1 ? roots[0]?.code : undefined;
}
