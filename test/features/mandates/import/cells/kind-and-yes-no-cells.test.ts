import { describe, expect, test } from 'vitest';
import { readCell } from './one-cell.ts';

const kindsOf = (cell: string) => {
  const { entries, notes, refused } = readCell('soort', cell);
  return { kinds: entries.map(({ kind }) => kind), notes: notes.length, refused };
};

describe('a cell with the legal form', () => {
  test.each([
    ['Mandaat', ['mandaat'], 0],
    ['Mandaat ', ['mandaat'], 0],
    ['Mandaat (M)', ['mandaat'], 0],
    ['machtiging ', ['machtiging'], 0],
    ['Ondermandaat', ['ondermandaat'], 0],
    ['onder-mandaat', ['ondermandaat'], 0],
    ['submandaat', ['ondermandaat'], 0],
    ['Delegatie', ['delegatie'], 0],
    ['M', ['mandaat'], 1],
    ['V', ['volmacht'], 1],
    ['MA', ['machtiging'], 1],
    ['m.', ['mandaat'], 1],
    ['mandaat/volmacht', ['mandaat', 'volmacht'], 1],
    ['M/V', ['mandaat', 'volmacht'], 1],
    ['M/V/MA', ['mandaat', 'volmacht', 'machtiging'], 1],
    ['mandaat en machtiging', ['mandaat', 'machtiging'], 1],
    ['Mandaat, volmacht', ['mandaat', 'volmacht'], 1],
    ['mandaat (beperkt)', ['mandaat'], 1],
  ])('%j is %j', (cell, kinds, notes) => {
    expect(kindsOf(cell)).toEqual({ kinds, notes, refused: [] });
  });

  test.each([
    ['attributie', 'Haal de regel weg.'],
    ['besluit', 'kies uit mandaat, ondermandaat'],
    ['Mandaat (V)', 'Kies er één.'],
    ['-', 'kies uit mandaat'],
    ['n.v.t.', 'kies uit mandaat'],
    ['?', 'kies uit mandaat'],
    ['', 'kies uit mandaat'],
  ])('%j is refused with what to do', (cell, what) => {
    expect(kindsOf(cell).refused).toEqual([expect.stringContaining(what)]);
  });
});

const subGranting = (cell: string) => {
  const { entries, notes, refused } = readCell('ondermandaat', cell);
  return { says: entries[0]?.subGranting, conditions: entries[0]?.conditions, notes: notes.length, refused };
};

describe('a cell of yes or no', () => {
  test.each([
    ...['Ja', 'j', 'toegestaan', 'mogelijk', 'x', '✓', '✔', '☑', 'WAAR', '1'].map((cell) => [cell, true]),
    ...['nee', 'N', 'niet toegestaan', 'uitgesloten', 'n.v.t.', '-', '', '☐', '0'].map((cell) => [
      cell,
      false,
    ]),
  ] as [string, boolean][])('%j is %j', (cell, says) => {
    expect(subGranting(cell)).toEqual({ says, conditions: '', notes: 0, refused: [] });
  });

  test.each([
    ['ja, tot AH', true, 'ondermandaat: tot AH'],
    ['ja (schriftelijk)', true, 'ondermandaat: schriftelijk'],
    ['toegestaan mits schriftelijk', true, 'ondermandaat: mits schriftelijk'],
    ['nee, tenzij schriftelijk', false, 'ondermandaat: nee, tenzij schriftelijk'],
    ['V', true, ''],
  ])('%j is read and named in the notes', (cell, says, conditions) => {
    expect(subGranting(cell)).toEqual({ says, conditions, notes: 1, refused: [] });
  });

  test.each(['beperkt', 'ja/nee', 'j/n', 'ja of nee', 'ja?', '?', 'onbekend', 'alleen AH', 'ja, mits', '2'])(
    '%j is refused with what to do',
    (cell) => {
      expect(subGranting(cell).refused).toEqual([expect.stringContaining('Schrijf ja of nee')]);
    },
  );

  test('is read so in the column of four eyes too', () => {
    expect(readCell('vier ogen', 'verplicht, door de teamleider').entries).toMatchObject([
      { fourEyes: true, conditions: 'vier ogen: door de teamleider' },
    ]);
    expect(readCell('vier ogen', 'niet nodig').entries).toMatchObject([{ fourEyes: false }]);
    expect(readCell('vier ogen', 'soms').refused).toHaveLength(1);
  });
});
