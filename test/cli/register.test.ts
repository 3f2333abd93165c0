import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook, xlsx } from '../support/xlsx.ts';
import { openTerminal, SAID, type Terminal } from './terminal.ts';

const demo = (name: string) => join(import.meta.dirname, '../../demo', name);
const DEMO = ['--register', demo('mandaten.csv'), '--gebieden', demo('gebieden.csv')];
const own = [
  'Bevoegdheid;Gemandateerde;Wijk;Max. bedrag;Ingangsdatum;Kleur',
  'valideren;Ans Bos;Noord;;1-3-2026;rood',
  'opdracht verstrekken;Bo Dijk;hele gemeente;€ 2.500,00;01/03/2026;blauw',
];

let terminal: Terminal;

beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

const entries = async () => (await terminal.core.register.current()).lookup.register.entries;

describe('mandaat import', () => {
  test('shows what would change and changes nothing, until it is agreed; the second time nothing changes', async () => {
    const shown = await terminal.kompas('mandaat', 'import', ...DEMO);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('Gelezen: 18 mandaten, 20 gebieden, 0 functies.\n');
    expect(shown.out).toContain('Mandaten: 18 nieuw, 0 gewijzigd, 0 weg, 0 gelijk.\n');
    expect(shown.out).toContain(
      'Er is nog niets gewijzigd. Klopt dit? Geef dezelfde opdracht met --akkoord.\n',
    );
    expect(await entries()).toEqual([]);

    const done = await terminal.kompas('mandaat', 'import', ...DEMO, '--akkoord');
    expect(done).toMatchObject({ code: 0, err: SAID() });
    expect(done.out).toMatch(/Geïmporteerd\.\n$/);
    expect(await entries()).toHaveLength(18);

    const again = await terminal.kompas('mandaat', 'import', ...DEMO, '--akkoord');
    expect(again.out).toBe('Gelezen: 18 mandaten, 20 gebieden, 0 functies.\nEr verandert niets.\n');
    expect(await terminal.log()).toEqual([
      'cli: mandatenregister geïmporteerd (mandaten 18 nieuw, 0 gewijzigd, 0 weg; gebieden 20 nieuw, 0 gewijzigd, 0 weg)',
    ]);
  });

  test('names every wrong line, imports nothing and ends with 1', async () => {
    const text = await readFile(demo('mandaten.csv'), 'utf8');
    const wrong = await terminal.file(
      'fout.csv',
      text.replace(';25000;', ';12k5;').replace(/2027-01-01;(?=\s*$)/, '2027-01-01;2026-01-01'),
    );
    const before = await entries();
    const result = await terminal.kompas('mandaat', 'import', '--register', wrong, '--akkoord');
    expect(result).toEqual({
      code: 1,
      out: '',
      err:
        'Er is niets geïmporteerd.\n' +
        "  regel 13: limiet_eur 12k5 is geen heel bedrag in euro's. Vul bijvoorbeeld 2500 in.\n" +
        '  regel 19: geldig_tot_en_met 2026-01-01 ligt vóór geldig_van 2027-01-01.\n',
    });
    expect(await entries()).toEqual(before);
  });

  test('names what else is wrong beside lines that cannot be read', async () => {
    const lines = [
      own[0],
      'valideren;Ans Bos;Noord;Zuid;;1-3-2026;x',
      'verwerken;Bo Dijk;Noord;12k5;1-3-2026;rood',
    ];
    const file = await terminal.file('scheef.csv', lines.join('\n'));
    const { err } = await terminal.kompas(
      'mandaat',
      'import',
      '--register',
      file,
      '--soort',
      'mandaat',
      '--gemeente',
      'Zandstad',
    );
    expect(err).toBe(
      'Er is niets geïmporteerd.\n' +
        '  regel 2: Deze regel heeft 7 kolommen. De kop heeft er 6.\n' +
        "  regel 3: max. bedrag 12k5 is geen heel bedrag in euro's. Vul bijvoorbeeld 2500 in.\n",
    );
  });

  test('says what it cannot read', async () => {
    const noExcel = await terminal.file('lijst.xlsx', 'id;soort');
    const [excel, none, column, kind] = await Promise.all([
      terminal.kompas('mandaat', 'import', '--register', noExcel),
      terminal.kompas('mandaat', 'import', '--register', 'nergens.csv'),
      terminal.kompas('mandaat', 'import', ...DEMO, '--kolom', 'Bevoegdheid'),
      terminal.kompas('mandaat', 'import', ...DEMO, '--soort', 'afspraak'),
    ]);
    expect(excel.err).toContain('Dit is geen Excel-bestand (.xlsx).');
    expect(none.err).toBe('Ik kan nergens.csv niet lezen. Klopt het pad?\n');
    expect(column.err).toContain('Schrijf --kolom als "Eigen kolom=veld".');
    expect(kind.err).toContain('De soort afspraak ken ik niet.');
    expect([excel, none, column, kind].map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  });
});

describe('a list with columns of its own', () => {
  let other: Terminal;

  beforeAll(async () => {
    other = await openTerminal();
  });
  afterAll(() => other.close());

  const importList = (file: string, ...more: string[]) =>
    other.kompas('mandaat', 'import', '--register', file, '--soort', 'mandaat', ...more);

  test('shows how its columns are read, and what it makes of what is not in it', async () => {
    const file = await other.file('eigen.csv', own.join('\n'));
    const { code, out } = await importList(file, '--gemeente', 'Zandstad', '--kolom', 'Kleur=voorwaarden');
    expect(code).toBe(0);
    expect(out).toContain(
      'Kolommen:\n  bevoegdheid → activiteit\n  gemandateerde → houder\n  wijk → gebied\n' +
        '  max. bedrag → limiet_eur\n  ingangsdatum → geldig_van\n  kleur → voorwaarden\n',
    );
    expect(out).toContain('Ik maak de gemeente Zandstad, met als wijk: Noord.\n');
    expect(out).toContain('Geen kolom voor soort: alles is mandaat.\n');
  });

  test('asks for the areas when it has no way to know them', async () => {
    const { code, err } = await importList(await other.file('eigen.csv', own.join('\n')));
    expect(code).toBe(1);
    expect(err).toContain('Ik ken nog geen gebieden.');
  });

  test('is read the next time as it was, from Excel too, and can then be asked', async () => {
    const file = await other.file('eigen.csv', own.join('\n'));
    await importList(file, '--gemeente', 'Zandstad', '--kolom', 'Kleur=voorwaarden', '--akkoord');
    const cells = own.map((text) => text.split(';').map((cell) => cell || undefined));
    const { out } = await importList(await other.file('eigen.xlsx', xlsx(cells)), '--akkoord');
    expect(out).toContain('  kleur → voorwaarden\n');
    expect(out).toMatch(/Er verandert niets\.\n$/);
    const asked = await other.kompas('mandaat', 'vraag', 'wie valideert in Noord?', '--op', '22-11-2026');
    expect(asked.out).toContain('Gevonden: Ans Bos.');
  });
});

describe('what somebody says of a list', () => {
  const list = [
    'Code;Bevoegdheid;Wijk;Fase;DIR;TL',
    '1;ALGEMEEN;;;;',
    '1.1;Innen van leges;Noord;loopt;X;X',
    '1.2;Kwijtschelden;;loopt;X;',
    '1.3;Verpachten;;geweest;X;',
  ];

  test('is asked for, with what to type, and kept for the next time', async () => {
    const other = await openTerminal();
    const file = await other.file('kruisjes.csv', list.join('\n'));
    const importList = (...more: string[]) => other.kompas('mandaat', 'import', '--register', file, ...more);
    const always = [
      '--soort',
      'mandaat',
      '--vanaf',
      '1-1-2026',
      '--gemeente',
      'Zandstad',
      '--registratie',
      'BRK',
    ];
    const functions = ['--functie', 'DIR=Directeur', '--functie', 'TL=Teamleider'];
    const first = await importList(...always);
    expect(first.err).toContain('Geef --functie "DIR=volledige naam" --functie "TL=volledige naam".');
    const second = await importList(...always, ...functions);
    expect(second.err).toContain('--status "loopt=ja"');
    expect(second.err).toContain('--leeg "wijk=hele gemeente"');
    const status = ['--status', 'loopt=ja', '--status', 'geweest=nee'];
    const whole = ['--leeg', 'Wijk=hele gemeente'];
    const done = await importList(...always, ...functions, ...status, ...whole, '--akkoord');
    expect(done.out).toContain('  dir → kruisje = mandaat voor Directeur\n');
    expect(done.out).toContain('Gelezen: 3 mandaten,');
    expect(done.out).toContain('Niet opgenomen, want niet van kracht: 1 met fase "geweest" (regel 5).\n');
    const again = await importList();
    expect(again.out).toMatch(/Er verandert niets\.\n$/);
    await other.close();
  });

  test('is refused when it cannot be read', async () => {
    const file = await terminal.file('kruisjes.csv', list.join('\n'));
    const importList = (...more: string[]) =>
      terminal.kompas('mandaat', 'import', '--register', file, ...more);
    const [pair, status, sheet] = await Promise.all([
      importList('--functie', 'DIR'),
      importList('--status', 'loopt=misschien'),
      importList('--blad', 'Eén'),
    ]);
    expect(pair.err).toContain('Schrijf --functie als "DIR=Directeur".');
    expect(status.err).toContain('Schrijf --status als "loopt=ja" of "loopt=nee".');
    expect(sheet.err).toContain('Een CSV-bestand heeft geen bladen.');
  });
});

describe('a workbook', () => {
  const cells = own.map((text) => text.split(';').map((cell) => cell || undefined));
  const other = [own[0] ?? '', 'verwerken;Cas Eik;Noord;;1-3-2026;groen'].map((text) => text.split(';'));

  test('is read with all its lists, or with the sheet that is named', async () => {
    const file = await terminal.file(
      'werkmap.xlsx',
      workbook({ Wonen: [['Register'], ...cells], Geo: other, Uitleg: [['Zo vul je dit in']] }),
    );
    const args = ['mandaat', 'import', '--register', file, '--gemeente', 'Zandstad', '--soort', 'mandaat'];
    const [all, named] = await Promise.all([
      terminal.kompas(...args),
      terminal.kompas(...args, '--blad', 'geo'),
    ]);
    expect(all.out).toContain('Gelezen: 3 mandaten,');
    expect(all.out).toContain('Ik lees de bladen Wonen, Geo.\n');
    expect(all.out).toContain('Geen lijst met mandaten, dus niet gelezen: blad "Uitleg".\n');
    expect(named.out).toContain('Ik lees het blad Geo.\n');
    expect(named.out).toContain('Met --blad haal ik niets weg.\n');
  });
});

describe('the stored register', () => {
  let other: Terminal;
  const question = ['mandaat', 'vraag', 'wie valideert BAG in Delfshaven?', '--op', '2026-12-01'];

  beforeAll(async () => {
    other = await openTerminal();
  });
  afterAll(() => other.close());

  test('cannot be asked or exported before there is one', async () => {
    const [asked, exported] = await Promise.all([
      other.kompas(...question),
      other.kompas('mandaat', 'export', '--map', 'uit'),
    ]);
    const err = 'Er is nog geen register. Gebruik: mandaat import --register <bestand>\n';
    expect(asked).toEqual({ code: 1, out: '', err });
    expect(exported).toEqual({ code: 1, out: '', err });
  });

  test('answers with what is known now, or with what was known at the end of a day', async () => {
    // Late in the evening of 22 November in the Netherlands, and past midnight there.
    other.setClock(Temporal.Instant.from('2026-11-22T22:50:00Z'));
    await other.kompas('mandaat', 'import', ...DEMO, '--akkoord');
    other.setClock(Temporal.Instant.from('2026-11-22T23:10:00Z'));
    const text = await readFile(demo('mandaten.csv'), 'utf8');
    const changed = await other.file(
      'm.csv',
      text.replace(
        'Delfshaven;Kwaliteitscoördinator;Chantal Duin',
        'Delfshaven;Kwaliteitscoördinator;Eefje Polder',
      ),
    );
    const { out } = await other.kompas('mandaat', 'import', '--register', changed, '--akkoord');
    expect(out).toContain('  gewijzigd: R03 · houder: Chantal Duin → Eefje Polder\n');

    const [now, then, next, before] = await Promise.all([
      other.kompas(...question),
      other.kompas(...question, '--gezien-op', '2026-11-22'),
      other.kompas(...question, '--gezien-op', '2026-11-23'),
      other.kompas(...question, '--gezien-op', '2026-11-21'),
    ]);
    expect(now.out).toContain('Gevonden: Eefje Polder.');
    expect(then.out).toContain('Gevonden: Chantal Duin.');
    expect(next.out).toContain('Gevonden: Eefje Polder.');
    expect(before).toEqual({ code: 1, out: '', err: 'Op 2026-11-21 kende Kompas nog geen register.\n' });
  });

  test('is asked as files only with both of them', async () => {
    const [half, both, date] = await Promise.all([
      other.kompas(...question, '--register', demo('mandaten.csv')),
      other.kompas(...question, ...DEMO, '--gezien-op', '2026-11-22'),
      other.kompas(...question, '--gezien-op', 'gisteren'),
    ]);
    expect(half.err).toContain('Geef --register en --gebieden allebei.');
    expect(both.err).toContain('--gezien-op werkt alleen met het bewaarde register');
    expect(date.err).toBe('gisteren is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.\n');
    expect((await other.kompas(...question, ...DEMO)).out).toContain('Gevonden: Chantal Duin.');
  });

  test('is checked: how much was found, and together what can be mended alike', async () => {
    const { code, out } = await other.kompas('mandaat', 'controle');
    expect(code).toBe(0);
    const [first, ...rest] = out.trim().split('\n');
    expect(first).toMatch(
      /^Gecontroleerd: 18 mandaten, zoals het register is op 23 november 2026\. Gevonden: \d+ fout(en)? en \d+ aandachtspunten\.$/,
    );
    expect(rest.every((line) => /^(FOUT · |LET OP · | {2}- )/.test(line))).toBe(true);
  });

  test('is exported as files that import to the same, and never over files that are there', async () => {
    const folder = join(dirname(await other.file('x', '')), 'uit');
    const exported = await other.kompas('mandaat', 'export', '--map', folder);
    expect(exported.out).toBe(`Geschreven in ${folder}: 18 mandaten, 20 gebieden, 0 functies.\n`);
    const file = (name: string) => join(folder, `${name}.csv`);
    const back = await other.kompas(
      'mandaat',
      'import',
      '--register',
      file('mandaten'),
      '--gebieden',
      file('gebieden'),
      '--functies',
      file('functies'),
    );
    expect(back.out).toMatch(/Er verandert niets\.\n$/);
    const again = await other.kompas('mandaat', 'export', '--map', folder);
    expect(again).toMatchObject({
      code: 1,
      err: `In ${folder} staat al een mandaten.csv. Kies een andere map.\n`,
    });
    expect((await other.log()).at(-1)).toBe(
      'cli: mandatenregister geëxporteerd (18 mandaten, 20 gebieden, 0 functies)',
    );
  });
});
