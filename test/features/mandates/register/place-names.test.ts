import { describe, expect, test } from 'vitest';
import { namedIn } from '../../../../src/features/mandates/register/named.ts';
import { placeNames } from '../../../../src/features/mandates/register/place-names.ts';
import { noRecords } from '../../../../src/features/mandates/register/records.ts';
import type { Area } from '../../../../src/features/mandates/register/register.ts';
import { alike } from '../alike.ts';
import { bareEntry } from '../town.ts';

const buurt = (code: string, name: string, change: Partial<Area> = {}): Area => ({
  code,
  name,
  kind: 'buurt',
  parent: 'WK01',
  aliases: [],
  ...change,
});

describe('what an area is called', () => {
  test.each([
    ['WK02', 'Noord'],
    ['WK01', 'wijk Centrum'],
    ['BU0101', 'buurt Centrum'],
    ['BU0102', 'buurt Plein in wijk Centrum'],
    ['BU0201', 'buurt Plein in Noord'],
    ['BU9999', 'BU9999'],
  ])('%s is %s', (code, name) => {
    expect(placeNames(alike)(code)).toBe(name);
  });

  test('has the code in it where nothing else tells two apart', () => {
    const nameOf = placeNames([...alike, buurt('BU0103', 'Plein')]);
    expect(nameOf('BU0102')).toBe('buurt Plein BU0102');
    expect(nameOf('BU0103')).toBe('buurt Plein BU0103');
    expect(nameOf('BU0201')).toBe('buurt Plein in Noord');
  });

  test('is no other name of another area, in whichever capitals', () => {
    const nameOf = placeNames([...alike, buurt('BU0104', 'Hof', { aliases: ['noord', 'wijk centrum'] })]);
    expect(nameOf('WK02')).toBe('wijk Noord');
    expect(nameOf('WK01')).toBe('wijk Centrum in Stad');
    expect(nameOf('BU0104')).toBe('Hof');
  });

  test('is different for each area, also of names that read like what tells others apart', () => {
    const areas = [
      ...alike,
      buurt('B1', 'Wijk Centrum'),
      buurt('B2', 'buurt Centrum', { parent: 'WK02' }),
      buurt('B3', 'Buurt Plein in Noord'),
      buurt('B4', 'WK01'),
      buurt('B5', '🌳'),
      buurt('B6', '🌳'),
    ];
    const names = areas.map(({ code }) => placeNames(areas)(code).toLowerCase());
    expect(new Set(names).size).toBe(areas.length);
  });

  test('says once of which kind it is', () => {
    const areas = [buurt('B1', 'Buurt Oost'), buurt('B2', 'Buurt Oost', { parent: 'WK02' })];
    expect(placeNames([...alike, ...areas])('B1')).toBe('Buurt Oost in wijk Centrum');
  });
});

test('somebody who asks what is known of them reads for which of two areas of one name', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const areas = alike.map((value) => ({ value, at }));
  const entries = [{ value: bareEntry({ area: 'WK01' }), at }];
  expect(namedIn({ ...noRecords, areas, entries }, ['Ans Bos'])).toEqual([
    'M1: jij mag dit. BAG valideren, wijk Centrum, vanaf 1 januari 2026.',
  ]);
});
