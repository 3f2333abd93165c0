import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readList, readSheet } from '../../src/files/xlsx.ts';
import { type Cell, workbook, xlsx } from '../support/xlsx.ts';

async function read(rows: Cell[][]) {
  const file = await readSheet(xlsx(rows));
  if ('problems' in file) throw new Error(JSON.stringify(file.problems));
  return file;
}

const reasonOf = async (bytes: Uint8Array) => {
  const file = await readSheet(bytes);
  return 'problems' in file ? file.problems.map(({ line, reason }) => `${line}: ${reason}`).join('\n') : '';
};

describe('a list in Excel', () => {
  test('has the shape of a CSV file: columns in lower case, days and amounts as text', async () => {
    const { columns, rows } = await read([
      ['Bevoegdheid', ' Ingangsdatum', 'Max. bedrag', 'Vier ogen'],
      ['valideren ', { day: '2026-03-01' }, 2500, true],
    ]);
    expect(columns).toEqual(['bevoegdheid', 'ingangsdatum', 'max. bedrag', 'vier ogen']);
    expect(rows).toEqual([
      {
        line: 2,
        fields: {
          bevoegdheid: 'valideren',
          ingangsdatum: '2026-03-01',
          'max. bedrag': '2500',
          'vier ogen': 'ja',
        },
      },
    ]);
  });

  test('numbers its lines as Excel does, past empty rows', async () => {
    const { rows } = await read([[], ['id', 'naam'], ['1', 'Ans'], [], ['', '  '], ['2', 'Bo']]);
    expect(rows.map(({ line, fields }) => [line, fields.id, fields.naam])).toEqual([
      [3, '1', 'Ans'],
      [6, '2', 'Bo'],
    ]);
  });

  test('may leave cells out, also the last ones of a row', async () => {
    const { rows } = await read([['id', 'naam', 'wijk'], ['1', undefined, 'Noord'], ['2']]);
    expect(rows.map(({ fields }) => fields)).toEqual([
      { id: '1', naam: '', wijk: 'Noord' },
      { id: '2', naam: '', wijk: '' },
    ]);
  });

  test('shows a number as people typed it, without what calculating left behind', async () => {
    const { rows } = await read([
      ['a', 'b', 'c'],
      [0.1 + 0.2, 1e12, 12],
    ]);
    expect(rows[0]?.fields).toEqual({ a: '0.3', b: '1000000000000', c: '12' });
  });

  test.each([
    ['a CSV file', strToU8('id;naam\n1;Ans'), '0: Dit is geen Excel-bestand (.xlsx).'],
    [
      'an old .xls file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      '0: Dit is geen .xlsx, maar een ouder bestand.',
    ],
    [
      'a file with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      '0: Dit Excel-bestand is met een wachtwoord beveiligd.',
    ],
    ['nothing', new Uint8Array(), '0: Het bestand is leeg.'],
    ['a broken zip', strToU8('PK\u0003\u0004 and then nothing'), '0: Ik kan dit Excel-bestand niet lezen.'],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), '0: Ik kan dit Excel-bestand niet lezen.'],
    ['half a file', xlsx([['id'], ['1']]).slice(0, 900), '0: Ik kan dit Excel-bestand niet lezen.'],
    ['an empty sheet', xlsx([[]]), '0: Het eerste blad van dit bestand is leeg.'],
  ])('%s is refused with what to do', async (_what, bytes, reason) => {
    expect(await reasonOf(bytes)).toContain(reason);
  });

  test('that would unpack to far more than a list is refused before it is unpacked', async () => {
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1_000) });
    // The size stands four bytes wide at place 24 of the entry in the directory at the end.
    const at = Buffer.from(bytes).indexOf('PK\u0001\u0002');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 3_000_000_000, true);
    expect(await reasonOf(bytes)).toContain('0: Dit Excel-bestand is te groot.');
  });
});

describe('a list of which nobody said what it is', () => {
  test('is read as Excel by what is in it, whatever its name', async () => {
    const file = await readList(xlsx([['id'], ['1']]), 'lijst.csv');
    expect(file).toMatchObject({ columns: ['id'] });
  });

  test('is read as CSV otherwise; but what is called .xlsx and is not one is told', async () => {
    expect(await readList(strToU8('id\n1'), 'lijst.txt')).toMatchObject({ columns: ['id'] });
    expect(await readList(strToU8('id\n1'), 'lijst.XLSX')).toHaveProperty('problems');
  });
});

describe('a workbook with more sheets', () => {
  const score = (cells: readonly string[]) => (cells.includes('id') && cells.includes('naam') ? 2 : 0);
  const list: Cell[][] = [['Lijst van 2026'], [], ['id', 'naam'], ['1', 'Ans']];
  const toelichting: Cell[][] = [['Zo vul je dit in']];
  const choose = 'Kies er één.';

  test('is read from the only sheet with a heading, below its title', async () => {
    const file = await readSheet(workbook({ Toelichting: toelichting, Register: list }), { score });
    expect(file).toEqual({
      columns: ['id', 'naam'],
      rows: [{ line: 4, fields: { id: '1', naam: 'Ans' } }],
      headingLine: 3,
      sheet: 'Register',
    });
  });

  test.each([
    [{ Nu: list, Straks: list }, 'Meer dan één blad kan de lijst zijn: Nu, Straks. Kies er één.'],
    [
      { Nu: toelichting, Straks: toelichting },
      'Op geen blad zie ik een kop die ik ken. Dit zijn de bladen: Nu, Straks. Kies er één.',
    ],
    [{ Nu: [[]], Straks: [[]] }, 'Alle bladen zijn leeg.'],
  ])('is not guessed from: %j', async (sheets, reason) => {
    expect(await readSheet(workbook(sheets), { score, choose })).toEqual({
      problems: [{ line: 0, reason }],
    });
  });
});
