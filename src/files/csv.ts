import { parse } from 'csv-parse/sync';
import { cellProblem, MOST_COLUMNS } from './cell-limits.ts';

/** A file that was read. Lines count from 1 and include the heading; a row stands at the line where it begins. */
export interface CsvFile {
  columns: string[];
  rows: { line: number; fields: Record<string, string> }[];
  /** Where the heading stands, when that is not the first line. */
  headingLine?: number;
  /** Of a workbook with more sheets: the one that was read. */
  sheet?: string;
}

/** How well a row of cells does as the heading of a list; 0 when it is none. */
export type HeadingScore = (cells: readonly string[]) => number;

/** At most so many rows, with a title and some notes, stand above a heading. */
const MOST_ROWS_ABOVE = 30;

/** Which row is the heading: the first of those that do best; undefined when none is recognised. */
export function headingIndex(
  rows: readonly (readonly string[])[],
  score: HeadingScore | undefined,
): number | undefined {
  const scores = score ? rows.slice(0, MOST_ROWS_ABOVE).map((cells) => score(cells)) : [];
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : undefined;
}

/** The name of a column as it is compared: in lower case and on one line, however Excel broke it. */
export function columnName(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** A file that cannot be used as it is. `rest` are the lines that could be read, to look for what else is wrong. */
export interface UnreadCsv {
  problems: Problem[];
  rest?: CsvFile;
}

/** What is wrong in which line of a file, in Dutch. Line 0 is the file as a whole. */
export interface Problem {
  line: number;
  reason: string;
}

/**
 * The text of a file that came from Excel or an editor: UTF-8 with or without byte order mark, UTF-16 with one
 * ("Unicode-tekst" of Excel), and otherwise Windows-1252, which is what Dutch Excel writes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const separators = [';', ',', '\t'];
/** What is longer names no column. */
const LONGEST_HEADING = 200;
const bare = (cell: string) =>
  cell
    .slice(0, LONGEST_HEADING)
    .trim()
    .replace(/^"(.*)"$/, '$1');

/** The separator with which a heading is recognised best, and otherwise the one that the first line uses most. */
function delimiterOf(text: string, score: HeadingScore | undefined): string {
  const lines = text.trimStart().split('\n', MOST_ROWS_ABOVE);
  const most = (counts: { mark: string; count: number }[]) =>
    counts.reduce((best, other) => (other.count > best.count ? other : best));
  const recognised = most(
    separators.map((mark) => ({
      mark,
      count: score ? Math.max(...lines.map((line) => score(line.split(mark, MOST_COLUMNS).map(bare)))) : 0,
    })),
  );
  if (recognised.count > 0) return recognised.mark;
  return most(separators.map((mark) => ({ mark, count: (lines[0] ?? '').split(mark).length }))).mark;
}

/** The line on which a record begins: the reader tells where it ends, and a quoted field may hold line breaks. */
function beginOf({ raw, info }: Parsed): number {
  return info.lines - (raw.trim().split('\n').length - 1);
}

interface Parsed {
  record: string[];
  raw: string;
  info: { lines: number };
}

/** What stands in one line of a file, cell by cell. */
export interface TableRow {
  line: number;
  texts: string[];
}

/** The lines of a CSV file that are not empty; gives problems instead of throwing. */
export function readCsvRows(bytes: Uint8Array, score?: HeadingScore): TableRow[] | { problems: Problem[] } {
  // One kind of line end: inside quotes the reader would count `\r\n` as two lines.
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { problems: [{ line: 0, reason: 'Het bestand is leeg.' }] };
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text, score),
      skip_empty_lines: true,
      // Excel leaves lines of nothing but separators behind where something was deleted.
      skip_records_with_empty_values: true,
      relax_column_count: true,
      trim: true,
      info: true,
      raw: true,
    }) as unknown as Parsed[];
    const rows = records.map((parsed) => ({ line: beginOf(parsed), texts: parsed.record }));
    const problem = cellProblem(rows);
    return problem ? { problems: [problem] } : rows;
  } catch (error) {
    const line = Number((error as { lines?: number }).lines ?? 0);
    return { problems: [{ line, reason: 'Deze regel is geen geldige CSV. Kijk naar de aanhalingstekens.' }] };
  }
}

/** Why a line cannot be read that has more or fewer cells than the heading. */
export const unevenReason = (cells: number, columns: number): string =>
  `Deze regel heeft ${cells} kolommen. De kop heeft er ${columns}.`;

/**
 * Reads a CSV file with a heading; separator `;`, `,` or tab, whichever the heading uses most. Column names are
 * compared in lower case. With `score` the heading may stand below other lines, which are then left out. Gives
 * problems instead of throwing.
 */
export function readCsv(bytes: Uint8Array, score?: HeadingScore): CsvFile | UnreadCsv {
  const read = readCsvRows(bytes, score);
  if ('problems' in read) return read;
  const at =
    headingIndex(
      read.map(({ texts }) => texts),
      score,
    ) ?? 0;
  const heading = read[at];
  const body = read.slice(at + 1);
  const headingLine = heading?.line ?? 1;
  const place = score && headingLine > 1 ? { headingLine } : {};
  const columns = (heading?.texts ?? []).map(columnName);
  const isEven = ({ texts }: TableRow) => texts.length === columns.length;
  const rows = body.filter(isEven).map(({ line, texts }) => ({
    line,
    fields: Object.fromEntries(columns.map((name, index) => [name, texts[index] ?? ''])),
  }));
  const uneven = body.filter((row) => !isEven(row));
  if (uneven.length === 0) return { columns, rows, ...place };
  const problems = uneven.map(({ line, texts }) => ({
    line,
    reason: unevenReason(texts.length, columns.length),
  }));
  return { problems, rest: { columns, rows, ...place } };
}
