import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveAreas } from '../../../../../src/features/mandates/import/areas.ts';
import { singlePlaces } from '../../../../../src/features/mandates/import/multi-value-cells.ts';
import { nameKey } from '../../../../../src/language/words.ts';
import { areas, type Cells, readList } from './one-cell.ts';

const row = (nr: string, more: Cells = {}): Cells => ({
  nr,
  bevoegdheid: 'taak',
  gemandateerde: 'Jan de Wit',
  ...more,
});
const ids = (rows: Cells[]) => readList(rows).entries.map(({ id }) => id);

describe('a row that names several things', () => {
  test('is an entry for each, under its own id with what it is about behind it', () => {
    expect(ids([row('2', { wijk: 'Noord, Zuid' })])).toEqual(['2-Noord', '2-Zuid']);
    expect(ids([row('2', { wijk: 'Noord, Bos en Lommer' })])).toEqual(['2-Noord', '2-Bos-en-Lommer']);
    expect(
      ids([row('R7', { wijk: 'Noord/Zuid', registratie: 'BAG/BGT', gemandateerde: 'J. Bos / A. Vis' })]),
    ).toEqual([
      'R7-BAG-Noord-J-Bos',
      'R7-BAG-Noord-A-Vis',
      'R7-BAG-Zuid-J-Bos',
      'R7-BAG-Zuid-A-Vis',
      'R7-BGT-Noord-J-Bos',
      'R7-BGT-Noord-A-Vis',
      'R7-BGT-Zuid-J-Bos',
      'R7-BGT-Zuid-A-Vis',
    ]);
  });

  test('gives the same ids when it is written another way', () => {
    expect(ids([row('2', { wijk: 'wijk Zuid en noord' })])).toEqual(['2-Zuid', '2-Noord']);
  });

  test('gives different ids without a column for them, and the same in another order', () => {
    const list = [
      { bevoegdheid: 'taak', gemandateerde: 'Jan de Wit', wijk: 'Noord, Zuid' },
      { bevoegdheid: 'taak', gemandateerde: 'Piet Bos', wijk: 'Zuid' },
    ];
    expect(new Set(ids(list)).size).toBe(3);
    expect(new Set(ids(list.toReversed()))).toEqual(new Set(ids(list)));
  });

  test('that says what another row says too is refused', () => {
    const list = [
      { bevoegdheid: 'taak', gemandateerde: 'Jan de Wit', wijk: 'Noord' },
      { bevoegdheid: 'taak', gemandateerde: 'Jan de Wit', wijk: 'Noord, Zuid' },
    ];
    expect(readList(list).refused).toEqual(['3: Deze regel zegt hetzelfde als regel 2. Haal er één weg.']);
  });

  test('is the parent of what comes from the part that is about the same', () => {
    const parents = (wijk: string) =>
      readList([
        row('2', { wijk: 'Noord, Zuid', uit: '' }),
        row('3', { wijk, uit: '2', gemandateerde: 'Piet Bos' }),
      ]);
    expect(parents('Zuid').entries.map(({ id, parent }) => [id, parent])).toEqual([
      ['2-Noord', undefined],
      ['2-Zuid', undefined],
      ['3', '2-Zuid'],
    ]);
    expect(parents('Noord, Zuid').entries.map(({ parent }) => parent)).toEqual([
      undefined,
      undefined,
      '2-Noord',
      '2-Zuid',
    ]);
    expect(parents('Zandhoven').refused).toEqual([
      '3: uit 2 is een mandaat per deel: 2-Noord, 2-Zuid. Schrijf welk deel je bedoelt, of splits deze regel ook.',
    ]);
  });

  test('is no parent when nobody holds it', () => {
    const { entries, notes } = readList([
      row('2', { uit: '', gemandateerde: 'vacature' }),
      row('3', { uit: '2' }),
    ]);
    expect(entries.map(({ id, parent }) => [id, parent])).toEqual([['3', undefined]]);
    expect(notes).toContain('Regel 3: uit "2" lees ik als leeg: dat mandaat komt niet in het register.');
  });
});

describe('a cell that stands for the one above it', () => {
  test.each(['idem', '"', '〃', 'zie boven', 'dezelfde'])('%s is filled in and named', (ditto) => {
    const { entries, notes } = readList([
      row('1', { wijk: 'Noord' }),
      row('2', { wijk: ditto, gemandateerde: ditto }),
    ]);
    expect(entries.map(({ holder, area }) => [holder, area])).toEqual([
      ['Jan de Wit', 'Z01'],
      ['Jan de Wit', 'Z01'],
    ]);
    expect(notes).toContain(`Regel 3: gemandateerde "${ditto}" lees ik als Jan de Wit.`);
  });

  test('goes down more than one row, and into the vacancy above it', () => {
    const list = ['vacature', 'idem', 'idem', 'Piet Bos', 'idem'].map((gemandateerde, n) =>
      row(`${n}`, { gemandateerde }),
    );
    expect(readList(list).entries.map(({ id, holder }) => `${id} ${holder}`)).toEqual([
      '3 Piet Bos',
      '4 Piet Bos',
    ]);
  });
});

