import { describe, expect, test } from 'vitest';
import { carryOut } from '../../../../src/features/mandates/import/carry-out.ts';
import { signatureOf } from '../../../../src/features/mandates/import/choose-columns.ts';
import { readFiles } from '../../../../src/features/mandates/import/files.ts';
import type { ImportOptions } from '../../../../src/features/mandates/import/options.ts';
import { planImport, type RegisterImportPlan } from '../../../../src/features/mandates/import/plan.ts';
import { isUnchanged } from '../../../../src/features/mandates/import/summary.ts';
import { entryColumns } from '../../../../src/features/mandates/register/fields.ts';
import type { ListReading } from '../../../../src/features/mandates/register/list-reading.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { noRecords, registerOf, replaced } from '../../../../src/features/mandates/register/records.ts';
import type { Register } from '../../../../src/features/mandates/register/register.ts';
import { type KnownRegister, mandateStore } from '../../../../src/features/mandates/register/store.ts';
import { registerTable } from '../../../../src/features/mandates/register/tables.ts';
import { testStorage } from '../../../support/storage.ts';
import { type Cell, workbook, xlsx } from '../../../support/xlsx.ts';

const NOTHING: KnownRegister = {
  records: noRecords,
  lookup: createLookup(registerOf(noRecords)),
  pointer: undefined,
};
const heading = entryColumns.join(';');
const areaHeading = 'code;naam;soort;ouder;aliassen';
const AREAS = [areaHeading, 'G1;Zandstad;gemeente;;', 'W1;Noord;wijk;G1;', 'W2;Zuid;wijk;G1;'].join('\n');

/** One line of a file in our own form. */
function line(change: Partial<Record<(typeof entryColumns)[number], string>> = {}): string {
  const cells = {
    id: 'E1',
    soort: 'mandaat',
    activiteit: 'valideren',
    registratie: 'BAG',
    gebied: 'Noord',
    houder: 'Ans Bos',
    vier_ogen: 'nee',
    ondermandaat_toegestaan: 'nee',
    geldig_van: '2026-01-01',
    ...change,
  } as Record<string, string>;
  return entryColumns.map((name) => cells[name] ?? '').join(';');
}

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? Buffer.from(text) : text);

interface Given extends Omit<ImportOptions, 'remembered'> {
  remembered?: ListReading | undefined;
  areas?: string | undefined;
  tenures?: string;
  known?: KnownRegister;
}

async function plan(register: string | Uint8Array, given: Given = {}) {
  const { areas = AREAS, tenures, known = NOTHING, remembered, ...options } = given;
  const upload = (text: string | Uint8Array) => ({ name: 'lijst', bytes: bytesOf(text) });
  const read = await readFiles({
    register: upload(register),
    areas: areas === '' ? undefined : upload(areas),
    tenures: tenures === undefined ? undefined : upload(tenures),
  });
  return 'problems' in read
    ? read
    : planImport(known, read.files, { ...options, remembered: () => remembered });
}

