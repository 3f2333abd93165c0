import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../../src/features/team/snapshot/snapshot.ts';
import { lineData } from '../../../../src/features/team/view/line.ts';

const shown = (period: string, average: 2 | 2.5 | 3 | 3.5 | 4 = 3): Snapshot => ({
  period,
  picture: { count: '6-9', average, themes: [] },
});
const hidden = (period: string): Snapshot => ({ period });
/** Each week with the words above its dot, as one reads the table. */
const read = (snapshots: readonly Snapshot[]) => {
  const { scale, rows } = lineData(snapshots);
  return rows.map(({ week, marks }) => {
    const column = marks.indexOf('●');
    return `${week}: ${column < 0 ? 'no dot' : scale[column]}`;
  });
};

describe('the line of a team', () => {
  test('has a dot for each week under words, newest first, over the turn of the year as well', () => {
    expect(read([shown('2026-W52', 3.5), shown('2026-W53'), shown('2027-W01', 2)])).toEqual([
      'Week 1: Zwaar',
      'Week 53: Gaat wel',
      'Week 52: ·',
    ]);
  });

  test('has one dot a week, each average in a column of its own', () => {
    const { rows } = lineData(
      ([2, 2.5, 3, 3.5, 4] as const).map((average, n) => shown(`2026-W4${n}`, average)),
    );
    expect(rows.map(({ marks }) => marks.indexOf('●'))).toEqual([4, 3, 2, 1, 0]);
    for (const { marks } of rows) expect(marks.filter(Boolean)).toHaveLength(1);
  });

  test('has no dot where a week stays hidden, and says why', () => {
    const weeks = [shown('2026-W40'), hidden('2026-W42'), shown('2026-W44', 4)];
    expect(read(weeks)).toEqual(['Week 44: Goed', 'Week 42: no dot', 'Week 40: Gaat wel']);
    expect(lineData(weeks).hidden).toBe(true);
    expect(lineData([shown('2026-W40'), shown('2026-W41')]).hidden).toBe(false);
  });

  test('is left out while there is one week to show, or none', () => {
    expect(read([])).toEqual([]);
    expect(read([hidden('2026-W40'), shown('2026-W41'), hidden('2026-W42')])).toEqual([]);
  });

  test('holds the last twelve weeks, and no figure', () => {
    const weeks = Array.from({ length: 20 }, (_, n) => shown(`2026-W${20 + n}`));
    expect(lineData(weeks).rows.map(({ week }) => week)).toEqual(
      Array.from({ length: 12 }, (_, n) => `Week ${39 - n}`),
    );
    expect(JSON.stringify(lineData(weeks).scale)).not.toMatch(/\d/);
  });
});
