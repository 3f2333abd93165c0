import { unzipSync } from 'fflate';
import { type CellValue, readSheet as readCells } from 'read-excel-file/universal';
import { type CsvFile, type Problem, readCsv } from './csv.ts';

/** A sheet of 100,000 rows unpacks to some 100 MB; more than this is no list of a municipality. */
const MOST_UNPACKED_BYTES = 400_000_000;
/** Digits that Excel keeps of a number: what comes behind them is noise from calculating. */
const EXCEL_DIGITS = 15;

/** True for a zip file, which is what an .xlsx is. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Of what the file says that it unpacks to, without unpacking it. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
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

/**
 * The first sheet of an .xlsx file in the shape of a CSV file: the first row that is not empty is the heading, column
 * names are in lower case, dates are jjjj-mm-dd, numbers plain text, ticks ja or nee; empty rows are left out and
 * lines are the row numbers that Excel shows. Of a formula it takes the value that Excel last saw. Gives problems
 * instead of throwing.
 */
export async function readSheet(bytes: Uint8Array): Promise<CsvFile | { problems: Problem[] }> {
  if (bytes.length === 0) return notExcel('Het bestand is leeg.');
  if (!isZip(bytes)) {
    return notExcel('Dit is geen Excel-bestand (.xlsx). Sla het in Excel op als .xlsx of als CSV.');
  }
  let cells: (CellValue | null)[][];
  try {
    if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) return notExcel('Dit Excel-bestand is te groot.');
    cells = await readCells(new Blob([bytes.slice()]));
  } catch {
    return notExcel('Ik kan dit Excel-bestand niet lezen. Open het in Excel en sla het opnieuw op.');
  }
  const [heading, ...body] = cells
    .map((row, index) => ({ line: index + 1, texts: row.map(textOf) }))
    .filter(({ texts }) => texts.some((text) => text !== ''));
  if (!heading) return notExcel('Het eerste blad van dit bestand is leeg.');
  // Formatting alone makes Excel count empty columns at the end.
  const width = Math.max(...[heading, ...body].map(({ texts }) => texts.findLastIndex(Boolean) + 1));
  const columns = Array.from({ length: width }, (_, n) => (heading.texts[n] ?? '').toLowerCase());
  return {
    columns,
    rows: body.map(({ line, texts }) => ({
      line,
      fields: Object.fromEntries(columns.map((name, n) => [name, texts[n] ?? ''])),
    })),
  };
}

/** Reads a list from a CSV or an .xlsx file: by what is in it, and by the end of its name for what is neither. */
export async function readList(bytes: Uint8Array, name: string): Promise<CsvFile | { problems: Problem[] }> {
  return isZip(bytes) || /\.xlsx$/i.test(name) ? readSheet(bytes) : readCsv(bytes);
}