/** The plan; throws when there is none. */
async function planned(register: string | Uint8Array, given: Given = {}): Promise<RegisterImportPlan> {
  const result = await plan(register, given);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** Why there is no plan, with the lines. */
async function reasons(register: string | Uint8Array, given: Given = {}): Promise<string[]> {
  const result = await plan(register, given);
  return 'problems' in result ? result.problems.map(({ line: at, reason }) => `${at}: ${reason}`) : [];
}

function knownAs(register: Register): KnownRegister {
  const records = replaced(noRecords, register, '2026-01-01T00:00:00.000Z');
  return { records, lookup: createLookup(registerOf(records)), pointer: undefined };
}

const OWN = 'Bevoegdheid;Gemandateerde;Wijk;Max. bedrag;Ingangsdatum';

describe('a file in our own form', () => {
  test('is imported as it is; a second time nothing changes', async () => {
    const text = [heading, line(), line({ id: 'E2', houder: 'Bo Dijk' })].join('\n');
    const { next, columns, readings } = await planned(text);
    expect(next.entries.map(({ id, holder, area }) => [id, holder, area])).toEqual([
      ['E1', 'Ans Bos', 'W1'],
      ['E2', 'Bo Dijk', 'W1'],
    ]);
    expect([columns, readings]).toEqual([[], []]);
    expect(isUnchanged((await planned(text, { known: knownAs(next) })).summary)).toBe(true);
  });

  test('may tell who looks along', async () => {
    const text = `${heading};vier_ogen_door\n${line({ vier_ogen: 'ja' })};Teamleider`;
    expect((await planned(text)).next.entries).toMatchObject([{ fourEyes: true, fourEyesBy: 'Teamleider' }]);
  });

  test('may say who speaks with another organisation, in a list of our own columns and in one of others', async () => {
    const text = `${heading};accounthouder\n${line({ organisatie: 'De Delta' })};Sanne Vos`;
    expect((await planned(text)).next.entries).toMatchObject([{ contact: 'Sanne Vos' }]);
    const own =
      'Soort;Bevoegdheid;Gemandateerde;Organisatie;Accounthouder;Vanaf\nmandaat;valideren;Ans Bos;De Delta;Sanne Vos;1-1-2026';
    expect((await planned(own)).next.entries).toMatchObject([{ contact: 'Sanne Vos' }]);
  });

  const without = (name: string) =>
    [heading, line()]
      .map((text) => text.split(';').filter((_, n) => entryColumns[n] !== name))
      .map((cells) => cells.join(';'))
      .join('\n');

  test.each([
    ['an unknown column', `${heading};kleur\n${line()};rood`, ['1: Dit in de kop ken ik niet: kleur.']],
    ['a missing column', without('houder'), ['1: Dit ontbreekt in de kop: houder.']],
    [
      'a column that is there twice',
      `${heading};houder\n${line()};Bo`,
      ['1: Kolommen staan er meer dan één keer: houder.'],
    ],
    ['an id that comes twice', [heading, line(), line()].join('\n'), ['3: id E1 staat ook in regel 2.']],
    [
      'a last day before the first',
      [heading, line({ geldig_tot_en_met: '2025-01-01' })].join('\n'),
      ['2: geldig_tot_en_met 2025-01-01 ligt vóór geldig_van 2026-01-01.'],
    ],
    [
      'an amount that is none',
      [heading, line({ limiet_eur: '12k5' })].join('\n'),
      ["2: limiet_eur 12k5 is geen heel bedrag in euro's. Vul bijvoorbeeld 2500 in."],
    ],
    [
      'a vacancy, a cross and a registration that is none, which would become names',
      [
        heading,
        line({ houder: 'vacature' }),
        line({ id: 'E2', houder: 'X' }),
        line({ id: 'E3', registratie: 'n.v.t.' }),
      ].join('\n'),
      [
        '2: houder "vacature" is geen naam. Vul een naam in, of haal de regel weg.',
        '3: houder "X" is geen naam. Vul een naam in, of haal de regel weg.',
        '4: registratie "n.v.t." is geen registratie. Geldt het mandaat voor alle? Maak de cel dan leeg.',
      ],
    ],
    [
      'an area that is none, which is not the whole municipality',
      [heading, line({ gebied: 'n.v.t.' }), line({ id: 'E2', gebied: '-' })].join('\n'),
      ['2: gebied n.v.t. is onbekend of niet eenduidig.', '3: gebied - is onbekend of niet eenduidig.'],
    ],
    [
      'a date without its century',
      [heading, line({ geldig_van: '1-3-26' })].join('\n'),
      ['2: geldig_van 1-3-26 is geen datum (dd-mm-jjjj of jjjj-mm-dd).'],
    ],
    [
      'a heading alone, which would end every mandate',
      heading,
      ['0: Er staan geen mandaten in het bestand.'],
    ],
    ['nothing at all', '', ['0: Het bestand is leeg.']],
  ])('is refused for %s', async (_what, text, expected) => {
    expect(await reasons(text)).toEqual(expected);
  });

  test('names what is too long for a card, or for any list, without repeating all of it', async () => {
    const long = 'x'.repeat(201);
    const found = await reasons(
      [heading, line({ houder: long }), line({ id: 'E2', vervanger: `Bo|${long}`, gebied: long })].join('\n'),
    );
    expect(found.map((reason) => reason.replace(/x{79}…/, '…'))).toEqual([
      '2: houder heeft 201 tekens. Hoogstens 200 kan.',
      '3: vervanger heeft 201 tekens. Hoogstens 200 kan.',
      '3: gebied … is onbekend of niet eenduidig.',
    ]);
    expect(await reasons([heading, line({ voorwaarden: 'y'.repeat(30_000) })].join('\n'))).toEqual([
      '2: voorwaarden heeft 30.000 tekens. Hoogstens 10.000 kan.',
    ]);
    expect(await reasons([heading, line({ voorwaarden: 'y'.repeat(10_000) })].join('\n'))).toEqual([]);
    const areas = `${AREAS}\nW3;Oost;wijk;G1;Oosten|${long}`;
    expect(await reasons([heading, line()].join('\n'), { areas })).toEqual([
      '5: Gebieden: aliassen heeft 201 tekens. Hoogstens 200 kan.',
    ]);
  });

  test('of 100,000 lines with three wrong ones names all three, within seconds', async () => {
    const wrong: Record<number, string> = {
      500: line({ id: 'a', limiet_eur: '12k5' }),
      50000: line({ id: 'b', geldig_van: 'gisteren' }),
      99999: line({ id: 'c', gebied: 'Atlantis' }),
    };
    const lines = Array.from({ length: 100_000 }, (_, n) => wrong[n] ?? line({ id: `E${n}` }));
    const found = await reasons([heading, ...lines].join('\n'));
    expect(found.map((reason) => reason.split(':')[0])).toEqual(['502', '50002', '100001']);
  });

  test('may come from Windows, with a byte order mark, or with commas', async () => {
    const text = [heading, line({ rol: 'Kwaliteitscoördinator' })].join('\n');
    const expected = [{ role: 'Kwaliteitscoördinator' }];
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text.replaceAll(';', ',').replaceAll('\n', '\r\n')),
    ]) {
      expect((await planned(bytes)).next.entries).toMatchObject(expected);
    }
  });

  test('that calls itself Excel and is not is told so', async () => {
    const read = await readFiles({ register: { name: 'lijst.xlsx', bytes: Buffer.from(heading) } });
    expect(JSON.stringify(read)).toContain('Dit is geen Excel-bestand (.xlsx).');
  });
});

