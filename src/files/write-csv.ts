import { stringify } from 'csv-stringify/sync';
import type { CsvFile } from './csv.ts';

/**
 * Excel takes a cell that begins like this for a formula (OWASP, "CSV Injection"), also behind spaces. A cell can begin at
 * any separator: Excel in another language splits at a comma or a tab, and does not know our quotes then.
 */
const begin = '(^|[;,\\t\\r\\n])';
const blanks = '(?:(?![\\t\\r\\n])[\\s\\p{Cf}\\p{Cc}\'"])*';
const formula = new RegExp(`${begin}(?=${blanks}[=+\\-@＝＋－＠])`, 'gu');
const guarded = new RegExp(`${begin}'(?=${blanks}[=+\\-@＝＋－＠])`, 'gu');

/** A cell that Excel will show instead of calculate: with an apostrophe before what it would take for a formula. */
export function guard(text: string): string {
  return text.replace(formula, "$1'");
}

/** The file without the apostrophes that `writeCsv` put before cells. */
export function unguarded(file: CsvFile): CsvFile {
  const bare = (text: string) => (text.includes("'") ? text.replace(guarded, '$1') : text);
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
 * order mark in front, every cell in quotes, and nothing that Excel would calculate. `rows` have the columns in order.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([[...columns], ...rows.map((row) => row.map(guard))], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
  });
}
