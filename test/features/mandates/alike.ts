import type { Area } from '../../../src/features/mandates/register/register.ts';

/** A town in which a wijk and its buurt have one name, and two buurten in different wijken too. */
export const alike: Area[] = [
  { code: 'GM1', name: 'Stad', kind: 'gemeente', aliases: [] },
  { code: 'WK01', name: 'Centrum', kind: 'wijk', parent: 'GM1', aliases: [] },
  { code: 'WK02', name: 'Noord', kind: 'wijk', parent: 'GM1', aliases: [] },
  { code: 'BU0101', name: 'Centrum', kind: 'buurt', parent: 'WK01', aliases: [] },
  { code: 'BU0102', name: 'Plein', kind: 'buurt', parent: 'WK01', aliases: [] },
  { code: 'BU0201', name: 'Plein', kind: 'buurt', parent: 'WK02', aliases: [] },
];
