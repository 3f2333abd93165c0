import { describe, expect, test } from 'vitest';
import { crossCell } from '../../../../src/features/mandates/import/crosses.ts';
import { type Cell, workbook } from '../../../support/xlsx.ts';
import { entriesOf, imported, inShort, lines, notesOf } from './imported.ts';

const ticked = lines(
  'Code;Bevoegdheid;Grondslag;SEC;AFD;COÖ;Instructie',
  '1;ALGEMEEN;;;;;',
  '1.1;Voeren van correspondentie;;X;x;✓;',
  '1.2;Verdagen van een besluit;Awb 4:15;X;X;;na overleg',
  '2;RUIMTE;;;;;',
  '2.1;Keuren van liften;;;X;X (alleen spoed);',
  '2.2;Sluiten van panden;Gemw 174;;;;',
);
const names = { SEC: 'functie:Secretaris', AFD: 'functie:Afdelingshoofd', COÖ: 'functie:Coördinator' };
const idAndHolder = ({ id, holder }: { id: string; holder: string }) => `${id} ${holder}`;
const expected = [
  '1.1-SEC Secretaris',
  '1.1-AFD Afdelingshoofd',
  '1.1-COÖ Coördinator',
  '1.2-SEC Secretaris',
  '1.2-AFD Afdelingshoofd',
  '2.1-AFD Afdelingshoofd',
  '2.1-COÖ Coördinator',
];

