import { brief } from '../../../files/cell-limits.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';

/** A name of this many characters, also of a person, still fits on a card and behind its buttons. */
export const LONGEST_NAME = 200;
/** No decision says this much about one mandate (characters): something went wrong with a file that has such a cell. */
const LONGEST_CELL = 10_000;
const tooLong = (what: string, length: number, most: number) =>
  `${what} heeft ${length.toLocaleString('nl-NL')} tekens. Hoogstens ${most.toLocaleString('nl-NL')} kan.`;

/** Why a name is too long; undefined when it is not. */
export const longName = (what: string, text: string): string | undefined =>
  text.length > LONGEST_NAME ? tooLong(what, text.length, LONGEST_NAME) : undefined;

/** Cells that are too long to be read, each with its line. */
export function longCells({ rows }: Pick<CsvFile, 'rows'>): Problem[] {
  return rows.flatMap(({ line, fields }) =>
    Object.entries(fields).flatMap(([name, text]) =>
      text.length > LONGEST_CELL
        ? [{ line, reason: tooLong(brief(name || '(zonder naam)'), text.length, LONGEST_CELL) }]
        : [],
    ),
  );
}
