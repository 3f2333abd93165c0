import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../../src/features/team/snapshot/snapshot.ts';
import { lineData } from '../../../../src/features/team/view/line.ts';

const shown = (period: string, average: 2 | 2.5 | 3 | 3.5 | 4 = 3): Snapshot => ({
  period,
  picture: { count: '6-9', average, themes: [] },
});
const hidden = (period: string): Snapshot => ({ period });
const legends = (snapshots: readonly Snapshot[]) => lineData(snapshots).lines.map(({ legend }) => legend);

describe('the line of a team', () => {
  test('is one line while every week is shown, over the turn of the year as well', () => {
    const { lines } = lineData([shown('2026-W52', 3.5), shown('2026-W53'), shown('2027-W01', 2)]);
    expect(lines).toEqual([
      {
        legend: 'Gemiddelde',
        points: [
          { x: '52', y: 3.5 },
          { x: '53', y: 3 },
          { x: '1', y: 2 },
        ],
      },
    ]);
  });

  test('has a gap where a week stays hidden, and says so in the table', () => {
    const weeks = [
      shown('2026-W40'),
      shown('2026-W41'),
      hidden('2026-W42'),
      hidden('2026-W43'),
      shown('2026-W44'),
    ];
    expect(legends(weeks)).toEqual(['Week 40 tot en met 41', 'Week 44']);
    expect(lineData(weeks).rows.map(({ value }) => value)).toEqual([
      '3 (gaat wel)',
      '3 (gaat wel)',
      'te weinig antwoorden',
      'te weinig antwoorden',
      '3 (gaat wel)',
    ]);
  });

  test('is left out while there is one week to show, or none', () => {
    expect(legends([])).toEqual([]);
    expect(legends([hidden('2026-W40'), shown('2026-W41'), hidden('2026-W42')])).toEqual([]);
  });

  test('holds the last twelve weeks', () => {
    const weeks = Array.from({ length: 20 }, (_, n) => shown(`2026-W${20 + n}`));
    expect(lineData(weeks).rows.map(({ week }) => week)).toEqual(
      Array.from({ length: 12 }, (_, n) => `Week ${28 + n}`),
    );
  });
});
