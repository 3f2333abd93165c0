import type { Area, Register, Tenure } from '../register/register.ts';
import { deriveAreas, mixedUpPlaces, type PlaceCell } from './areas.ts';
import type { ImportFiles } from './files.ts';
import { singlePlaces } from './multi-value-cells.ts';
import { type ReadResult, referenceProblems } from './problems.ts';
import { readAreas } from './read-areas.ts';
import { readTenures } from './read-tenures.ts';
import { withoutVacancies } from './vacancies.ts';

/** What goes with the entries of a register, and where it came from in Dutch. */
export interface ReferenceData {
  areas: Area[];
  tenures: Tenure[];
  notes: string[];
}

/** Areas for a list that came without: those that are known, else what the places in the list come down to. */
function areasWithoutFile(
  known: readonly Area[],
  places: readonly PlaceCell[],
  municipality: string,
): ReadResult<Pick<ReferenceData, 'areas' | 'notes'>> {
  if (known.length > 0)
    return { areas: [...known], notes: [`Gebieden blijven zoals ze zijn: ${known.length}.`] };
  if (municipality === '') {
    const reason =
      'Ik ken nog geen gebieden. Geef ze mee met --gebieden, of geef de naam van je gemeente met --gemeente.';
    return { problems: [{ line: 0, reason }] };
  }
  const single = new Set(singlePlaces(places.map(({ text }) => text)));
  const problems = mixedUpPlaces(places.filter(({ text }) => single.has(text)));
  if (problems.length > 0) return { problems };
  const derived = deriveAreas([...single], municipality);
  const wards = derived.slice(1).map(({ name }) => name);
  const joined = wards.filter((name) => /\sen\s|[&+]/.test(name));
  const parts = wards.length > 0 ? `, met als wijk: ${wards.join(', ')}` : '';
  return {
    areas: derived,
    notes: [
      `Ik ken nog geen gebieden. Ik maak de gemeente ${municipality}${parts}.`,
      ...(joined.length > 0
        ? [
            `Let op: dit lees ik als één gebied: ${joined.join(' · ')}. Zijn het er meer? Geef de gebieden dan mee met --gebieden.`,
          ]
        : []),
    ],
  };
}

/**
 * Areas and functions: from their files, else as they are known, else (areas only) from the places in the list.
 * `municipality` is the name of the municipality, or empty when nobody gave it.
 */
export function readReferenceData(
  before: Register,
  files: Pick<ImportFiles, 'areas' | 'tenures'>,
  places: readonly PlaceCell[],
  municipality: string,
): ReadResult<ReferenceData> {
  const areas = files.areas && readAreas(files.areas);
  const filled = files.tenures && withoutVacancies(files.tenures);
  const tenures = filled && ('problems' in filled ? filled : readTenures(filled.file));
  if ((areas && 'problems' in areas) || (tenures && 'problems' in tenures))
    return { problems: referenceProblems(areas, tenures) };
  const found = areas
    ? { areas: areas.areas, notes: [] }
    : areasWithoutFile(before.areas, places, municipality);
  if ('problems' in found) return found;
  const isKept = !tenures && before.tenures.length > 0;
  return {
    areas: found.areas,
    tenures: tenures?.tenures ?? [...before.tenures],
    notes: [
      ...(filled && 'notes' in filled ? filled.notes : []),
      ...(isKept ? [`Functies blijven zoals ze zijn: ${before.tenures.length}.`] : []),
      ...found.notes,
    ],
  };
}