describe('areas and functions', () => {
  const list = [heading, line()].join('\n');

  test('that are wrong are named with their file', async () => {
    const areas = [areaHeading, 'A;Een;wijk;B;', 'B;Twee;wijk;A;'].join('\n');
    const tenures = 'functie;persoon;van;tot_en_met\nTeamleider;;2026-01-01;2025-01-01';
    expect(await reasons(list, { areas, tenures })).toEqual([
      '2: Gebieden: Gebied Een ligt via zijn ouders in zichzelf.',
      '3: Gebieden: Gebied Twee ligt via zijn ouders in zichzelf.',
      '2: Functies: persoon is leeg.',
      '2: Functies: tot_en_met 2025-01-01 ligt vóór van 2026-01-01.',
    ]);
  });

  test('have vacancies, which are no people: they are named, and what may be a name is refused', async () => {
    const tenures = ['functie;persoon;van;tot_en_met', 'Teamleider;Ans Bos;2026-01-01;', 'Hoofd;vacature;;'];
    const { next, notes } = await planned(list, { tenures: tenures.join('\n') });
    expect(next.tenures.map(({ person }) => person)).toEqual(['Ans Bos']);
    expect(notes).toContain(
      'Functies, regel 3: "vacature" lees ik als een vacature. Hoofd heeft daar niemand.',
    );
    const unclear = [...tenures, 'Chef;idem;2026-01-01;'].join('\n');
    expect(await reasons(list, { tenures: unclear })).toEqual([
      '4: Functies: persoon "idem" is geen naam. Schrijf de naam voluit.',
    ]);
  });

  test('stay as they are known when they are not given', async () => {
    const tenures = 'functie;persoon;van;tot_en_met\nTeamleider;Ans Bos;2026-01-01;';
    const first = await planned(list, { tenures });
    const second = await planned(list, { areas: '', known: knownAs(first.next) });
    expect(second.next).toEqual(first.next);
    expect(second.notes).toEqual([
      'Functies blijven zoals ze zijn: 1.',
      'Gebieden blijven zoals ze zijn: 3.',
    ]);
  });

  test('that are known and lack a place in the list are said to be where we looked', async () => {
    const { next } = await planned(list);
    const moved = [heading, line({ gebied: 'Oost' })].join('\n');
    expect(await reasons(moved, { areas: '', known: knownAs(next) })).toEqual([
      '0: Ik gebruikte de gebieden die ik al ken. Geef nieuwe gebieden mee met --gebieden.',
      '2: gebied Oost is onbekend of niet eenduidig.',
    ]);
  });

  test('follow from the list when nobody knows them, and we say which', async () => {
    const lines = [line(), line({ id: 'E2', gebied: 'noord' }), line({ id: 'E3', gebied: 'Zandstad' })];
    const { next, notes } = await planned([heading, ...lines].join('\n'), {
      areas: '',
      municipality: 'Zandstad',
    });
    expect(next.areas).toMatchObject([
      { name: 'Zandstad', kind: 'gemeente' },
      { name: 'Noord', kind: 'wijk', parent: 'GEMEENTE' },
    ]);
    expect(next.entries.map(({ area }) => area)).toEqual(['WIJK-NOORD', 'WIJK-NOORD', 'GEMEENTE']);
    expect(notes).toContain('Ik ken nog geen gebieden. Ik maak de gemeente Zandstad, met als wijk: Noord.');
  });

  test('are no wijk when all of the municipality is meant, however that is written', async () => {
    const wide = ['hele gemeente', 'heel Zandstad', 'de hele gemeente Zandstad', 'alle'];
    const rows = ['noord', 'heel Noord', ...wide].map((gebied, n) => line({ id: `E${n}`, gebied }));
    const { next } = await planned([heading, ...rows].join('\n'), { areas: '', municipality: 'Zandstad' });
    expect(next.areas.map(({ name }) => name)).toEqual(['Zandstad', 'noord']);
    expect(next.entries.map(({ area }) => area)).toEqual([
      'WIJK-NOORD',
      'WIJK-NOORD',
      ...wide.map(() => 'GEMEENTE'),
    ]);
  });

  const inPlaces = (...places: string[]) =>
    [heading, ...places.map((gebied, n) => line({ id: `E${n}`, gebied }))].join('\n');

  test.each([
    ['Wijk 🌊', 'Wijk 🌳'],
    ['Noord', 'Noord+'],
    ['Noord 🌊', 'heel Noord'],
  ])('called %s and %s are refused with the lines of both', async (one, other) => {
    const given = { areas: '', municipality: 'Zandstad' };
    const said = other.replace('heel ', '');
    expect(await reasons(inPlaces(one, 'Zuid', other), given)).toEqual([
      `4: Het gebied "${said}" kan ik niet onderscheiden van "${one}" in regel 2: in een naam tellen alleen letters en cijfers. Is het één gebied? Schrijf de naam dan overal gelijk. Zijn het er twee? Geef ze dan andere letters of cijfers.`,
    ]);
  });

  test('are one place when their names differ in capitals, accents, spaces or punctuation', async () => {
    const names = ['Sint-Jan', 'sint  jan', 'SÍNT JAN', '(Sint Jan)'];
    const { next } = await planned(inPlaces(...names), { areas: '', municipality: 'Zandstad' });
    expect(next.areas.map(({ name }) => name)).toEqual(['Zandstad', 'Sint-Jan']);
    expect(new Set(next.entries.map(({ area }) => area))).toEqual(new Set(['WIJK-SINT-JAN']));
  });

  test.each(['Noord 🌳', 'Noord+', '🌳 Noord'])('that are known are not taken for %s', async (gebied) => {
    expect(await reasons(inPlaces(gebied))).toEqual([`2: gebied ${gebied} is onbekend of niet eenduidig.`]);
  });

  test('that differ in a sign alone are found by their own names', async () => {
    const areas = `${AREAS}\nW3;Noord 🌳;wijk;G1;`;
    const { next } = await planned(inPlaces('noord 🌳', 'Noord'), { areas });
    expect(next.entries.map(({ area }) => area)).toEqual(['W3', 'W1']);
  });

  test('of nothing but emoji are unknown unless there is such an area, and never the whole municipality', async () => {
    for (const given of [{}, { areas: '', municipality: 'Zandstad' }])
      expect(await reasons(inPlaces('🌊', '🌳'), given)).toEqual([
        '2: gebied 🌊 is onbekend of niet eenduidig.',
        '3: gebied 🌳 is onbekend of niet eenduidig.',
      ]);
    const { next } = await planned(inPlaces('🌊'), { areas: `${AREAS}\nW3;🌊;wijk;G1;` });
    expect(next.entries).toMatchObject([{ area: 'W3' }]);
  });

  test('are asked for when nobody knows them and the municipality has no name', async () => {
    expect((await reasons(list, { areas: '' }))[0]).toContain('0: Ik ken nog geen gebieden.');
  });
});

