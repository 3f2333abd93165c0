import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/files/csv.ts';
import { guard, unguarded, writeCsv } from '../../src/files/write-csv.ts';

/** The cells that Excel makes of a file when it splits at this mark, as it does in another language. */
function cellsAt(mark: string, file: string): string[] {
  const options = { delimiter: mark, bom: true, relax_quotes: true, relax_column_count: true };
  return parse(file, options).flat() as string[];
}

/** True for what Excel would calculate: it looks past spaces, line feeds and marks without width. */
const isFormula = (cell: string) => /^[\s"\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);

const dangers = [
  '=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\n=1+1',
  ' \n =1+1',
  '\u200b=1+1',
  '\u00ad=1+1',
  '\u202e=1+1',
  '\u2066=1+1',
  '\u180e=1+1',
  '\0=1+1',
  '\t@SUM(A1)',
  'tekst,=cmd|x',
  'tekst;+1',
  'tekst\t-1',
  'regel\n=1',
  'regel\r\n=1',
  'a, \u00a0=1',
  "'=1",
  "x,'=1",
  '","=1',
];

describe('a file for Excel', () => {
  test.each(dangers)('has nothing to calculate in %j, at whatever mark it is split', (danger) => {
    const file = writeCsv(['id', 'naam'], [['p1', danger]]);
    for (const mark of [';', ',', '\t']) expect(cellsAt(mark, file).filter(isFormula)).toEqual([]);
  });

  test('has each cell in quotes', () => {
    expect(writeCsv(['id', 'naam'], [['p1', '']])).toBe('\uFEFF"id";"naam"\r\n"p1";""\r\n');
  });

  test.each(['Kerkstraat 5 - 7', 'a-b, c+d', 'e@mail.example', 'Piet; Jan', '’s ochtends, ’s avonds'])(
    'shows %j as it is',
    (plain) => expect(guard(plain)).toBe(plain),
  );

  test('gives back what was written into it', () => {
    const part = fc.constantFrom('=', '-', "'", ' ', '\u00a0', ',', ';', '\t', '\n', 'a', '@', '"');
    const field = fc.string({ unit: part }).filter((text) => text === text.trim());
    fc.assert(
      fc.property(field, (text) => {
        const file = readCsv(Buffer.from(writeCsv(['id', 'naam'], [['p1', text]])));
        expect(unguarded(file as never).rows[0]?.fields).toEqual({ id: 'p1', naam: text });
      }),
    );
  });
});
