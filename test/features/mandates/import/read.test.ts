import { describe, expect, test } from 'vitest';
import { readRegister } from '../../../../src/features/mandates/import/read-register.ts';
import { readTenures } from '../../../../src/features/mandates/import/read-tenures.ts';
import { type CsvFile, readCsv } from '../../../../src/files/csv.ts';

const areaHeading = 'code;naam;soort;ouder;aliassen';
const entryHeading =
  'id;soort;uit_mandaat;activiteit;registratie;gebied;rol;houder;vervanger;organisatie;grondslag;publicatie;limiet_eur;vier_ogen;ondermandaat_toegestaan;voorwaarden;geldig_van;geldig_tot_en_met';
const place = 'G1;Stad;gemeente;;';
const entry = (change: Record<number, string> = {}) =>
  [
    'E1',
    'mandaat',
    '',
    'valideren',
    'BAG',
    'Stad',
    'Kwaliteitscoördinator',
    'Ans Bos',
    '',
    'Stad',
    'Besluit',
    'GMB',
    '',
    'ja',
    'nee',
    '',
    '2026-01-01',
    '',
  ]
    .map((field, index) => change[index] ?? field)
    .join(';');

function csv(...lines: string[]): CsvFile {
  const file = readCsv(new TextEncoder().encode(lines.join('\n')));
  if ('problems' in file) throw new Error('no CSV');
  return file;
}

/** The reasons why a register is refused, with their lines. */
function reasons(entries: string[], areas: string[] = [place]): string[] {
  const read = readRegister(csv(entryHeading, ...entries), csv(areaHeading, ...areas));
  return 'problems' in read ? read.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
}

describe('reading a register', () => {
  test('a sound one is read', () => {
    expect(reasons([entry()])).toEqual([]);
  });

  test.each([
    ['a limit that is no number', { 12: '12k5' }, '2: limiet_eur 12k5 is geen heel bedrag'],
    [
      'an end before the start',
      { 17: '2025-01-01' },
      '2: geldig_tot_en_met 2025-01-01 ligt vóór geldig_van 2026-01-01.',
    ],
    ['a day that does not exist', { 16: '2026-02-30' }, '2: geldig_van 2026-02-30 is geen datum'],
    ['an unknown area', { 5: 'Tilburg' }, '2: gebied Tilburg is onbekend'],
    ['an unknown kind', { 1: 'afspraak' }, '2: soort is afspraak; kies uit'],
    ['a parent that is not there', { 2: 'E9' }, '2: uit_mandaat E9 bestaat niet.'],
    ['no holder', { 7: '' }, '2: houder is leeg.'],
  ])('%s is named with its line', (_what, change, reason) => {
    expect(reasons([entry(change)]).join('\n')).toContain(reason);
  });

  const noord = 'W1;Delfshaven;wijk;G1;';

  test.each([
    ['heel Stad', 'G1'],
    ['hele gemeente', 'G1'],
    ['de hele gemeente Stad', 'G1'],
    ['heel Delfshaven', 'W1'],
  ])('"%s" is an area', (text, code) => {
    const read = readRegister(csv(entryHeading, entry({ 5: text })), csv(areaHeading, place, noord));
    expect('register' in read && read.register.entries[0]?.area).toBe(code);
  });

  test.each([
    ['Delfshavn', 'Bedoel je Delfshaven?'],
    ['Delfzhavn', 'Bedoel je Delfshaven?'],
    ['Tilburg', 'eenduidig.'],
  ])('an unknown area is asked about when it is nearly known: %s', (text, end) => {
    expect(reasons([entry({ 5: text })], [place, noord])).toEqual([expect.stringContaining(end)]);
  });

  test('an id that comes twice is named with both lines', () => {
    expect(reasons([entry(), entry()])).toEqual(['3: id E1 staat ook in regel 2.']);
  });

  test('areas that lie in themselves are named', () => {
    const circle = ['A;Een;wijk;B;', 'B;Twee;wijk;A;', place];
    expect(reasons([entry()], circle)).toEqual([
      '2: Gebieden: Gebied Een ligt via zijn ouders in zichzelf.',
      '3: Gebieden: Gebied Twee ligt via zijn ouders in zichzelf.',
    ]);
  });

  test('missing and unknown columns are named together', () => {
    const read = readRegister(csv('id;kleur', '1;rood'), csv(areaHeading, place));
    expect(JSON.stringify(read)).toContain('Dit ontbreekt in de kop: soort,');
    expect(JSON.stringify(read)).toContain('Dit in de kop ken ik niet: kleur.');
  });
});

describe('reading who holds which function', () => {
  const read = (...lines: string[]) => readTenures(csv('functie;persoon;van;tot_en_met', ...lines));
  const tenureReasons = (...lines: string[]) => {
    const result = read(...lines);
    return 'problems' in result ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
  };

  test('one function may go from one person to the next, and be shared', () => {
    const lines = [
      'Teamleider;Ans Bos;2026-01-01;2026-06-30',
      'Teamleider;Bo Dijk;2026-07-01;',
      'Teamleider;Cas Eik;2026-07-01;',
    ];
    expect(read(...lines)).toEqual({
      tenures: [
        { function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01', until: '2026-06-30' },
        { function: 'Teamleider', person: 'Bo Dijk', from: '2026-07-01', until: undefined },
        { function: 'Teamleider', person: 'Cas Eik', from: '2026-07-01', until: undefined },
      ],
    });
  });

  test.each([
    ['no function', ';Ans;2026-01-01;', '2: functie is leeg.'],
    ['nobody', 'Teamleider;;2026-01-01;', '2: persoon is leeg.'],
    ['no first day', 'Teamleider;Ans;;', '2: van is leeg.'],
    [
      'a day that does not exist',
      'Teamleider;Ans;2026-02-30;',
      '2: van 2026-02-30 is geen datum (dd-mm-jjjj of jjjj-mm-dd).',
    ],
    [
      'a last day before the first',
      'Teamleider;Ans;2026-02-01;2026-01-31',
      '2: tot_en_met 2026-01-31 ligt vóór van 2026-02-01.',
    ],
    ['a function that holds itself', 'Ans;Ans;2026-01-01;', '2: functie en persoon zijn allebei Ans.'],
  ])('%s is named with its line', (_what, text, reason) => {
    expect(tenureReasons(text)).toEqual([reason]);
  });

  test('the same line twice is named with both lines', () => {
    const text = 'Teamleider;Ans;2026-01-01;';
    expect(tenureReasons(text, text)).toEqual(['3: Ans staat met deze functie en dag ook in regel 2.']);
  });
});
