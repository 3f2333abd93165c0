import { describe, expect, test } from 'vitest';
import { readCell } from './one-cell.ts';

const firstDay = (cell: string) => {
  const { entries, notes, refused } = readCell('ingangsdatum', cell);
  return { from: entries[0]?.from, notes, refused };
};
const lastDay = (cell: string) => {
  const { entries, notes, refused } = readCell('einddatum', cell);
  return { until: entries[0]?.until, notes, refused };
};

describe('a cell with the first day', () => {
  test.each([
    "1-1-'26",
    '1-1-’26',
    '01-01-26',
    '1/1/26',
    '1 jan 2026',
    '1 jan 26',
    '1-jan-2026',
    '1-januari-2026',
    '1e januari 2026',
    'donderdag 1 januari 2026',
    '01/01/2026',
    '01.01.2026',
    '1 - 1 - 2026',
    '01 01 2026',
    '1–1–2026',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    'per 1-1-2026',
    'vanaf 1 januari 2026',
    'm.i.v. 1-1-2026',
    'met ingang van 1 januari 2026',
    '1-1-2026 ',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01 00:00:00',
    '1-1-2026 0:00:00',
  ])('%j is 1 January 2026', (cell) => {
    expect(firstDay(cell)).toEqual({ from: '2026-01-01', notes: [], refused: [] });
  });

  test.each([
    ['jan 2026', '1-1-2026: de eerste dag'],
    ['januari 2026', '1-1-2026: de eerste dag'],
    ['01-2026', '1-1-2026: de eerste dag'],
    ['2026-01', '1-1-2026: de eerste dag'],
    ['2026', '1-1-2026: de eerste dag'],
    ['46023', '1-1-2026: zo telt Excel dagen'],
    ['1-1-2026 (nieuw)', '1-1-2026: de rest van de cel lees ik niet'],
    ['1-1-2026 onder voorbehoud', '1-1-2026: de rest van de cel lees ik niet'],
  ])('%j is read and named in the notes', (cell, readAs) => {
    expect(firstDay(cell)).toEqual({
      from: '2026-01-01',
      notes: [`Regel 2: ingangsdatum "${cell}" lees ik als ${readAs}.`],
      refused: [],
    });
  });

  test.each([
    'direct',
    'per direct',
    'heden',
    'z.s.m.',
    'na publicatie',
    'n.t.b.',
    '?',
    '-',
    'n.v.t.',
    '1-1-2026?',
    'ca. 1-1-2026',
    'vóór 1-1-2026',
    '1-1-2026 t/m 31-12-2026',
    '1-1-2026 (was 1-1-2020)',
    '2025-12-31T23:00:00.000Z',
    'Q1 2026',
    'eind 2026',
    'jan-26',
    '31-2-2026',
    '12-31-2026',
    '2026-13-01',
    '1-1-98',
    '1-1-0206',
    '1-1-2206',
    '99999',
    '123',
    '1-1-2026x',
    '',
  ])('%j is refused with what to do', (cell) => {
    const { from, refused } = firstDay(cell);
    expect(from).toBeUndefined();
    expect(refused).toEqual([expect.stringMatching(/^2: ingangsdatum .*(?:dd-mm-jjjj|is leeg)/)]);
  });
});

describe('a cell with the last day', () => {
  test.each([
    ['31-12-2026', '2026-12-31'],
    ['31-12-26', '2026-12-31'],
    ['t/m 31-12-2026', '2026-12-31'],
    ['tot en met 1-3-2026', '2026-03-01'],
    ['uiterlijk 31-12-2026', '2026-12-31'],
    ['onbepaald', undefined],
    ['onbepaalde tijd', undefined],
    ['n.v.t.', undefined],
    ['geen', undefined],
    ['-', undefined],
    ['', undefined],
    ['31-12-9999', undefined],
  ])('%j is %j', (cell, until) => {
    expect(lastDay(cell)).toEqual({ until, notes: [], refused: [] });
  });

  test.each([
    ['tot 1-3-2026', '2026-02-28', '28-2-2026: de dag ervoor is de laatste'],
    ['tot 2027', '2026-12-31', '31-12-2026: de dag ervoor is de laatste'],
    ['dec 2026', '2026-12-31', '31-12-2026: de laatste dag'],
    ['feb 2028', '2028-02-29', '29-2-2028: de laatste dag'],
    ['2026', '2026-12-31', '31-12-2026: de laatste dag'],
    ['t/m 2027', '2027-12-31', '31-12-2027: de laatste dag'],
    ['46387', '2026-12-31', '31-12-2026: zo telt Excel dagen'],
    ['tot nader order', undefined, 'geen einddatum'],
    ['heden', undefined, 'geen einddatum'],
  ])('%j is read and named in the notes', (cell, until, readAs) => {
    const read = lastDay(cell);
    expect(read).toMatchObject({ until, refused: [] });
    expect(read.notes).toEqual([expect.stringContaining(`lees ik als ${readAs}`)]);
  });

  test.each(['?', 'onbekend', 'n.t.b.', 'vervallen', 'eind 2026', 'einde dienstverband', '31-2-2026'])(
    '%j is refused with what to do',
    (cell) => {
      expect(lastDay(cell).refused).toEqual([expect.stringMatching(/^2: einddatum .*dd-mm-jjjj/)]);
    },
  );
});
