import type { Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import type { List } from './lists.ts';
import { isFunctionName, isPersonName } from './name-shapes.ts';
import type { ColumnProposal } from './propose-columns.ts';

const heading =
  /^(?:(?:onder|sub)mandaat (?:aan|verleend aan)|(?:onder|sub)gemandateerden?|(?:onder|sub)mandata\S+|door ?gemandateerd aan)$/;

const isName = (text: string) => isFunctionName(text) || isPersonName(text);

/**
 * Columns of which the cells name who has a sub-mandate: each of those is a mandate of its own, of another kind, and has
 * to say so. `isSaid` tells which columns somebody named with this import.
 */
export function subHolders(
  { rows, headingLine }: Pick<List, 'rows' | 'headingLine'>,
  columns: readonly ColumnProposal[],
  isSaid: (column: string) => boolean,
): Problem[] {
  const about = columns.filter(({ column, field }) => {
    const cells = rows.map(({ fields }) => fields[column] ?? '').filter(Boolean);
    const isAbout = field === 'uit_mandaat' || field === 'ondermandaat_toegestaan';
    return (
      !isSaid(column) &&
      (heading.test(nameKey(column))
        ? cells.length > 0
        : isAbout && cells.filter(isName).length * 2 > cells.length)
    );
  });
  return about.map(({ column }) => ({
    line: headingLine,
    reason: `Onder ${column} staat wie een ondermandaat heeft. Maak daar een eigen regel van, met soort ondermandaat en in uit_mandaat het nummer van het mandaat. Wil je ze niet opnemen? Geef --kolom "${column}=".`,
  }));
}
