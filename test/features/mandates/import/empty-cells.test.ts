import { describe, expect, test } from 'vitest';
import { type Cell, workbook } from '../../../support/xlsx.ts';
import { entriesOf, imported, inShort, lines, notesOf, type Said } from './imported.ts';

const rows: Cell[][] = [
  ['Mandaten basisregistraties'],
  ['Wijk', 'Basisregistratie', 'Bevoegdheid', 'Medewerker'],
  ['Noord', 'BAG', 'verwerken', 'Tess Lis'],
  [undefined, undefined, 'valideren', 'Kiki Mos'],
  ['Zuid', 'BAG', 'verwerken', 'Bram Riet'],
  [undefined, undefined, 'valideren', 'Ruud Elzen'],
];
const merged = ['A1:D1', 'A3:A4', 'B3:B4', 'A5:A6', 'B5:B6'];
const said = [
  'verwerken BAG in WIJK-NOORD: Tess Lis',
  'valideren BAG in WIJK-NOORD: Kiki Mos',
  'verwerken BAG in WIJK-ZUID: Bram Riet',
  'valideren BAG in WIJK-ZUID: Ruud Elzen',
];

describe('cells that are merged downwards', () => {
  test('in Excel count for all their lines, which is said', async () => {
    const file = workbook({ Blad1: { rows, merged } });
    expect(await entriesOf(file, inShort)).toEqual(said);
    expect(await notesOf(file)).toContain(
      'wijk: samengevoegde cellen gelden voor al hun regels; zo aangevuld in 2 regels (4 en 6).',
    );
  });

  test('count on a second sheet by its own merges', async () => {
    const other: Cell[][] = [
      ['Wijk', 'Bevoegdheid', 'Medewerker'],
      ['Oost', 'innen', 'Ans'],
      [undefined, 'x', 'Bo'],
    ];
    const file = workbook({ Een: { rows, merged }, BGT: { rows: other, merged: ['A2:A3'] } });
    expect((await entriesOf(file, inShort)).slice(4)).toEqual([
      'innen BGT in WIJK-OOST: Ans',
      'x BGT in WIJK-OOST: Bo',
    ]);
  });

  test('of a number give each line a number of its own', async () => {
    const numbered: Cell[][] = [
      ['Nr', 'Bevoegdheid', 'Medewerker'],
      [1, 'innen', 'Ans'],
      [undefined, undefined, 'Bo'],
      [2, 'toekennen', 'Bo'],
    ];
    const file = workbook({ Blad1: { rows: numbered, merged: ['A2:A3', 'B2:B3'] } });
    expect(await entriesOf(file, ({ id, activity, holder }) => `${id} ${activity} ${holder}`)).toEqual([
      '1 innen Ans',
      '1-2 innen Bo',
      '2 toekennen Bo',
    ]);
  });

  test('without the merges, in Excel as in CSV, are refused with what to do', async () => {
    const csv = lines(...rows.slice(1).map((cells) => cells.map((cell) => cell ?? '').join(';')));
    const reasons = (wijk: string, other: string) => [
      `${wijk[0]}: wijk is leeg in 2 regels (${wijk}). Geldt het voor de hele gemeente? Geef --leeg "wijk=hele gemeente". Staat het in de regel erboven? Geef --vul-omlaag "wijk".`,
      `${wijk[0]}: basisregistratie is leeg in 2 regels (${other}). Geldt het voor elke registratie? Geef --leeg "basisregistratie=alle". Hoort er geen bij? Geef --leeg "basisregistratie=n.v.t.". Staat het in de regel erboven? Geef --vul-omlaag "basisregistratie".`,
    ];
    expect((await imported(csv)).problems).toEqual(reasons('3 en 5', '3 en 5'));
    expect((await imported(workbook({ Blad1: rows }))).problems).toEqual(reasons('4 en 6', '4 en 6'));
    const asked = await imported(csv, { fillDown: ['Wijk', 'registratie'] });
    expect(asked.entries.map(inShort)).toEqual(said);
    expect(asked.notes).toContain('wijk: aangevuld met de regel erboven in 2 regels (3 en 5).');
  });
});

test('a cell that says "idem" is the one above it, which is said', async () => {
  const text = lines(
    'Bevoegdheid;Gemandateerde;Wijk',
    'innen;Ans;Noord',
    'idem;Bo;idem',
    'toekennen;Idem;Zuid',
  );
  expect(await entriesOf(text, inShort)).toEqual([
    'innen in WIJK-NOORD: Ans',
    'innen in WIJK-NOORD: Bo',
    'toekennen in WIJK-ZUID: Bo',
  ]);
  expect(await notesOf(text)).toContain('"Idem" lees ik als de cel erboven, in 2 regels (3 en 4).');
});

describe('an empty cell', () => {
  const csv = lines('Bevoegdheid;Wijk;Gemandateerde', 'innen;Noord;Ans', 'toekennen;;Bo');

  test('stands for what was said of it, the next time too, and the summary says so', async () => {
    const first = await imported(csv, { empty: { Wijk: 'hele gemeente' } });
    expect(first.entries.map(({ area }) => area)).toEqual(['WIJK-NOORD', 'GEMEENTE']);
    expect(first.notes).toContain('wijk: leeg lees ik als "hele gemeente" in regel 3.');
    const remembered = () => first.readings?.[0]?.of;
    expect((await imported(csv, { remembered })).entries).toEqual(first.entries);
  });

  test('stands for what was said last', async () => {
    const said = (named: Said) =>
      imported(csv, named).then(
        ({ readings }) =>
          () =>
            readings?.[0]?.of,
      );
    const down = await said({ fillDown: ['wijk'] });
    const areas = ({ area }: { area: string }) => area;
    expect(await entriesOf(csv, areas, { remembered: down })).toEqual(['WIJK-NOORD', 'WIJK-NOORD']);
    const whole = { empty: { Wijk: 'hele gemeente' } };
    expect(await entriesOf(csv, areas, { remembered: down, ...whole })).toEqual(['WIJK-NOORD', 'GEMEENTE']);
    const everywhere = await said(whole);
    expect(await entriesOf(csv, areas, { remembered: everywhere, fillDown: ['WIJK'] })).toEqual([
      'WIJK-NOORD',
      'WIJK-NOORD',
    ]);
  });

  test('is asked about in a column without anything in it, too', async () => {
    expect((await imported(lines('Bevoegdheid;Wijk;Gemandateerde', 'innen;;Ans'))).problems).toHaveLength(1);
  });

  test.each([
    ['Bevoegdheid', ['innen;Noord;Ans', ';Zuid;Bo']],
    ['Gemandateerde', ['innen;Noord;Ans', 'innen;Zuid;']],
  ])('under %s is said once, with how to fill it from above', async (column, rest) => {
    const { problems } = await imported(lines('Bevoegdheid;Wijk;Gemandateerde', ...rest));
    expect(problems).toEqual([
      `3: ${column.toLowerCase()} is leeg in regel 3. Staat het in de regel erboven? Geef --vul-omlaag "${column.toLowerCase()}". Vul het anders in, of haal de regel weg.`,
    ]);
  });
});
