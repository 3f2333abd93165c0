import readSheets, { type CellValue } from 'read-excel-file/universal';
import { cellProblem } from './cell-limits.ts';
import {
  type CsvFile,
  columnName,
  type HeadingScore,
  headingIndex,
  type Problem,
  readCsv,
  readCsvRows,
  type TableRow,
  type UnreadCsv,
} from './csv.ts';
import { type MergedCells, mergedCells } from './merged-cells.ts';
import { sizeProblem } from './workbook-size.ts';

/** What to look for in a file. */
export interface Wanted {
  /** Recognises the heading, below a title and on whatever sheet. */
  score?: HeadingScore;
  /**
   * What to tell somebody to do when more than one sheet may be meant; it comes after the names of the
   * sheets.
   */
  choose?: string;
}

/** Digits that Excel keeps of a number: what comes behind them is noise from calculating. */
const EXCEL_DIGITS = 15;

/** True for a zip file, which is what an .xlsx is. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function textOf(cell: CellValue | null | undefined): string {
  const value: unknown = cell;
  if (value === null || value === undefined) return '';
  // A day in Excel has no zone; the reader gives it as midnight in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return `${Number(value.toPrecision(EXCEL_DIGITS))}`;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return String(value).trim();
}

const notExcel = (reason: string) => ({ problems: [{ line: 0, reason }] });

/** True for a file of old Office programs. An .xlsx with a password is wrapped in one as well. */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function notZip(bytes: Uint8Array): string {
  if (!isCompound(bytes))
    return 'Dit is geen Excel-bestand (.xlsx). Sla het in Excel op als .xlsx. Is het een CSV-bestand? Laat de naam dan eindigen op .csv.';
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isEncrypted
    ? 'Dit Excel-bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.'
    : 'Dit is geen .xlsx, maar een ouder bestand. Sla het in Excel op als .xlsx of als CSV.';
}

/** A sheet of a workbook, line by line as Excel numbers them, without its empty lines. */
interface Sheet {
  name: string;
  rows: TableRow[];
  merged: MergedCells[];
}

const headingOf = ({ rows }: Sheet, score: HeadingScore | undefined) =>
  headingIndex(
    rows.map(({ texts }) => texts),
    score,
  );

/** The sheet whose heading is recognised, else the one that has anything. */
function sheetOf(sheets: readonly Sheet[], { score, choose }: Wanted): Sheet | string {
  const names = (some: readonly Sheet[]) => some.map(({ name }) => name).join(', ');
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const [first] = filled;
  if (!first)
    return sheets.length > 1 ? 'Alle bladen zijn leeg.' : 'Het eerste blad van dit bestand is leeg.';
  if (!score) return sheets[0] === first ? first : 'Het eerste blad van dit bestand is leeg.';
  const recognised = filled.filter((one) => headingOf(one, score) !== undefined);
  const [only = first, ...more] = recognised.length > 0 ? recognised : filled;
  if (more.length === 0) return only;
  return recognised.length > 0
    ? `Meer dan één blad kan de lijst zijn: ${names(recognised)}. ${choose ?? ''}`.trim()
    : `Op geen blad zie ik een kop die ik ken. Dit zijn de bladen: ${names(filled)}. ${choose ?? ''}`.trim();
}

/** All sheets of an .xlsx file; gives problems instead of throwing. */
async function sheetsIn(bytes: Uint8Array): Promise<Sheet[] | { problems: Problem[] }> {
  if (bytes.length === 0) return notExcel('Het bestand is leeg.');
  if (!isZip(bytes)) return notExcel(notZip(bytes));
  try {
    const tooMuch = sizeProblem(bytes);
    if (tooMuch !== undefined) return notExcel(tooMuch);
    const merged = mergedCells(bytes);
    const sheets = (await readSheets(new Blob([bytes.slice()]))).map(({ sheet: name, data }, n) => ({
      name,
      rows: data
        .map((row, index) => ({ line: index + 1, texts: row.map(textOf) }))
        .filter(({ texts }) => texts.some((text) => text !== '')),
      merged: merged[n] ?? [],
    }));
    const problem = sheets.map(({ rows }) => cellProblem(rows)).find(Boolean);
    return problem ? { problems: [problem] } : sheets;
  } catch {
    return notExcel('Ik kan dit Excel-bestand niet lezen. Open het in Excel en sla het opnieuw op.');
  }
}

/**
 * One sheet of an .xlsx file in the shape of a CSV file: the first row that is not empty is the heading, or the one
 * that `score` recognises; column names are in lower case, dates are jjjj-mm-dd, numbers plain text, ticks ja or nee;
 * empty rows are left out and lines are the row numbers that Excel shows. Of a formula it takes the value that Excel
 * last saw. Gives problems instead of throwing.
 */
export async function readSheet(
  bytes: Uint8Array,
  wanted: Wanted = {},
): Promise<CsvFile | { problems: Problem[] }> {
  const sheets = await sheetsIn(bytes);
  if ('problems' in sheets) return sheets;
  const sheet = sheetOf(sheets, wanted);
  if (typeof sheet === 'string') return notExcel(sheet);
  const [heading, ...body] = sheet.rows.slice(headingOf(sheet, wanted.score) ?? 0);
  if (!heading) return notExcel('Het eerste blad van dit bestand is leeg.');
  // Formatting alone makes Excel count empty columns at the end.
  const width = [heading, ...body].reduce(
    (most, { texts }) => Math.max(most, texts.findLastIndex(Boolean) + 1),
    0,
  );
  const columns = Array.from({ length: width }, (_, n) => columnName(heading.texts[n] ?? ''));
  return {
    columns,
    rows: body.map(({ line, texts }) => ({
      line,
      fields: Object.fromEntries(columns.map((name, n) => [name, texts[n] ?? ''])),
    })),
    ...(wanted.score && heading.line > 1 ? { headingLine: heading.line } : {}),
    ...(sheets.length > 1 ? { sheet: sheet.name } : {}),
  };
}

/** True for a file that is Excel by what is in it, or that claims to be when that does not tell. */
const isExcel = (bytes: Uint8Array, name: string) =>
  isZip(bytes) || isCompound(bytes) || /\.xlsx$/i.test(name);

/**
 * Reads a list from a CSV or an .xlsx file. What is in the file decides which of the two it is, and the end
 * of its name only when that does not tell.
 */
export async function readList(
  bytes: Uint8Array,
  name: string,
  wanted: Wanted = {},
): Promise<CsvFile | UnreadCsv> {
  if (isExcel(bytes, name)) return readSheet(bytes, wanted);
  return readCsv(bytes, wanted.score);
}

/** What stands on one sheet of a workbook, or in a CSV file, which has no sheets. */
export interface Table {
  sheet?: string;
  rows: TableRow[];
  merged: MergedCells[];
}

/** Everything in a CSV or an .xlsx file, line by line; sheets in the order of the workbook. `score` as in `readCsv`. */
export async function readTables(
  bytes: Uint8Array,
  name: string,
  score?: HeadingScore,
): Promise<Table[] | { problems: Problem[] }> {
  if (isExcel(bytes, name)) {
    const sheets = await sheetsIn(bytes);
    return 'problems' in sheets
      ? sheets
      : sheets.map(({ name: sheet, rows, merged }) => ({ sheet, rows, merged }));
  }
  const rows = readCsvRows(bytes, score);
  return 'problems' in rows ? rows : [{ rows, merged: [] }];
}
