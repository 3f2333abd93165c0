import { describe, expect, test } from 'vitest';
import { type Cell, workbook } from '../../../support/xlsx.ts';
import { entriesOf, imported, inShort, notesOf } from './imported.ts';

const NOT_GIVEN = { from: undefined };
const doers = (...rows: Cell[][]): Cell[][] => [
  ['Wie doet wat, peildatum 1-9-2026'],
  [],
  ['Wijk', 'Verwerkt door', 'Gevalideerd door', 'Plv.', 'Sinds', 'Opm.'],
  ...rows,
];
const perRegistration = workbook({
  BAG: doers(
    ['Noord', 'Tess Lis', 'Ruud Elzen', 'Bram Riet', { day: '2026-01-01' }],
    ['Zuid', 'Tess Lis', '-', undefined, { day: '2026-05-01' }, 'alleen woningen'],
  ),
  BGT: doers(['hele gemeente', 'Kiki Mos', 'Ruud Elzen', undefined, { day: '2025-07-01' }]),
  WOZ: doers(['hele gemeente', 'GBLT', 'GBLT', 'nvt', { day: '2024-01-01' }, 'uitbesteed']),
});

describe('a workbook with a sheet per registration', () => {
  test('is read whole, each sheet for its own registration and each column for its own activity', async () => {
    expect(await entriesOf(perRegistration, inShort, NOT_GIVEN)).toEqual([
      'verwerken BAG in WIJK-NOORD: Tess Lis',
      'valideren BAG in WIJK-NOORD: Ruud Elzen',
      'verwerken BAG in WIJK-ZUID: Tess Lis',
      'verwerken BGT in GEMEENTE: Kiki Mos',
      'valideren BGT in GEMEENTE: Ruud Elzen',
      'verwerken WOZ in GEMEENTE: GBLT',
      'valideren WOZ in GEMEENTE: GBLT',
    ]);
  });

  test('says what it made of the names of its sheets, and which deputies it did not read', async () => {
    const notes = await notesOf(perRegistration, NOT_GIVEN);
    expect(notes).toContain('blad BAG is registratie BAG; blad BGT is registratie BGT');
    expect(notes).toContain('ik weet niet voor wie de vervangers onder plv. zijn');
    expect(notes).not.toContain('alle registraties');
  });

  test('may name roles above those who have them', async () => {
    const rows: Cell[][] = [
      ['Wijk', 'Objectregistrator', 'Kwaliteitscoördinator'],
      ['Noord', 'Tess Lis', 'Ruud Elzen'],
    ];
    expect(
      await entriesOf(workbook({ BAG: rows }), ({ role, activity, holder }) => [role, activity, holder]),
    ).toEqual([
      ['Objectregistrator', 'verwerken', 'Tess Lis'],
      ['Kwaliteitscoördinator', 'valideren', 'Ruud Elzen'],
    ]);
  });

  test('gives a deputy to those of whom that was said', async () => {
    const choices = { 'Plv.': 'vervanger:valideren' };
    expect(
      await entriesOf(perRegistration, ({ activity, deputies }) => [activity, ...deputies], {
        ...NOT_GIVEN,
        choices,
      }),
    ).toContainEqual(['valideren', 'Bram Riet']);
  });
});

const list = (...rows: Cell[][]): Cell[][] => [['Nr', 'Bevoegdheid', 'Gemandateerde'], ...rows];

