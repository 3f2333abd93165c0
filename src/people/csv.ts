import { parse } from 'csv-parse/sync';

/** A file that was read, or why it could not be. Lines count from 1 and include the heading. */
export interface CsvFile {
  columns: string[];
  rows: { line: number; fields: Record<string, string> }[];
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
  const heading = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).mark;
}

/**
 * Reads a CSV file with a heading; separator `;`, `,` or tab, whichever the heading uses most. Column names are
 * compared in lower case. Gives problems instead of throwing.
 */
export function readCsv(bytes: Uint8Array): CsvFile | { problems: Problem[] } {
  const text = decodeText(bytes);
  if (text.trim() === '') return { problems: [{ line: 0, reason: 'Het bestand is leeg.' }] };
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const [heading, ...body] = records;
    const columns = (heading?.record ?? []).map((name) => name.toLowerCase());
    const uneven = body.filter(({ record }) => record.length !== columns.length);
    if (uneven.length > 0) {
      return {
        problems: uneven.map(({ record, info }) => ({
          line: info.lines,
          reason: `${record.length} kolommen gevonden, ${columns.length} verwacht.`,
        })),
      };
    }
    const rows = body.map(({ record, info }) => ({
      line: info.lines,
      fields: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
    }));
    return { columns, rows };
  } catch (error) {
    const line = Number((error as { lines?: number }).lines ?? 0);
    return { problems: [{ line, reason: 'Deze regel is geen geldige CSV. Kijk naar de aanhalingstekens.' }] };
  }
}
