import { describe, expect, test } from 'vitest';
import { proposeColumns } from '../../../../src/features/mandates/import/propose-columns.ts';
import { entriesOf, imported, lines, notesOf } from './imported.ts';

const fieldOf = (column: string) => proposeColumns([column])[0]?.field;

describe('the name of a column', () => {
  test.each([
    ['mandataris', 'houder'],
    ['Delegataris', 'houder'],
    ['gedelegeerde', 'houder'],
    ['financieel plafond', 'limiet_eur'],
    ['financieelPlafond', 'limiet_eur'],
    ['sinds', 'geldig_van'],
    ['1e vervanger', 'vervanger'],
    ['2e vervanger', 'vervanger_2'],
    ['Derde plaatsvervanger', 'vervanger_3'],
    ['4e vervanger', undefined],
    ['omschrijving', 'activiteit'],
    ['mandaatNummer', 'id'],
    ['subdelegatie', 'ondermandaat_toegestaan'],
    ['wettelijkeGrondslag', 'grondslag'],
    ['ondermandaatToegestaan', 'ondermandaat_toegestaan'],
    ['geldigVanaf', 'geldig_van'],
    ['rolNaam', 'houder'],
    ['functie', 'houder'],
    ['plafondCents', 'limiet_cent'],
    ['maxBedragCenten', 'limiet_cent'],
    ['Bedrag (in centen)', 'limiet_cent'],
    ['status', 'status'],
    ['ingetrokken per', 'vervallen_per'],
    ['Gecontroleerd door', 'houder:valideren'],
    ['Verwerker', 'houder:verwerken'],
    ['mandaatgever', undefined],
    ['delegans', undefined],
    ['Gemandateerd door', undefined],
    ['Namens', undefined],
    ['percents', undefined],
  ])('"%s" is %s', (column, field) => {
    expect(fieldOf(column)).toBe(field);
  });

  test('of a function is the role beside a column of names, and who is mandated without one', () => {
    const fields = (...columns: string[]) => proposeColumns(columns).map(({ field }) => field);
    expect(fields('Bevoegdheid', 'Functie', 'Naam')).toEqual(['activiteit', 'rol', 'houder']);
    expect(fields('Bevoegdheid', 'Functie', 'Wijk')).toEqual(['activiteit', 'houder', 'gebied']);
  });
});

describe('an export of a system', () => {
  const text = lines(
    'mandaatNummer,omschrijving,rolNaam,plafondCents,subdelegatie,wettelijkeGrondslag,besluitTypes',
    'M.1,Verlenen marktvergunning,Marktmeester,5000000,nee,"APV art. 2, lid 1",vergunning',
    'M.2,Innen marktgeld,Marktmeester,,ja,APV,heffing',
  );

  test('is read, and an amount in cents is no amount in euros, which is said', async () => {
    expect(
      await entriesOf(text, ({ id, holder, limit, subGranting }) => [id, holder, limit, subGranting]),
    ).toEqual([
      ['M.1', 'Marktmeester', 50000, false],
      ['M.2', 'Marktmeester', undefined, true],
    ]);
    expect(await notesOf(text)).toContain('plafondcents: ik lees centen, dus 5000000 is € 50.000.');
  });

  test.each(['€ 5.000', '5000,00'])('with "%s" as cents is refused', async (cell) => {
    const [wrong, ...more] = (await imported(text.replace('5000000', `"${cell}"`))).problems;
    expect([wrong?.slice(0, 16), more]).toEqual(['2: plafondcents ', []]);
  });
});

test('a column without a heading is not read, which is said', async () => {
  const text = lines('Bevoegdheid;Gemandateerde;', 'innen;Ans;tot 1 juli', 'toekennen;Bo;');
  expect(await notesOf(text)).toContain('in een kolom zonder kop staat tekst. Die lees ik niet: regel 2.');
});

describe('deputies in columns of their own', () => {
  test('stay in their order', async () => {
    const text = lines(
      'Bevoegdheid;Gemandateerde;2e vervanger;1e vervanger;3e vervanger',
      'innen;Ans;Bo;Cas;Dia',
      'toekennen;Ans;Bo;-;',
    );
    expect(await entriesOf(text, ({ deputies }) => deputies)).toEqual([['Cas', 'Bo', 'Dia'], ['Bo']]);
  });
});