describe('a workbook with a sheet per department', () => {
  const departments = {
    Ruimte: list([1, 'Verlenen van ontheffingen', 'Teamleider Bouw'], [2, 'Innen van leges', 'Medewerker']),
    Sociaal: list([1, 'Toekennen van uitkeringen', 'Consulent']),
    Toelichting: [['Zo lees je dit']] as Cell[][],
  };

  test('has each department as organisation, and numbers that no two mandates share', async () => {
    const said = ({ id, organisation, activity }: { id: string; organisation: string; activity: string }) =>
      `${id} ${organisation} ${activity}`;
    expect(await entriesOf(workbook(departments), said)).toEqual([
      'Ruimte-1 Ruimte Verlenen van ontheffingen',
      'Ruimte-2 Ruimte Innen van leges',
      'Sociaal-1 Sociaal Toekennen van uitkeringen',
    ]);
    const notes = await notesOf(workbook(departments));
    expect(notes).toContain('blad Ruimte is organisatie Ruimte; blad Sociaal is organisatie Sociaal');
    expect(notes).toContain('Ik zet de naam van het blad ervoor, bijvoorbeeld Ruimte-1.');
    expect(notes).toContain('Geen lijst met mandaten, dus niet gelezen: blad "Toelichting".');
  });

  test('keeps its own numbers when no two sheets have the same', async () => {
    const sheets = {
      Ruimte: departments.Ruimte,
      Sociaal: list([7, 'Toekennen van uitkeringen', 'Consulent']),
    };
    expect(await entriesOf(workbook(sheets), ({ id }) => id)).toEqual(['1', '2', '7']);
  });

  test('loses nothing of the other sheets when one is imported, and keeps its numbers', async () => {
    const before = (await imported(workbook(departments))).next;
    const changed = { ...departments, Sociaal: list([1, 'Toekennen van uitkeringen', 'Klantmanager']) };
    const { entries, notes } = await imported(workbook(changed), { sheets: ['sociaal'], before });
    expect(entries.map(({ id, holder }) => `${id} ${holder}`).toSorted()).toEqual([
      'Ruimte-1 Teamleider Bouw',
      'Ruimte-2 Medewerker',
      'Sociaal-1 Klantmanager',
    ]);
    expect(notes?.join('\n')).toContain('De 2 mandaten die niet op dit blad staan, blijven zoals ze zijn.');
  });

  test('keeps its organisation when one sheet is imported', async () => {
    const before = (await imported(workbook(departments))).next;
    const { summary } = await imported(workbook(departments), { sheets: ['Ruimte'], before });
    expect(summary?.entries).toMatchObject({ added: [], changed: [], gone: [], same: 3 });
  });

  test('names what is on no sheet any more when one is imported', async () => {
    const before = (await imported(workbook(departments))).next;
    const less = { ...departments, Ruimte: departments.Ruimte.slice(0, 2) };
    expect(await notesOf(workbook(less), { sheets: ['Ruimte'], before })).toContain(
      'Let op: op geen enkel blad van dit bestand staat Ruimte-2. Dat blijft nu in het register.',
    );
    expect(await notesOf(workbook(departments), { sheets: ['Ruimte'], before })).not.toContain('geen enkel');
  });

  test('keeps its numbers too when each tick is a mandate', async () => {
    const sheet = (name: string): Cell[][] => [
      ['Nr', 'Bevoegdheid', 'Directeur', 'Teamleider'],
      [1, `${name} beheren`, 'X', 'X'],
    ];
    const file = workbook({ Ruimte: sheet('Bos'), Sociaal: sheet('Fonds') });
    const ids = ({ id }: { id: string }) => id;
    const all = await entriesOf(file, ids);
    expect(all).toEqual([
      'Ruimte-1-Directeur',
      'Ruimte-1-Teamleider',
      'Sociaal-1-Directeur',
      'Sociaal-1-Teamleider',
    ]);
    expect(await entriesOf(file, ids, { sheets: ['Sociaal'] })).toEqual(all.slice(2));
  });

  test('says how many mandates go when a sheet is not there any more', async () => {
    const before = (await imported(workbook(departments))).next;
    const one = workbook({ Ruimte: departments.Ruimte });
    const { notes, entries } = await imported(one, { before });
    expect(entries.map(({ id }) => id)).toEqual(['Ruimte-1', 'Ruimte-2']);
    expect(notes).toContain(
      'Let op: van de 3 mandaten in het register staat er 1 niet in dit bestand. Na --akkoord is dat weg.',
    );
  });

  test('says so of the only mandate too', async () => {
    const before = (await imported(workbook({ Sociaal: departments.Sociaal }))).next;
    const { notes } = await imported(workbook({ Ruimte: list([7, 'Innen van leges', 'Medewerker']) }), {
      before,
    });
    expect(notes).toContain(
      'Let op: het enige mandaat in het register staat niet in dit bestand. Na --akkoord is dat mandaat weg.',
    );
  });

  test.each([
    ['Ruimte', ['Sociaal-1'], 'blijft 1 mandaat zoals het is. Het gebied daarvan'],
    ['Sociaal', ['Ruimte-2'], 'blijven 2 mandaten zoals ze zijn. Het gebied van 1 van die mandaten'],
    ['Sociaal', ['Ruimte-1', 'Ruimte-2'], 'blijven 2 mandaten zoals ze zijn. Het gebied van die mandaten'],
  ])('of which %s is imported says that what stays has no area: %s', async (sheet, astray, words) => {
    const { next } = await imported(workbook(departments));
    const before = next && {
      ...next,
      entries: next.entries.map((one) => (astray.includes(one.id) ? { ...one, area: 'ELDERS' } : one)),
    };
    const { problems } = await imported(workbook(departments), { sheets: [sheet], before });
    expect(problems.join()).toContain(
      `Met --blad ${words} staat niet in --gebieden. Laat --gebieden weg, of lees alle bladen.`,
    );
  });

  test('without numbers is said to keep what a row was before', async () => {
    const sheet = (holder: string): Cell[][] => [
      ['Bevoegdheid', 'Gemandateerde'],
      ['innen', holder],
    ];
    const file = workbook({ Een: sheet('Ans'), Twee: sheet('Bo') });
    expect(await notesOf(file, { sheets: ['Een'] })).toContain('Let op: dit blad heeft geen nummers.');
  });

  test('names the sheet with a wrong line', async () => {
    const wrong = { ...departments, Sociaal: list([1, '', 'Consulent']) };
    expect((await imported(workbook(wrong))).problems).toEqual(['2: Blad Sociaal: bevoegdheid is leeg.']);
  });
});