test('rows that were read alike are counted in one line', () => {
  const list = Array.from({ length: 8 }, (_, n) =>
    row(`${n}`, { bedrag: n === 7 ? '5.000 p/m' : '5.000 p/j' }),
  );
  expect(readList(list).notes).toEqual([
    'Regels 2, 3, 4, 5, 6 en nog 2: bedrag "5.000 p/j" lees ik als geen hoogste bedrag per keer, met als voorwaarde: hoogstens € 5.000 per jaar.',
    'Regel 9: bedrag "5.000 p/m" lees ik als geen hoogste bedrag per keer, met als voorwaarde: hoogstens € 5.000 per maand.',
  ]);
});

test('a cell that is refused gets one reason, and all refused cells of a list are named', () => {
  const { refused } = readList([
    row('1', { wijk: '?', bedrag: '12k5', ingangsdatum: 'heden' }),
    row('2', { wijk: 'Oost', bedrag: '50K', ingangsdatum: '1-1-2026' }),
  ]);
  expect(refused.map((reason) => reason.split(' ').slice(0, 2).join(' '))).toEqual([
    '2: wijk',
    '2: ingangsdatum',
    '2: bedrag',
    '3: wijk',
  ]);
});

/** A pattern that goes back and forth would take minutes, which is more than a test may. */
test.each([
  'gemandateerde',
  'vervanger',
  'wijk',
  'registratie',
  'soort',
  'bedrag',
  'ingangsdatum',
  'einddatum',
  'ondermandaat',
  'bevoegdheid',
] as const)('a %s of ten thousand characters comes to an end', (column) => {
  for (const part of [
    ' ',
    'a ',
    'A. ',
    '1 ',
    '1.',
    '(',
    ' en ',
    ', ',
    '/',
    '\n',
    'Jan de Wit, ',
    'plv. ',
    'tot ',
  ]) {
    const { entries, refused } = readList([
      row('1', { [column]: `1${part.repeat(10_000)}`.slice(0, 10_000) }),
    ]);
    expect(entries.length + refused.length).toBeGreaterThan(0);
  }
});

/** What people write where nothing or nobody is meant. */
const nothing = [
  'X',
  'x',
  '-',
  '–',
  '...',
  '?',
  '??',
  'n.v.t.',
  'nvt',
  'N.V.T.',
  'niet van toepassing',
  'geen',
  'onbekend',
  'n.t.b.',
  'nog te bepalen',
  'vacature',
  'Vacature',
  'vervallen',
  'idem',
  '"',
  '〃',
  'zie boven',
  'zie B.1.1',
  'alle medewerkers',
  'nog in te vullen',
  'XXX',
  '✓',
  '*',
  'p.m.',
];

test('nothing of what people write for nobody or nothing becomes a person, a place or a registration', () => {
  const among = (...good: string[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...nothing) },
    );
  const odd = among('Noord', 'noord', 'Noord, Zuid', '');
  const name = among('Jan de Wit', 'Piet Bos / An Vis', 'TL/MW');
  const cells = fc.record({ gemandateerde: name, vervanger: name, wijk: odd, registratie: odd });
  const forbidden = new Set(nothing.map((text) => nameKey(text) || text));
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      (list, known, empty) => {
        const places = known ? areas : deriveAreas(singlePlaces(list.map(({ wijk }) => wijk)), 'Zandhoven');
        const { entries } = readList(
          list.map((one, n) => row(`${n}`, one)),
          { areas: places, ...(empty ? { emptyArea: 'everywhere', emptyRegistration: 'every' } : {}) },
        );
        read += entries.length;
        const names = entries.flatMap(({ holder, deputies, registration }) => [
          holder,
          ...deputies,
          registration,
        ]);
        for (const text of [...names.filter(Boolean), ...places.map(({ name: place }) => place)])
          expect(forbidden).not.toContain(nameKey(text) || text);
        if (!empty) for (const { area } of entries) expect(area).not.toBe(places[0]?.code);
      },
    ),
    { numRuns: 2_000, seed: 15 },
  );
  expect(read).toBeGreaterThan(50);
});