describe('ticks under functions', () => {
  test('of which nobody explains the abbreviations are refused, with what to type', async () => {
    expect((await imported(ticked)).problems).toEqual([
      '1: Onder SEC, AFD, COÖ staan kruisjes. Ik maak een mandaat per kruisje, maar ik ken deze afkortingen niet. Geef --functie "SEC=volledige naam" --functie "AFD=volledige naam" --functie "COÖ=volledige naam". Is een kolom geen functie? Geef dan --kolom "COÖ=".',
    ]);
  });

  test('become a mandate per function once they are named, and that is remembered', async () => {
    const first = await imported(ticked, { choices: names });
    expect(first.entries.map(idAndHolder)).toEqual(expected);
    const remembered = () => first.readings?.[0]?.of;
    expect(await entriesOf(ticked, idAndHolder, { remembered })).toEqual(expected);
  });

  test('of a column that is not read, are not asked about again', async () => {
    const choices = { ...names, COÖ: '' };
    const first = await imported(ticked, { choices });
    const remembered = () => first.readings?.[0]?.of;
    const ids = ({ id }: { id: string }) => id;
    expect(await entriesOf(ticked, ids, { remembered })).toEqual([
      '1.1-SEC',
      '1.1-AFD',
      '1.2-SEC',
      '1.2-AFD',
      '2.1-AFD',
    ]);
  });

  test('say what they were taken for, what stands beside a tick, and where nobody has one', async () => {
    const { entries, notes } = await imported(ticked, { choices: names });
    expect(entries.map(({ conditions }) => conditions)).toEqual([
      '',
      '',
      '',
      'na overleg',
      'na overleg',
      '',
      'alleen spoed',
    ]);
    expect(notes).toContain('Geen mandaat: 2 tussenkoppen (regel 2 en 5): "1 · ALGEMEEN", "2 · RUIMTE".');
    expect(notes).toContain(
      'Let op, regel 6: bij het kruisje onder COÖ staat "alleen spoed". Ik lees dat als voorwaarde.',
    );
    expect(notes?.join('\n')).toContain(
      'Geen mandaat: 1 bevoegdheid waar niemand bij staat (regel 7): "2.2 · Sluiten van panden · Gemw 174".',
    );
  });

  test.each([
    ['below the list', ['SEC;Secretaris;;;;;', 'AFD;Afdelingshoofd;;;;;', 'COÖ;Coördinator;;;;;']],
    ['in one line', ['"Legenda: SEC = Secretaris; AFD = Afdelingshoofd; COÖ = Coördinator";;;;;;']],
  ])('may be explained %s', async (_where, legend) => {
    const text = lines(ticked, ...legend);
    expect(await entriesOf(text, idAndHolder)).toEqual(expected);
    expect(await notesOf(text)).toContain(
      'Afkortingen, zoals het bestand ze uitlegt: SEC = Secretaris, AFD = Afdelingshoofd, COÖ = Coördinator.',
    );
  });

  test('may be explained on another sheet', async () => {
    const cells = ticked.split('\n').map((line): Cell[] => line.split(';').map((cell) => cell || undefined));
    const legend: Cell[][] = [
      ['Afkorting', 'Functie'],
      ['SEC', 'Secretaris'],
      ['AFD', 'Afdelingshoofd'],
      ['COÖ', 'Coördinator'],
    ];
    expect(await entriesOf(workbook({ Lijst: cells, Legenda: legend }), idAndHolder)).toEqual(expected);
  });

  test('may be explained in a list of functions', async () => {
    const cells = ticked.split('\n').map((line): Cell[] => line.split(';').map((cell) => cell || undefined));
    const functions: Cell[][] = [
      ['Code', 'Functie', 'Afdeling'],
      ['SEC', 'Secretaris', 'Bestuur'],
      ['AFD', 'Afdelingshoofd', 'Ruimte'],
      ['COÖ', 'Coördinator', 'Ruimte'],
    ];
    expect(await entriesOf(workbook({ Lijst: cells, Functies: functions }), idAndHolder)).toEqual(expected);
  });

  test('under the whole names of functions need no explanation', async () => {
    const text = lines('Nr;Bevoegdheid;Directeur;Teamleider Groen', '1;Kappen;ja;nee', '2;Snoeien;ja;ja');
    expect(await entriesOf(text, idAndHolder)).toEqual([
      '1-Directeur Directeur',
      '2-Directeur Directeur',
      '2-Teamleider Groen Teamleider Groen',
    ]);
  });

  test('may be amounts up to which each of them may go', async () => {
    const text = lines('Nr;Bevoegdheid;Directeur;Teamleider', '1;Bestellen;€ 50.000;€ 5.000', '2;Huren;X;');
    expect(await entriesOf(text, ({ id, limit }) => [id, limit])).toEqual([
      ['1-Directeur', 50000],
      ['1-Teamleider', 5000],
      ['2-Directeur', undefined],
    ]);
  });

  test('may stand among amounts and carry the mark of a footnote', async () => {
    const text = lines(
      'Nr;Bevoegdheid;GS;DIR;Aantal',
      '1;Huren;100.000;50.000;12',
      '2;Opzeggen;x;x;3',
      '3;Verpachten;X*;;40',
      '* na overleg;;;;',
      'GS = gemeentesecretaris, DIR = directeur;;;;',
    );
    expect(
      await entriesOf(text, ({ id, holder, limit, conditions }) => [id, holder, limit, conditions]),
    ).toEqual([
      ['1-GS', 'gemeentesecretaris', 100000, ''],
      ['1-DIR', 'directeur', 50000, ''],
      ['2-GS', 'gemeentesecretaris', undefined, ''],
      ['2-DIR', 'directeur', undefined, ''],
      ['3-GS', 'gemeentesecretaris', undefined, 'na overleg'],
    ]);
  });

  test('of which one is no tick are refused', async () => {
    const text = lines(
      'Nr;Bevoegdheid;Directeur;Teamleider',
      '1;Bestellen;X;via mandaatgever',
      '2;Huren;X;X',
    );
    expect((await imported(text)).problems).toEqual([
      '2: Onder Teamleider staat "via mandaatgever". Ik weet niet of dat een kruisje is. Schrijf X (via mandaatgever) als het mag, of laat de cel leeg.',
    ]);
  });

  test('under what is otherwise a column of names are never who is mandated', async () => {
    const text = lines('Bevoegdheid;Teamleider;Medewerker', 'innen;X;', 'toekennen;X;X');
    expect(await entriesOf(text, ({ activity, holder }) => `${activity} ${holder}`)).toEqual([
      'innen Teamleider',
      'toekennen Teamleider',
      'toekennen Medewerker',
    ]);
  });
});

