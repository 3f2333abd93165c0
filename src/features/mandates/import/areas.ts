import { nameKey } from '../../../language/words.ts';
import type { Area } from '../register/register.ts';
import { isEverywhere, isNoPlace, placeText } from './cells.ts';

const MUNICIPALITY = 'GEMEENTE';

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
    if (!isEverywhere(text) && !isNoPlace(text) && !itself.includes(key) && !byKey.has(key))
      byKey.set(key, place);
  }
  const districts = [...byKey].map(
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
