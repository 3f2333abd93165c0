import { parse } from 'csv-parse/sync';

/** A file that was read. Lines count from 1 and include the heading; a row stands at the line where it begins. */
export interface CsvFile {
  columns: string[];
  rows: { line: number; fields: Record<string, string> }[];
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
 * The text of a file that came from Excel or an editor: UTF-8 with or without byte order mark, and otherwise
 * Windows-1252, which is what Dutch Excel writes.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).mark;
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

/**
 * Reads a CSV file with a heading; separator `;`, `,` or tab, whichever the heading uses most. Column names are
 * compared in lower case. Gives problems instead of throwing.
 */
export function readCsv(bytes: Uint8Array): CsvFile | UnreadCsv {
  // One kind of line end: inside quotes the reader would count `\r\n` as two lines.
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { problems: [{ line: 0, reason: 'Het bestand is leeg.' }] };
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      // Excel leaves lines of nothing but separators behind where something was deleted.
      skip_records_with_empty_values: true,
      relax_column_count: true,
      trim: true,
      info: true,
      raw: true,
    }) as unknown as Parsed[];
    const [heading, ...body] = records;
    const columns = (heading?.record ?? []).map((name) => name.toLowerCase());
    const isEven = ({ record }: Parsed) => record.length === columns.length;
    const rows = body.filter(isEven).map((parsed) => ({
      line: beginOf(parsed),
      fields: Object.fromEntries(columns.map((name, index) => [name, parsed.record[index] ?? ''])),
    }));
    const uneven = body.filter((parsed) => !isEven(parsed));
    if (uneven.length === 0) return { columns, rows };
    const problems = uneven.map((parsed) => ({
      line: beginOf(parsed),
      reason: `Deze regel heeft ${parsed.record.length} kolommen. De kop heeft er ${columns.length}.`,
    }));
    return { problems, rest: { columns, rows } };
  } catch (error) {
    const line = Number((error as { lines?: number }).lines ?? 0);
    return { problems: [{ line, reason: 'Deze regel is geen geldige CSV. Kijk naar de aanhalingstekens.' }] };
  }
}