test.each(['alle', 'alle registraties', 'allemaal', '*'])(
  'the registration "%s" is all of them, in our own form and in a list of a municipality',
  async (registratie) => {
    const own = `Bevoegdheid;Gemandateerde;Registratie;Ingangsdatum\nvalideren;Ans;${registratie};1-1-2026`;
    for (const text of [`${heading}\n${line({ registratie })}`, own])
      expect((await planned(text, { kind: 'mandaat' })).next.entries).toMatchObject([{ registration: '' }]);
  },
);

describe('a list with columns of its own', () => {
  const rows = [
    'valideren;Ans Bos;Noord;;1-3-2026',
    'opdracht verstrekken;Bo Dijk;hele gemeente;€ 2.500,00;01/03/2026',
  ];
  const text = [OWN, ...rows].join('\n');

  test('is matched, and what it does not have is said', async () => {
    const { next, columns, notes } = await planned(text, { kind: 'mandaat' });
    expect(next.entries).toMatchObject([
      { kind: 'mandaat', activity: 'valideren', holder: 'Ans Bos', area: 'W1', from: '2026-03-01' },
      { activity: 'opdracht verstrekken', area: 'G1', limit: 2500, from: '2026-03-01' },
    ]);
    expect(
      next.entries.every(({ limit, until, subGranting }, n) => !until && !subGranting && (n === 1 || !limit)),
    ).toBe(true);
    expect(columns[0]?.columns.every(({ field, sure }) => field && sure)).toBe(true);
    expect(notes).toContain('Geen kolom voor soort: alles is mandaat.');
    expect(notes).toContain('Geen kolom voor geldig_tot_en_met: niets heeft een einddatum.');
  });

  test('changes nothing the second time, in whatever order it comes', async () => {
    const { next } = await planned(text, { kind: 'mandaat' });
    const again = await planned([OWN, ...rows.toReversed()].join('\n'), {
      kind: 'mandaat',
      known: knownAs(next),
    });
    expect(isUnchanged(again.summary)).toBe(true);
  });

  test('may come from Excel, with its days and numbers', async () => {
    const cells: Cell[][] = [
      OWN.split(';'),
      ['valideren', 'Ans Bos', 'Noord', undefined, { day: '2026-03-01' }],
      ['opdracht verstrekken', 'Bo Dijk', 'hele gemeente', 2500, { day: '2026-03-01' }],
    ];
    const fromExcel = await planned(xlsx(cells), { kind: 'mandaat' });
    expect(fromExcel.next).toEqual((await planned(text, { kind: 'mandaat' })).next);
  });

  test('is never given a kind or a first day that nobody named', async () => {
    const found = await reasons('Bevoegdheid;Gemandateerde\nvalideren;Ans');
    expect(found.map((reason) => reason.slice(0, 40))).toEqual([
      '1: Ik vind geen kolom voor soort. Wijs e',
      '1: Ik vind geen kolom voor geldig_van. W',
      '1: Deze kolommen herken ik wel: bevoegdh',
    ]);
    expect(found[2]).toContain('bevoegdheid → activiteit, gemandateerde → houder.');
    expect(await reasons('kleur\nrood', { kind: 'mandaat', from: '2026-01-01' })).toHaveLength(2);
    expect(
      await reasons('Bevoegdheid;Gemandateerde\nvalideren;Ans', { kind: 'mandaat', from: '2026-01-01' }),
    ).toEqual([]);
  });

  test.each([
    ['12k5', { 3: '12k5' }, "2: max. bedrag 12k5 is geen heel bedrag in euro's. Vul bijvoorbeeld 2500 in."],
    ['30-2-2026', { 4: '30-2-2026' }, '2: ingangsdatum 30-2-2026 is geen datum (dd-mm-jjjj of jjjj-mm-dd).'],
    [
      'an unknown place',
      { 2: 'Atlantis' },
      '2: wijk Atlantis is onbekend of niet eenduidig. Verbeter de naam, of zet het gebied in --gebieden.',
    ],
  ])('is refused for %s, in the words of its own columns', async (_what, change, reason) => {
    const cells = (rows[0] ?? '').split(';').map((cell, n) => (change as Record<number, string>)[n] ?? cell);
    expect(await reasons([OWN, cells.join(';')].join('\n'), { kind: 'mandaat' })).toEqual([reason]);
  });

  test('is refused where two lines say the same', async () => {
    expect(await reasons([text, rows[0]].join('\n'), { kind: 'mandaat' })).toEqual([
      '4: Deze regel zegt hetzelfde als regel 2. Haal er één weg.',
    ]);
  });

  test('is read as whoever imports says, and so again as long as it is remembered', async () => {
    const odd = 'Wat;Wie;Sinds;Kleur\nvalideren;Ans Bos;1-3-2026;rood';
    const choices = { Wat: 'activiteit', Sinds: 'geldig_van', kleur: 'voorwaarden' };
    const first = await planned(odd, { kind: 'mandaat', choices });
    expect(first.next.entries).toMatchObject([{ holder: 'Ans Bos', conditions: 'rood' }]);
    expect(first.readings[0]?.signature).toBe(signatureOf(['wat', 'wie', 'sinds', 'kleur']));
    const remembered = first.readings[0]?.of;
    const again = await planned(odd, { kind: 'mandaat', remembered, known: knownAs(first.next) });
    expect(isUnchanged(again.summary)).toBe(true);
    const without = await planned(odd, { kind: 'mandaat', remembered, choices: { kleur: '' } });
    expect(without.next.entries).toMatchObject([{ conditions: '' }]);
  });

  test.each([
    [{ smaak: 'rol' }, '1: De kolom smaak staat niet in het bestand.'],
    [{ wijk: 'plek' }, '1: Het veld plek ken ik niet.'],
    [{ wijk: 'rol', bevoegdheid: 'rol' }, '1: Twee kolommen kunnen niet allebei rol zijn.'],
  ])('cannot be read as %j', async (choices, reason) => {
    expect((await reasons(text, { kind: 'mandaat', choices }))[0]).toContain(reason);
  });

  test('gives the findings about the register as it would become', async () => {
    const findings = (next: Register) => [`${next.entries.length} gezien`];
    expect((await planned(text, { kind: 'mandaat', findings })).findings).toEqual(['2 gezien']);
  });

  test('with two registrations in a cell has a mandate for each, and says so', async () => {
    const crowded = 'Bevoegdheid;Gemandateerde;Basisregistratie\nvalideren;Ans;BAG, BGT';
    const { next, notes } = await planned(crowded, { kind: 'mandaat', from: '2026-01-01' });
    expect(next.entries.map(({ registration }) => registration)).toEqual(['BAG', 'BGT']);
    expect(notes).toContain(
      'Regel 2: basisregistratie "BAG, BGT" lees ik als een mandaat per registratie: BAG, BGT.',
    );
  });
});

