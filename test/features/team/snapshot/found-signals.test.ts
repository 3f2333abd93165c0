import { describe, expect, test } from 'vitest';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import { foundIn, newIn } from '../../../../src/features/team/snapshot/found-signals.ts';
import type { Picture } from '../../../../src/features/team/snapshot/rules.ts';

describe('what published values tell', () => {
  const picture = (average: Picture['average'], more: Partial<Picture> = {}): Picture => ({
    count: '10-19',
    average,
    themes: [],
    ...more,
  });
  const line = (...pictures: (Picture | undefined)[]) =>
    pictures.map((shown, n) => ({ period: `2026-W${10 + n}`, picture: shown }));

  test('is a drop of a full point against the four before, hidden weeks passed over', () => {
    const before = [picture(4), picture(4), undefined, picture(3), picture(3)];
    expect(foundIn(line(...before, picture(2.5)))).toEqual([{ source: 'drop' }]);
    expect(foundIn(line(...before, picture(3)))).toEqual([]);
    expect(foundIn(line(...before.slice(1), picture(2)))).toEqual([]);
  });

  test('is a low band of thirty percent', () => {
    const bands = (percent: number) => ({
      bands: [
        { from: 1, to: 2, percent },
        { from: 3, to: 5, percent: 100 - percent },
      ],
    });
    expect(foundIn(line(picture(3, bands(30))))).toEqual([{ source: 'low' }]);
    expect(foundIn(line(picture(3, bands(20))))).toEqual([]);
    expect(
      foundIn(
        line(
          picture(3, {
            bands: [
              { from: 1, to: 3, percent: 60 },
              { from: 4, to: 5, percent: 40 },
            ],
          }),
        ),
      ),
    ).toEqual([]);
  });

  test('is a theme three times running, and a hidden week breaks the run', () => {
    const busy = picture(3, { themes: ['werkdruk'] });
    expect(foundIn(line(busy, busy, busy))).toEqual([{ source: 'theme', theme: 'werkdruk' }]);
    expect(foundIn(line(busy, busy))).toEqual([]);
    expect(foundIn(line(busy, undefined, busy, busy))).toEqual([]);
  });

  test('is nothing when the newest week is hidden', () => {
    expect(foundIn(line(picture(4), undefined))).toEqual([]);
    expect(foundIn([])).toEqual([]);
  });

  test('is not told again while it is being looked at', () => {
    const signal: Signal = {
      id: 'S',
      source: 'theme',
      theme: 'werkdruk',
      state: 'seeing',
      day: '2026-11-01',
      moved: '2026-11-01',
      words: {},
    };
    const found = [{ source: 'theme' as const, theme: 'werkdruk' as const }];
    expect(newIn(found, [signal])).toEqual([]);
    expect(newIn(found, [{ ...signal, theme: 'leren' }])).toEqual(found);
    expect(newIn(found, [{ ...signal, state: 'answered' }])).toEqual(found);
  });
});
