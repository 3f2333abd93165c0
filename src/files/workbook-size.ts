import { unzipSync } from 'fflate';
import { MOST_COLUMNS } from './cell-limits.ts';
import { attributeOf, startTags } from './xml-tags.ts';

/** A sheet of 100,000 rows unpacks to some 100 MB; more than this is no list of a municipality. */
const MOST_UNPACKED_BYTES = 150_000_000;
/** A workbook has a few parts of its own, some a sheet, and pictures. */
const MOST_PARTS = 1_000;
/** A list of a municipality has some thousands of rows. */
const MOST_ROWS = 100_000;
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

/**
 * How far a sheet says that it reaches. A row or cell without an address comes after the one before. Throws for an address
 * that no program writes, such as `1e9`: the reader takes that for a number; and for what is no XML.
 */
function reachOf(xml: string): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  let inRow = 0;
  for (const tag of startTags(xml)) {
    const isRow = tag.name === 'row';
    if (!isRow && tag.name !== 'c') continue;
    const address = attributeOf(tag, 'r');
    const [, letters = '', digits] = (isRow ? /^()(\d+)$/ : /^([A-Z]{1,9})(\d+)$/).exec(address ?? '') ?? [];
    if (address !== undefined && digits === undefined) throw new Error('an address that is none');
    if (isRow) inRow = 0;
    else inRow = letters === '' ? inRow + 1 : columnNumber(letters);
    rows = Math.max(digits ? Number(digits) : isRow ? rows + 1 : 0, rows);
    columns = Math.max(columns, inRow);
  }
  return { rows, columns };
}

/** True for a part that holds cells: a workbook says itself where its sheets are, so the place of a part tells nothing. */
const isSheet = (xml: string): boolean => /<(?:[^\s<>/:"'=]+:)?sheetData[\s/>]/.test(xml);

/**
 * Why a workbook is more than can be read, in Dutch, with what to do; undefined when it can be read. Unpacks no more than
 * it says to be allowed, and holds one part at a time. Throws for what is no zip file, or has two parts of one name.
 */
export function sizeProblem(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize;
      parts.push(name);
      return false;
    },
  });
  if (size > MOST_UNPACKED_BYTES || parts.length > MOST_PARTS) return tooLarge;
  if (new Set(parts).size < parts.length) throw new Error('two parts of one name');
  for (const part of parts) {
    const [unpacked] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === part }));
    const xml = Buffer.from(unpacked ?? []).toString('latin1');
    if (!isSheet(xml)) continue;
    const { rows, columns } = reachOf(xml);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || rows * columns > MOST_CELLS)
      return `Een blad in dit bestand loopt door tot cel ${columnLetters(Math.max(1, columns))}${rows}. Staat daar niets? Zet alleen de lijst in een nieuw bestand en probeer het opnieuw.`;
  }
  return undefined;
}
