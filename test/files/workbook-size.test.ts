import { describe, expect, test } from 'vitest';
import { readSheet } from '../../src/files/xlsx.ts';
import { workbook } from '../support/xlsx.ts';

const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const head = `<row r="1">${text('A1', 'id')}</row>`;

async function reasonOf(sheet: string, place?: string): Promise<string> {
  const file = await readSheet(workbook({ Lijst: sheet }, place === undefined ? undefined : () => place));
  return 'problems' in file ? file.problems.map(({ reason }) => reason).join('\n') : 'gelezen';
}

describe('a workbook that is larger than any list', () => {
  test.each([
    ['two cells at both ends', `${head}<row r="1048576">${text('XFD1048576', 'x')}</row>`, 'XFD1048576'],
    [
      'a row beyond what Excel has',
      `${head}<row r="2147483647">${text('A2147483647', 'x')}</row>`,
      'A2147483647',
    ],
    [
      'a cell far away in a row without a number',
      `${head}<row>${text('B2147483647', 'x')}</row>`,
      'B2147483647',
    ],
    [
      'only formatting, down to the last row',
      `${head}<row r='1048576'><c r='C1048576' s='1'/></row>`,
      'C1048576',
    ],
    ['a column beyond any table', `<row r="1">${text('A1', 'id')}${text('ZZZ1', 'x')}</row>`, 'ZZZ1'],
    ['many rows and many columns', `${head}<row r="90000">${text('CV90000', 'x')}</row>`, 'CV90000'],
    ['rows without numbers', '<row/>'.repeat(1_000_000), 'A1000000'],
    ['cells without addresses', `<row>${'<c/>'.repeat(16_384)}</row>`, 'XFD1'],
    ['names of elements with a prefix', `${head}<x:row r="1048576"><x:c r="A1048576"/></x:row>`, 'A1048576'],
  ])('is refused with %s, before it is read', async (_what, sheet, cell) => {
    expect(await reasonOf(sheet)).toContain(`loopt door tot cel ${cell}.`);
  });

  test.each([
    'bladen/sheet1.xml',
    'worksheets/a/sheet1.xml',
    'worksheets/sheet1.XLM',
    'sheet1',
    '/sheet1.xml',
    '/xl/worksheets/sheet1.xml',
    'media/image1.png',
  ])('is refused wherever its sheet stands: %s', async (place) => {
    const far = `${head}<row r="20000">${text('ZZ20000', 'x')}</row>`;
    expect(await reasonOf(far, place)).toContain('loopt door tot cel ZZ20000.');
  });

  test.each([
    ['a row number that counts in powers', `${head}<row r="1e9">${text('B2', 'x')}</row>`],
    ['one in hexadecimals', `${head}<row r=" 0x3B9ACA00 ">${text('B2', 'x')}</row>`],
    ['a cell whose row counts in powers', `${head}<row>${text('B1e9', 'x')}</row>`],
    ['a column of other letters', `${head}<row r="2">${text('一一2', 'x')}</row>`],
    ['an address in entities', `${head}<row r="2">${text('&#90;&#90;&#90;2', 'x')}</row>`],
  ])('is not read with %s', async (_what, sheet) => {
    expect(await reasonOf(sheet)).toContain('Ik kan dit Excel-bestand niet lezen');
  });

  test.each([
    ['tags without an end', '<c ', 80_000],
    ['values without an end', '<row "', 80_000],
    ['values in tags without an end', `<c 'a' `, 80_000],
    ['attributes in tags without an end', '<c a="b" ', 80_000],
    ['prefixes', '<x:', 80_000],
    ['spaces', `<c r${' '.repeat(40)}`, 40_000],
    ['comments without an end', '<!--', 80_000],
    ['CDATA without an end', '<![CDATA[', 80_000],
    ['instructions without an end', '<?', 80_000],
  ])(
    'is not read with 80,000 %s, and holds nobody up',
    async (_what, piece, times) => {
      expect(await reasonOf(piece.repeat(times))).toContain('Ik kan dit Excel-bestand niet lezen');
    },
    5_000,
  );

  test.each([
    ['a long attribute in each cell', `<c x="${'r="'.replaceAll('"', '')}${' '.repeat(30)}"/>`],
    ['a long name in each cell', `<c ${'a'.repeat(30)}=""/>`],
    ['comments', '<!-- <c r="ZZZ1"/> -->'],
    ['CDATA', '<![CDATA[<c r="ZZZ1"/>]]>'],
    ['instructions', '<?x <c r="ZZZ1"/> ?>'],
  ])(
    'is looked through without waiting with much of %s',
    async (_what, piece) => {
      const sheet = `${head}<row r="1048576">${piece.repeat(50_000)}${text('A1048576', 'x')}</row>`;
      expect(await reasonOf(sheet)).toContain('1048576.');
    },
    5_000,
  );

  test.each([
    ['another address in a value', `<row x=" r='1'" r="1048576"/>`],
    ['another address in a value of the other kind of quotes', `<row x=' r="1"' r='1048576'/>`],
    ['a comment around the end of a comment', `<!-- <!-- --><row r="1048576"/><!-- -->`],
    ['a comment that begins in a value', `<row x="<!--" r="1048576"/>`],
    ['CDATA that begins in a comment', `<!-- <![CDATA[ --><row r="1048576"/>`],
  ])('is refused with %s before its row', async (_what, row) => {
    expect(await reasonOf(head + row)).toContain('loopt door tot cel A1048576.');
  });

  test.each([
    ['two addresses', '<row r="1" r="1048576"/>'],
    ['a tag in a tag', '<row <row r="1048576"/>'],
    ['an address without quotes', '<row r=1048576/>'],
    ['a value that is closed by the other quote', `<row r="1'/>`],
  ])('is not read with %s', async (_what, row) => {
    expect(await reasonOf(head + row)).toContain('Ik kan dit Excel-bestand niet lezen');
  });

  test('is refused with an address behind a sign that would end its element', async () => {
    const hidden = `${head}<row x=">" r="1048576"><c x='>"' r="A1048576"/></row>`;
    expect(await reasonOf(hidden)).toContain('loopt door tot cel A1048576.');
  });

  test('is refused with more parts than a workbook has', async () => {
    const sheets = Array.from({ length: 1_200 }, (_, n) => [`Blad ${n}`, head]);
    const file = await readSheet(workbook(Object.fromEntries(sheets)));
    expect(JSON.stringify(file)).toContain('is te groot');
  });

  test('is refused with more in one cell than lists have', async () => {
    expect(await reasonOf(`<row r="1">${text('A1', 'x'.repeat(160_000_000))}</row>`)).toContain(
      'is te groot',
    );
  });

  test.each([
    [
      'a list of a large municipality',
      Array.from(
        { length: 2_000 },
        (_, n) => `<row r="${n + 1}">${text(`A${n + 1}`, 'id')}${text(`Z${n + 1}`, 'x')}</row>`,
      ).join(''),
    ],
    ['empty rows in between', `${head}<row r="5000">${text('A5000', 'x')}</row>`],
    ['quotes of one kind', `<row r='1' ><c r='A1' t="inlineStr"><is><t>id</t></is></c></row>`],
    ['other elements whose names begin alike', `<rowBreaks r="999999999"/><cols r="ZZZ9"/>${head}`],
  ])('is read with %s', async (_what, sheet) => {
    expect(await reasonOf(sheet)).toBe('gelezen');
  });
});
