import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/files/csv.ts';

const read = (text: string | Uint8Array) => {
  const file = readCsv(typeof text === 'string' ? Buffer.from(text) : text);
  if ('problems' in file) throw new Error(JSON.stringify(file.problems));
  return file;
};
const problems = (text: string) => {
  const file = readCsv(Buffer.from(text));
  return 'problems' in file ? file.problems : [];
};
const fieldsOf = (text: string | Uint8Array) => read(text).rows.map(({ fields }) => fields);

describe('a file with people', () => {
  test('is read with a byte order mark in front, as Excel writes it', () => {
    expect(fieldsOf('\uFEFFid;naam\np1;Zoë')).toEqual([{ id: 'p1', naam: 'Zoë' }]);
  });

  test('is read from Windows-1252, as older Dutch Excel writes it', () => {
    // Not the same as Latin-1: the euro sign and the curly quote stand where Latin-1 has nothing.
    const bytes = Buffer.from('id;naam\np1;Zo\xeb \x80 \x92t Hart', 'latin1');
    expect(fieldsOf(bytes)).toEqual([{ id: 'p1', naam: 'Zoë € ’t Hart' }]);
  });

  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('may be separated by %s', (_what, mark) => {
    const text = [`id${mark}naam`, `p1${mark}Amira`].join('\n');
    expect(fieldsOf(text)).toEqual([{ id: 'p1', naam: 'Amira' }]);
  });

  test('may use commas inside fields when semicolons separate them', () => {
    expect(fieldsOf('id;werkdagen\np1;ma,di,wo,do,vr')).toEqual([{ id: 'p1', werkdagen: 'ma,di,wo,do,vr' }]);
  });

  test('keeps separators, quotes and line breaks inside quoted fields', () => {
    expect(fieldsOf('id;naam;x\np1;"Sol; ""de"" \r\nJong";ja')).toEqual([
      { id: 'p1', naam: 'Sol; "de" \nJong', x: 'ja' },
    ]);
  });

  test('has the same meaning with Windows line ends, empty lines and spaces around fields', () => {
    const plain = 'id;naam\np1;Amira\np2;Bert\n';
    expect(fieldsOf('\r\n Id ; NAAM\r\n\r\np1 ; Amira\r\np2;Bert \r\n\r\n')).toEqual(fieldsOf(plain));
    expect(fieldsOf('\nid,naam\np1,Amira')).toEqual([{ id: 'p1', naam: 'Amira' }]);
  });

  test('may have lines of separators only, which Excel leaves behind', () => {
    expect(fieldsOf('id;naam\np1;Amira\n;\n;\n')).toEqual([{ id: 'p1', naam: 'Amira' }]);
  });

  test.each(['', ' \n\t\n', '\uFEFF'])('is empty: %j', (text) => {
    expect(problems(text)).toEqual([{ line: 0, reason: 'Het bestand is leeg.' }]);
  });

  test('names every line with too few or too many columns', () => {
    expect(problems('id;naam;team\np1;Amira;West\np2;Bert\n\np3;C;Oost;x')).toEqual([
      { line: 3, reason: 'Deze regel heeft 2 kolommen. De kop heeft er 3.' },
      { line: 5, reason: 'Deze regel heeft 4 kolommen. De kop heeft er 3.' },
    ]);
  });

  test.each([
    ['a quote that is never closed', 'id;naam\np1;Amira\np2;"Bert\n', 3],
    ['text after a closing quote', 'id;naam\np1;"Ami"ra\n', 2],
    ['a quote in the middle of a field', 'id;naam\np1;x\np2;Ami"ra\n', 3],
  ])('is refused with the line for %s', (_what, text, line) => {
    const reason = 'Deze regel is geen geldige CSV. Kijk naar de aanhalingstekens.';
    expect(problems(text)).toEqual([{ line, reason }]);
  });

  test.each(['\n', '\r\n'])('counts a line where it begins, as an editor shows it (%j)', (end) => {
    const text = ['id;naam', '"p1";"Amira', 'Sol"', '', 'p2;Bert', 'p3;"a', '', 'b"'].join(end);
    expect(read(text).rows.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(problems([text, 'p4'].join(end))).toMatchObject([{ line: 9 }]);
  });

  test('gives back whatever was written into it, in the same order', () => {
    const field = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text === text.trim() && !text.includes('\r') && !text.includes('\uFEFF'));
    const row = fc.tuple(field.filter(Boolean), field);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom(';', ',', '\t'), (rows, mark) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [['id', 'naam'], ...rows].map((cells) => cells.map(quoted).join(mark)).join('\n');
        expect(fieldsOf(text)).toEqual(rows.map(([id, naam]) => ({ id, naam })));
      }),
    );
  });
});

describe('a list below a title', () => {
  const score = (cells: readonly string[]) => (cells.includes('id') && cells.includes('naam') ? 2 : 0);
  const found = (text: string | Uint8Array) =>
    readCsv(typeof text === 'string' ? Buffer.from(text) : text, score);

  test('is read from its heading on, with the lines of the file', () => {
    expect(found('Register, versie 3, van Zandstad\n\n;;\nid;naam\n1;Ans\n')).toEqual({
      columns: ['id', 'naam'],
      rows: [{ line: 5, fields: { id: '1', naam: 'Ans' } }],
      headingLine: 4,
    });
  });

  test('has no more to say when the heading is the first line', () => {
    expect(found('id;naam\n1;Ans')).not.toHaveProperty('headingLine');
  });

  test('is read from its first line when no heading is recognised', () => {
    expect(found('kleur;smaak\nrood;zoet')).toMatchObject({ columns: ['kleur', 'smaak'] });
  });

  test('may be the Unicode text that Excel writes', () => {
    expect(found(Buffer.from('\uFEFFid\tnaam\r\n1\tZoë', 'utf16le'))).toMatchObject({
      rows: [{ fields: { id: '1', naam: 'Zoë' } }],
    });
  });
});