test('others who are mandated in columns of their own get a mandate each', async () => {
  const text = lines(
    'Nr;Mandaat;Omschrijving;Gemandateerde 1;Gemandateerde 2',
    '1;innen;;Ans;Bo',
    '2;toekennen;x;Cas;-',
  );
  expect(await entriesOf(text, ({ id, activity, holder }) => `${id} ${activity} ${holder}`)).toEqual([
    '1 innen Ans',
    '1-2 innen Bo',
    '2 toekennen Cas',
  ]);
});

describe('amounts for kinds of orders', () => {
  const text = lines(
    'Bevoegdheid;Gemandateerde;Leveringen;Diensten;Werken',
    'Opdracht verstrekken;Teamleider;€ 10.000;€ 5.000;-',
    'Ontslag verlenen;Directeur;;;',
  );

  test('become a mandate each', async () => {
    expect(await entriesOf(text, ({ activity, limit }) => [activity, limit])).toEqual([
      ['Opdracht verstrekken levering', 10000],
      ['Opdracht verstrekken dienst', 5000],
      ['Ontslag verlenen', undefined],
    ]);
  });

  test('that are not read are said not to be', async () => {
    const one = lines('Bevoegdheid;Gemandateerde;Bedrag inhuur personeel', 'inhuren;Ans;5000');
    expect(await notesOf(one)).toContain(
      'onder bedrag inhuur personeel staan bedragen, maar ik lees die kolom niet. Is het de limiet? Geef --kolom "bedrag inhuur personeel=limiet_eur".',
    );
  });
});

describe('what holds for a whole list', () => {
  const text = lines('Medewerker;Wijk', 'Ans;Noord', 'Bo;Zuid');

  test('is said with the import, and remembered for lists with the same columns', async () => {
    const first = await imported(text, { activity: 'valideren', registration: 'BAG', from: '1-3-2026' });
    const said = first.entries.map(({ activity, registration, from }) => [activity, registration, from]);
    expect(said).toEqual(Array(2).fill(['valideren', 'BAG', '2026-03-01']));
    const remembered = () => first.readings?.[0]?.of;
    const again = await imported(text, { kind: undefined, from: undefined, remembered });
    expect(again.entries).toEqual(first.entries);
    expect(again.notes).toEqual(
      expect.arrayContaining([
        'Geen kolom voor activiteit: alles is "valideren".',
        'Geen kolom voor registratie: alles is BAG.',
      ]),
    );
  });

  test('is asked for when the list does not have it', async () => {
    expect((await imported(text)).problems[0]).toContain('of geef bijvoorbeeld --activiteit "valideren"');
  });
});

describe('a column with who has a sub-mandate', () => {
  test.each([
    'Ondermandaat aan',
    'Ondergemandateerde',
    'Ondermandaat',
    'Submandaat aan',
    'Ondermandaat verleend aan',
  ])('%s is refused with what to do, until it is said that it is not to be read', async (name) => {
    const text = lines(
      `Nr;Bevoegdheid;Mandaat aan;${name}`,
      '1;Verlenen;Afdelingshoofd;Teamleider',
      '2;Innen;Afdelingshoofd;',
    );
    expect((await imported(text)).problems).toEqual([
      expect.stringContaining('in uit_mandaat het nummer van het mandaat. Wil je ze niet opnemen?'),
    ]);
    const { entries } = await imported(text, { choices: { [name]: '' } });
    expect(entries.map(({ holder }) => holder)).toEqual(['Afdelingshoofd', 'Afdelingshoofd']);
  });

  test.each([
    ['Ondermandaat', 'JA'],
    ['Ondermandaat', 'nee'],
    ['Ondermandaat toegestaan', 'ja'],
    ['Ondermandaat van', 'AB2'],
  ])('is not %s with %s', async (name, cell) => {
    const text = lines(
      `Nr;Soort;Bevoegdheid;Mandaat aan;${name}`,
      `AB1;mandaat;Verlenen;Afdelingshoofd;${cell}`,
      'AB2;mandaat;Innen;Afdelingshoofd;',
    );
    expect((await imported(text)).problems).toEqual([]);
  });
});
