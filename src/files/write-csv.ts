import { stringify } from 'csv-stringify/sync';
import type { CsvFile } from './csv.ts';

/** Excel takes a cell that begins like this for a formula (OWASP, "CSV Injection"). */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** A cell that Excel will show instead of calculate: with an apostrophe before what it would take for a formula. */
export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The file without the apostrophes that `writeCsv` put before cells. */
export function unguarded(file: CsvFile): CsvFile {
  const bare = (text: string) => (text.startsWith("'") && guarded.test(text) ? text.slice(1) : text);
  const isClean = file.rows.every(({ fields }) => Object.values(fields).every((text) => bare(text) === text));
  if (isClean) return file;
  return {
    ...file,
    rows: file.rows.map(({ line, fields }) => ({
      line,
      fields: Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, bare(text)])),
    })),
  };
}

/**
 * A CSV file that Dutch Excel opens with a double click and `readCsv` reads back: semicolons, Windows line ends, a byte
 * order mark in front, and nothing that Excel would calculate. `rows` have the columns in order.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([[...columns], ...rows.map((row) => row.map(guard))], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    // A field of spaces or line breaks alone would be lost without.
    quoted_match: /^\s|\s$|[\r\n]/,
  });
}
