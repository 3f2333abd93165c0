import { describe, expect, test } from 'vitest';
import { growthWords } from '../../../../src/features/team/view/growth.ts';

const weeks = (...members: (number | undefined)[]) =>
  members.map((size, n) => ({ period: `2026-W${40 + n}`, members: size }));

describe('comparing the weeks of a team', () => {
  test.each([
    ['of one size', weeks(8, 8, 8)],
    ['where two came and one left', weeks(8, 10, 9)],
    ['of forty where three came', weeks(40, 43)],
    ['that was never there before', weeks(12)],
    ['of which sizes were not kept', weeks(undefined, undefined)],
  ])('needs no care for a team %s', (_what, snapshots) => {
    expect(growthWords(snapshots)).toBe('');
  });

  test.each([
    ['took in another', weeks(8, 8, 15, 15), 'Sinds week 42 is dit team een stuk groter.'],
    ['was split', weeks(12, 6), 'Sinds week 41 is dit team een stuk kleiner.'],
    ['changed twice: the last time counts', weeks(12, 6, 14), 'Sinds week 42 is dit team een stuk groter.'],
    ['missed a week', weeks(8, undefined, 12), 'Sinds week 42 is dit team een stuk groter.'],
  ])('needs care for a team that %s', (_what, snapshots, words) => {
    expect(growthWords(snapshots)).toBe(`${words} Vergelijk met de weken ervoor dus voorzichtig.`);
  });
});
