/** A list of a municipality has some tens of columns; a register with a column for each area some hundreds. */
export const MOST_COLUMNS = 1_000;
/** So many characters Excel keeps in a cell. */
const LONGEST_CELL = 32_767;
/** Of a text that is wrong a message shows this many characters. */
const MOST_SHOWN = 80;

/** The beginning of a text, to stand in a message. */
export const brief = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;

const inDutch = (count: number) => count.toLocaleString('nl-NL');

/** What no program for lists would have written, of the first line that has it; undefined for a table that can be read. */
export function cellProblem(
  rows: readonly { line: number; texts: readonly string[] }[],
): { line: number; reason: string } | undefined {
  for (const { line, texts } of rows) {
    if (texts.length > MOST_COLUMNS)
      return {
        line,
        reason: `Deze regel heeft ${inDutch(texts.length)} kolommen. Hoogstens ${inDutch(MOST_COLUMNS)} kan. Zet alleen de lijst in een nieuw bestand.`,
      };
    const long = texts.find((text) => text.length > LONGEST_CELL);
    if (long !== undefined)
      return {
        line,
        reason: `In deze regel heeft een cel ${inDutch(long.length)} tekens. Hoogstens ${inDutch(LONGEST_CELL)} kan. Kijk naar de aanhalingstekens.`,
      };
  }
  return undefined;
}
