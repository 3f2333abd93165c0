import type { HeadingScore } from '../../../files/csv.ts';
import { columnName } from '../../../files/csv.ts';
import { areaColumns, detailOf, tenureColumns } from '../register/fields.ts';
import type { ColumnChoices } from './choose-columns.ts';
import { LONGEST_NAME } from './lengths.ts';
import { proposeColumns } from './propose-columns.ts';

/** The own names of a list: all of the first ones have to be there. */
function fixedHeading(columns: readonly string[], needed: number): HeadingScore {
  return (cells) => {
    const names = new Set(cells.map(columnName));
    const isHeading = columns.slice(0, needed).every((name) => names.has(name));
    return isHeading ? columns.filter((name) => names.has(name)).length : 0;
  };
}

/** Recognises the heading of a list of areas: by code and name. */
export const areaHeading = fixedHeading(areaColumns, 2);
/** Recognises the heading of a list of functions: by function and person. */
export const tenureHeading = fixedHeading(tenureColumns, 2);

/**
 * Recognises the heading of a list of mandates: a row with at least two columns that we know or that were named, of
 * which one says what may be done or by whom. A title or a line with the date has none of these.
 */
export function entryHeading(choices: ColumnChoices = {}): HeadingScore {
  const chosen = new Set(Object.keys(choices).map(columnName));
  return (cells) => {
    if (areaHeading(cells) > 0 || tenureHeading(cells) > 0) return 0;
    const short = cells.filter((cell) => cell.length <= LONGEST_NAME);
    const names = [...new Set(short.map(columnName))].filter(Boolean);
    const fields = proposeColumns(names.filter((name) => !chosen.has(name))).flatMap(
      ({ field }) => field ?? [],
    );
    const named = names.filter((name) => chosen.has(name)).length;
    const isTelling =
      named > 0 ||
      fields.some(
        (field) => field === 'activiteit' || field === 'houder' || detailOf(field, 'houder') !== undefined,
      );
    return isTelling && fields.length + named > 1 ? fields.length + named : 0;
  };
}
