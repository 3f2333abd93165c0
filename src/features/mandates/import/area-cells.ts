import { brief } from '../../../files/cell-limits.ts';
import { nameKey } from '../../../language/words.ts';
import type { Area } from '../register/register.ts';
import { isEverywhere, noSinglePlace } from './area-words.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';
import { cellPlaces } from './cell-places.ts';
import { isNoName, pointsElsewhere, saysNone } from './cell-words.ts';
import { areaText } from './write.ts';

const apart = /\s*[;|\n/,]\s*(?:en\s+)?/;
/** What may also stand inside one name: "Bos en Lommer". */
const inside = /\s+en\s+|\s*[&+]\s*/;
const perhapsApart = /\s+[-–—]\s+/;

const partsOf = (text: string, mark: RegExp) =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => nameKey(part) !== '');

const isOneArea = 'Is het één gebied? Geef het dan mee met --gebieden.';

/** What an empty cell means, for a list of which somebody said so. */
export interface EmptyArea {
  /** Code of the area that stands for the whole municipality. */
  whole: string;
  meansEverywhere: boolean;
}

/**
 * Reads the cells of the column of areas: a place that is known, several of them, or words for the whole municipality.
 * An empty cell is the whole municipality only when somebody said so.
 */
export function areaCells(
  areas: readonly Area[],
  { whole, meansEverywhere }: EmptyArea,
): (cell: string) => CellReading {
  const places = cellPlaces(areas);
  const nameOf = areaText(areas);
  const empty =
    'Geldt dat voor de hele gemeente? Geef dan --leeg "gebied=hele gemeente". Vul anders het gebied in.';

  const several = (cell: string): CellReading | undefined => {
    if (
      partsOf(cell, perhapsApart).length > 1 &&
      partsOf(cell, perhapsApart).every((part) => places.find(part))
    )
      return refused(`gebied "${brief(cell)}" kan een reeks zijn. Zet een komma tussen de gebieden.`);
    const parts = partsOf(cell, apart).flatMap((part) =>
      places.find(part) ? [part] : partsOf(part, inside),
    );
    if (parts.length < 2) return undefined;
    const known = parts.map((part) => places.find(part));
    // "Ruimte & Wonen", of which no part is a place, is a name that nobody knows.
    if (known.every((code) => code === undefined) && !/[;|\n/,]/.test(cell)) return undefined;
    const codes = known.flatMap((code) => code ?? []);
    if (codes.length < parts.length) {
      const missing = parts.filter((_, n) => known[n] === undefined).map((part) => `"${brief(part)}"`);
      const hint = parts.map((part, n) => (known[n] === undefined ? places.hint(part) : '')).join('');
      return refused(
        `gebied "${brief(cell)}" noemt meer dan één gebied. Ik ken ${missing.join(' en ')} niet.${hint} Maak er een regel per gebied van. ${isOneArea}`,
      );
    }
    const names = [...new Set(codes)].map(nameOf);
    return {
      values: names,
      readAs: names.length === 1 ? names[0] : `een mandaat per gebied: ${names.join(', ')}`,
    };
  };

  return (cell) => {
    if (cell.trim() === '') return meansEverywhere ? plain(whole) : refused(`gebied is leeg. ${empty}`);
    if (isEverywhere(cell) && places.find(cell) === whole) return plain(whole);
    if (places.find(cell) !== undefined) return plain(cell);
    if (cell.includes('?') || (isNoName(cell) && !saysNone(cell)) || pointsElsewhere(cell))
      return refused(`gebied "${brief(cell)}" zegt niet welk gebied. Vul het gebied in.`);
    if (saysNone(cell))
      return meansEverywhere ? plain(whole) : refused(`gebied "${brief(cell)}" noemt geen gebied. ${empty}`);
    const why = noSinglePlace(cell);
    if (why !== undefined) return refused(`gebied "${brief(cell)}" ${why}`);
    const byNumber = places.findNumbered(cell);
    if (byNumber !== undefined) return noted(nameOf(byNumber), nameOf(byNumber));
    const more = several(cell);
    if (more) return more;
    const hint = places.hint(cell) || ' Verbeter de naam, of zet het gebied in --gebieden.';
    return refused(`gebied ${brief(cell)} is onbekend of niet eenduidig.${hint}`);
  };
}