describe('a sheet', () => {
  test.each(['Vervallen mandaten', 'Archief 2024', 'Concept'])(
    'called %s does not count, which is said',
    async (name) => {
      const sheets = {
        Mandaten: list([1, 'Innen', 'Consulent']),
        [name]: list([2, 'Toekennen', 'Consulent']),
      };
      expect(await entriesOf(workbook(sheets), ({ id }) => id)).toEqual(['1']);
      expect(await notesOf(workbook(sheets))).toContain(`Blad "${name}" lees ik niet`);
      expect(await entriesOf(workbook(sheets), ({ id }) => id, { sheets: [name] })).toEqual(['2']);
    },
  );

  test('with something else than mandates is passed over, which is said', async () => {
    const sheets = {
      Mandaten: list([1, 'Innen', 'Consulent']),
      Budgethouders: [
        ['Naam', 'Functie', 'Bedrag'],
        ['Ans', 'Teamleider', 500],
      ] as Cell[][],
    };
    expect(await entriesOf(workbook(sheets), ({ id }) => id)).toEqual(['1']);
    expect(await notesOf(workbook(sheets))).toContain('Blad "Budgethouders" lees ik niet');
  });

  test.each([
    ['BAG', 'BAG'],
    ['Mandaten WOZ 2026', 'WOZ'],
    ['Basisregistratie Adressen en Gebouwen', 'BAG'],
    ['Blad1', ''],
    ['Ruimte', ''],
  ])('called %s is of registration "%s"', async (name, registration) => {
    expect(
      await entriesOf(workbook({ [name]: list([1, 'Innen', 'Ans']) }), (entry) => entry.registration),
    ).toEqual([registration]);
  });

  test.each([
    ['Mandaten BGT 2026', 'BGT'],
    ['Mandaten van de gemeente', ''],
    ['Mandaten BAG en BGT', ''],
  ])('below the title "%s" is of registration "%s"', async (title, registration) => {
    const file = workbook({ Blad1: [[title], ...list([1, 'Innen', 'Ans'])] });
    expect(await entriesOf(file, (entry) => entry.registration)).toEqual([registration]);
    expect((await notesOf(file)).includes('Let op, dit maak ik van namen en titels: de titel')).toBe(
      registration !== '',
    );
  });

  test('of two registrations is not taken for one of them, or for all without a word', async () => {
    const file = workbook({ 'BAG en BGT': list([1, 'Innen', 'Ans']) });
    expect((await imported(file)).problems).toEqual([
      '1: Blad BAG en BGT noemt meer dan één registratie, en heeft er geen kolom voor. Zet er een kolom registratie in. Geldt alles voor elke registratie? Geef --registratie alle.',
    ]);
    const first = await imported(file, { registration: 'alle' });
    expect(first.entries.map(({ registration }) => registration)).toEqual(['']);
    const remembered = () => first.readings?.[0]?.of;
    expect((await imported(file, { remembered })).entries).toEqual(first.entries);
  });

  test('is of the registration that somebody says, whatever its name', async () => {
    const file = workbook({ BAG: list([1, 'Innen', 'Ans']) });
    const said = { registration: 'WOZ' };
    expect(await entriesOf(file, ({ registration }) => registration, said)).toEqual(['WOZ']);
    expect(await notesOf(file, said)).not.toContain('registratie BAG');
    const more = workbook({ BAG: list([1, 'Innen', 'Ans']), Overig: list([2, 'Innen', 'Bo']) });
    expect(await entriesOf(more, ({ registration }) => registration, said)).toEqual(['BAG', 'WOZ']);
  });

  test('with a column for the registration keeps what stands there', async () => {
    const rows: Cell[][] = [
      ['Bevoegdheid', 'Registratie', 'Gemandateerde'],
      ['valideren', 'BGT', 'Ans'],
    ];
    expect(await entriesOf(workbook({ BAG: rows }), ({ registration }) => registration)).toEqual(['BGT']);
  });

  test('of which nobody knows the name is named with those that are there', async () => {
    expect((await imported(workbook({ Een: list(), Twee: list() }), { sheets: ['Drie'] })).problems).toEqual([
      '0: Het blad Drie staat niet in dit bestand. Wel: Een, Twee.',
    ]);
    expect((await imported(workbook({ Een: list(), Twee: [[]] }), { sheets: ['twee'] })).problems).toEqual([
      '0: Het blad Twee is leeg.',
    ]);
    expect((await imported('Bevoegdheid;Gemandateerde\na;b', { sheets: ['Drie'] })).problems).toEqual([
      '0: Een CSV-bestand heeft geen bladen. Laat --blad weg.',
    ]);
  });
});