describe('a list as municipalities keep it', () => {
  const list = (...lines: string[]) => [OWN, ...lines].join('\n');
  const of = { kind: 'mandaat' };

  test('may have a title above its heading; lines stay those of the file', async () => {
    const titled = `Mandaten 2026, gemeente Zandstad\n;;;;\n${list('valideren;Ans Bos;Noord;;1-3-2026')}`;
    expect((await planned(titled, of)).notes).toContain(
      'De kop staat in regel 3. Wat daarboven staat, lees ik niet.',
    );
    expect(await reasons(titled.replace('Noord', 'Mars'), of)).toEqual([
      '4: wijk Mars is onbekend of niet eenduidig. Verbeter de naam, of zet het gebied in --gebieden.',
    ]);
    expect((await reasons(titled, {}))[0]).toMatch(/^3: Ik vind geen kolom voor soort/);
  });

  test('may be one of the sheets of a workbook; lists of places and functions are not it', async () => {
    const cells: Cell[][] = [
      OWN.split(';'),
      ['valideren', 'Ans Bos', 'Noord', undefined, { day: '2026-03-01' }],
    ];
    const more: Record<string, Cell[][]> = {
      Gebieden: [areaHeading.split(';'), ['G1', 'Zandstad', 'gemeente']],
      Functies: [['functie', 'persoon', 'van', 'tot_en_met']],
      Uitleg: [['Vul elke regel in']],
    };
    const { notes, next } = await planned(workbook({ ...more, Register: cells }), of);
    expect(notes).toContain('Ik lees het blad Register.');
    expect(notes).toContain(
      'Geen lijst met mandaten, dus niet gelezen: blad "Gebieden", "Functies", "Uitleg".',
    );
    expect(next.entries).toMatchObject([{ holder: 'Ans Bos' }]);
  });

  test('with two people or two places in a cell has a mandate for each, and says so', async () => {
    const { next, notes } = await planned(
      list(
        'valideren;Jan de Wit / Piet Bos;Noord;;1-3-2026',
        'valideren;Jan de Wit;"Noord; Zuid";;2-3-2026',
        'verwerken;"Cas Eik\nDia Vos";Zuid;;1-3-2026',
      ),
      of,
    );
    expect(next.entries.map(({ holder, area, from }) => `${holder} ${area} ${from}`)).toEqual([
      'Jan de Wit W1 2026-03-01',
      'Piet Bos W1 2026-03-01',
      'Jan de Wit W1 2026-03-02',
      'Jan de Wit W2 2026-03-02',
      'Cas Eik W2 2026-03-01',
      'Dia Vos W2 2026-03-01',
    ]);
    expect(new Set(next.entries.map(({ id }) => id)).size).toBe(6);
    expect(notes).toEqual(
      expect.arrayContaining([
        'Regel 2: gemandateerde "Jan de Wit / Piet Bos" lees ik als een mandaat per naam: Jan de Wit · Piet Bos.',
        'Regel 3: wijk "Noord; Zuid" lees ik als een mandaat per gebied: Noord, Zuid.',
      ]),
    );
  });

  test('with a name in a cell that may be two is refused, and says what to do', async () => {
    expect(
      await reasons(
        list('valideren;Jan de Wit + team;Noord;;1-3-2026', 'valideren;Jan de Wit;Noord en Oost;;1-3-2026'),
        of,
      ),
    ).toEqual([
      '2: gemandateerde "Jan de Wit + team" noemt meer dan één naam. Zet in de cel één naam van een persoon of functie, en maak een regel per naam. Is het één functie? Zet die dan in de lijst van --functies.',
      '3: wijk "Noord en Oost" noemt meer dan één gebied. Ik ken "Oost" niet. Maak er een regel per gebied van. Is het één gebied? Geef het dan mee met --gebieden.',
    ]);
  });

  test('with two places in a cell is refused too where nobody knows the areas yet', async () => {
    const found = await reasons(list('valideren;Ans;"Noord; Zuid";;1-3-2026'), {
      ...of,
      areas: '',
      municipality: 'Zandstad',
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('2: wijk "Noord; Zuid" noemt meer dan één gebied.');
  });

  test.each(['Jansen & Zn', 'Bos, J.', 'Van Dijk en Partners', 'College van burgemeester en wethouders'])(
    '%s stays one name',
    async (name) => {
      const { next, notes } = await planned(
        list(`valideren;"${name}";Noord;;1-3-2026`, 'verwerken;Bos;Zuid;;1-3-2026'),
        of,
      );
      expect(next.entries[0]?.holder).toBe(name);
      expect(notes.join()).not.toContain('één naam');
    },
  );

  test('keeps an area with "en" in its name whole', async () => {
    const text = list('valideren;Ans;Bos en Lommer;;1-3-2026', 'valideren;Ans;Bos;;1-3-2026');
    const areas = `${AREAS}\nW3;Bos en Lommer;wijk;G1;\nW4;Bos;wijk;G1;`;
    expect((await planned(text, { ...of, areas })).next.entries.map(({ area }) => area)).toEqual([
      'W3',
      'W4',
    ]);
    const alone = await planned(list('valideren;Ans;Bos en Lommer;;1-3-2026'), {
      ...of,
      areas: '',
      municipality: 'Zandstad',
    });
    expect(alone.next.areas.map(({ name }) => name)).toContain('Bos en Lommer');
    expect(alone.notes).toContain(
      'Let op: dit lees ik als één gebied: Bos en Lommer. Zijn het er meer? Geef de gebieden dan mee met --gebieden.',
    );
  });

  test('says what it reads as one name while it may be two; a function that has its list is one', async () => {
    const name = 'Gemeentesecretaris / algemeen directeur';
    const text = list(`valideren;${name};Noord;;1-3-2026`, 'valideren;Van Eik, Dia;Zuid;;1-3-2026');
    expect((await planned(text, of)).notes).toEqual(
      expect.arrayContaining([
        `Regel 2: gemandateerde "${name}" lees ik als één naam. Zijn het er twee? Maak er dan een regel per naam van.`,
        'Regel 3: gemandateerde "Van Eik, Dia" lees ik als één naam. Zijn het er twee? Maak er dan een regel per naam van.',
      ]),
    );
    const title = 'Teamleider Geo / Adviseur Geo';
    const tenures = `functie;persoon;van;tot_en_met\n${title};Ans Bos;1-1-2026;31-12-2026`;
    const { next } = await planned(list(`valideren;${title};Noord;;1-3-2026`), { ...of, tenures });
    expect(next.tenures).toMatchObject([{ from: '2026-01-01', until: '2026-12-31' }]);
  });

  test('has empty cells where people write that there is nothing', async () => {
    const text = [
      `${OWN};Grondslag;Publicatie;Plaatsvervanger`,
      'valideren;Ans;Noord;onbekend;1-3-2026;n.v.t.;-;geen',
    ].join('\n');
    expect((await planned(text, of)).next.entries).toMatchObject([
      { basis: '', publication: '', deputies: [], limit: undefined },
    ]);
  });

  test('has one person under one name, however it is written', async () => {
    const text = list(
      'valideren;tom vis;Noord;;1-3-2026',
      'verwerken;tom  vis;Zuid;;1-3-2026',
      'goedkeuren;tom vis;Zuid;;1-3-2026',
      'regie;Tom Vis;Zuid;;1-3-2026',
    );
    const { next, findings } = await planned(text, of);
    expect(next.entries.map(({ holder }) => holder)).toEqual(Array(4).fill('Tom Vis'));
    expect(findings).toEqual([
      'Tom Vis staat er ook als "tom vis" en "tom  vis". Ik lees dat als één persoon en schrijf overal Tom Vis.',
    ]);
  });

  test('keeps the kind that was named for it the last time, until another is named', async () => {
    const text = list('valideren;Ans;Noord;;1-3-2026');
    const remembered = (await planned(text, { kind: 'machtiging' })).readings[0]?.of;
    const again = await planned(text, { remembered });
    expect(again.next.entries).toMatchObject([{ kind: 'machtiging' }]);
    expect(again.readings[0]?.of.kind).toBe('machtiging');
    expect((await planned(text, { remembered, kind: 'volmacht' })).next.entries).toMatchObject([
      { kind: 'volmacht' },
    ]);
  });

  test('of our own form may have been kept in Excel, which writes days the Dutch way', async () => {
    const text = [
      heading,
      line({ geldig_van: '1-3-2026', geldig_tot_en_met: '31-12-2026', publicatie: '-' }),
    ];
    expect((await planned(text.join('\n'))).next.entries).toMatchObject([
      { from: '2026-03-01', until: '2026-12-31', publication: '' },
    ]);
  });
});

describe('carrying out an import', () => {
  async function household() {
    const { storage } = await testStorage([registerTable]);
    const log: string[] = [];
    const audit = {
      record: async (who: string, what: string, about: string) => {
        log.push(`${who}: ${what} (${about})`);
      },
    };
    return { store: mandateStore(storage, 't'), other: mandateStore(storage, 't'), audit, log };
  }
  const OF = { who: 'cli', at: '2026-11-23T09:00:00.000Z' };
  const text = [heading, line()].join('\n');
  const ids = ({ lookup }: KnownRegister) => lookup.register.entries.map(({ id }) => id);

  test('replaces the register and writes it down; the second time there is nothing to do', async () => {
    const { store, audit, log } = await household();
    const known = await store.current();
    expect(await carryOut({ store, audit }, known, await planned(text), OF)).toBe('done');
    const now = await store.current();
    expect(ids(now)).toEqual(['E1']);
    expect(await carryOut({ store, audit }, now, await planned(text, { known: now }), OF)).toBe('nothing');
    expect(log).toEqual([
      'cli: mandatenregister geïmporteerd (mandaten 1 nieuw, 0 gewijzigd, 0 weg; gebieden 3 nieuw, 0 gewijzigd, 0 weg)',
    ]);
  });

  test('does nothing when somebody else was first: what they did stays', async () => {
    const { store, other, audit, log } = await household();
    const known = await store.current();
    const theirs = await planned([heading, line({ id: 'E9' })].join('\n'));
    await carryOut({ store: other, audit }, await other.current(), theirs, OF);
    expect(await carryOut({ store, audit }, known, await planned(text, { known }), OF)).toBe('changed');
    expect(ids(await store.current())).toEqual(['E9']);
    // It was written down before it turned out that nothing could be done: a line too many, and never one too few.
    expect(log).toHaveLength(2);
  });

  test('remembers how a list with columns of its own was read, through later imports', async () => {
    const { store, audit } = await household();
    const own = `${OWN}\nvalideren;Ans Bos;Noord;;1-3-2026`;
    const signature = signatureOf(OWN.toLowerCase().split(';'));
    expect(await store.mappingFor(signature)).toBeUndefined();
    await carryOut({ store, audit }, await store.current(), await planned(own, { kind: 'mandaat' }), OF);
    for (const id of ['A', 'B', 'C']) {
      const known = await store.current();
      await carryOut(
        { store, audit },
        known,
        await planned([heading, line({ id })].join('\n'), { known }),
        OF,
      );
    }
    expect(await store.mappingFor(signature)).toMatchObject({
      mapping: { bevoegdheid: 'activiteit', wijk: 'gebied' },
      kind: 'mandaat',
    });
  });
});