describe('ticks beside names', () => {
  test('tell for which registration they are', async () => {
    const text = lines(
      'Medewerker;Wijk;BAG;BGT;WOZ',
      'Tess Lis;Noord;X;X;',
      'Kiki Mos;Zuid;;;X',
      'Bo;Zuid;;;',
    );
    const said = { activity: 'verwerken' };
    expect(await entriesOf(text, inShort, said)).toEqual([
      'verwerken BAG in WIJK-NOORD: Tess Lis',
      'verwerken BGT in WIJK-NOORD: Tess Lis',
      'verwerken WOZ in WIJK-ZUID: Kiki Mos',
    ]);
    expect(await notesOf(text, said)).toContain('Niet opgenomen, want er staat niemand bij: regel 4.');
  });

  test('tell for which activity they are', async () => {
    const text = lines('Medewerker;Registratie;Verwerken;Valideren', 'Tess Lis;BAG;X;', 'Kiki Mos;BAG;X;X');
    expect(await entriesOf(text, inShort)).toEqual([
      'verwerken BAG in GEMEENTE: Tess Lis',
      'verwerken BAG in GEMEENTE: Kiki Mos',
      'valideren BAG in GEMEENTE: Kiki Mos',
    ]);
  });

  test('may be ja and nee, and about a place', async () => {
    const activities = lines('Medewerker;Mag verwerken;Mag valideren', 'Tess Lis;ja;nee', 'Kiki Mos;nee;ja');
    expect(await entriesOf(activities, inShort)).toEqual([
      'verwerken in GEMEENTE: Tess Lis',
      'valideren in GEMEENTE: Kiki Mos',
    ]);
    const places = lines('Bevoegdheid;Medewerker;Dorp Veen;Dorp Hei', 'innen;Ans;x;', 'toekennen;Bo;;x');
    const areas = (await entriesOf(places, ({ area, holder }) => `${area} ${holder}`)).map((one) =>
      one.slice(-8),
    );
    expect(areas).toEqual(['VEEN Ans', ' HEI Bo'].map((one) => expect.stringContaining(one.trim())));
  });

  test('under who gives a mandate say nothing of who gets it', async () => {
    const text = lines('Bevoegdheid;College;Burgemeester;Gemandateerde', 'innen;x;x;Ans', 'toekennen;x;;Bo');
    expect(await entriesOf(text, ({ holder }) => holder)).toEqual(['Ans', 'Bo']);
  });

  test('of which nobody knows what they are about are asked about', async () => {
    const text = lines('Bevoegdheid;Medewerker;Noord;Zuid', 'innen;Ans;X;', 'toekennen;Bo;X;X');
    expect((await imported(text)).problems[0]).toContain(
      'Onder Noord, Zuid staan kruisjes. Ik weet niet wat ze zeggen.',
    );
    const choices = { Noord: 'gebied:Noord', Zuid: 'gebied:Zuid' };
    expect(await entriesOf(text, inShort, { choices })).toEqual([
      'innen in WIJK-NOORD: Ans',
      'toekennen in WIJK-NOORD: Bo',
      'toekennen in WIJK-ZUID: Bo',
    ]);
  });
});

test.each([
  ['X', { is: 'yes' }],
  ['ja', { is: 'yes' }],
  ['', { is: 'no' }],
  ['-', { is: 'no' }],
  ['Nee', { is: 'no' }],
  ['x, na advies', { is: 'yes', conditions: 'na advies' }],
  ['ja (met AH)', { is: 'yes', conditions: 'met AH' }],
  ['€ 2.500', { is: 'yes', limit: '€ 2.500' }],
  ['na advies', { is: 'unclear' }],
  ['Xander', { is: 'unclear' }],
  ['?', { is: 'unclear' }],
])('a cell with "%s" under a function is %j', (text, cell) => {
  expect(crossCell(text)).toEqual(cell);
});
