import { unzipSync } from 'fflate';

/** A sheet of 100,000 rows unpacks to some 100 MB; more than this is no list of a municipality. */
const MOST_UNPACKED_BYTES = 150_000_000;
/** A list of a municipality has some thousands of rows. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1_000;
/** The reader makes a place for each cell up to the last row and column, filled or not. */
const MOST_CELLS = 5_000_000;

const tooLarge =
  'Dit Excel-bestand is te groot. Zet alleen de lijst in een nieuw bestand en probeer het opnieuw.';

/** The number of a column by its letters: A is 1, XFD is 16,384. */
const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The letters of a column by its number. */
function columnLetters(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnLetters(Math.floor((number - 1) / 26)) + letter;
}

/** How far a sheet says that it reaches. A row or cell without an address comes after the one before. */
function reachOf(xml: string): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  let inRow = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:[A-Za-z]\w*:)?(row|c)(?=[\s/>])([^>]*)>/g)) {
    const [, letters = '', digits] = /\sr\s*=\s*["']([A-Z]{0,9})(\d*)["']/.exec(attributes) ?? [];
    if (tag === 'row') inRow = 0;
    else inRow = letters === '' ? inRow + 1 : columnNumber(letters);
    rows = Math.max(digits ? Number(digits) : tag === 'row' ? rows + 1 : 0, rows);
    columns = Math.max(columns, inRow);
  }
  return { rows, columns };
}

/**
 * Why a workbook is more than can be read, in Dutch, with what to do; undefined when it can be read. Unpacks no more than
 * it says to be allowed, and holds one sheet at a time. Throws for what is no zip file.
 */
export function sizeProblem(bytes: Uint8Array): string | undefined {
  const sheets: string[] = [];
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize;
      if (/worksheets\/[^/]+\.xml$/i.test(name)) sheets.push(name);
      return false;
    },
  });
  if (size > MOST_UNPACKED_BYTES) return tooLarge;
  for (const sheet of sheets) {
    const [unpacked] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === sheet }));
    const { rows, columns } = reachOf(Buffer.from(unpacked ?? []).toString('latin1'));
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS)
      return `Een blad in dit bestand loopt door tot cel ${columnLetters(Math.max(1, columns))}${rows}. Staat daar niets? Zet alleen de lijst in een nieuw bestand en probeer het opnieuw.`;
  }
  return undefined;
}
