import { describe, expect, test } from 'vitest';
import type { Signal } from '../../../src/features/team/signals/signal.ts';
import { foundIn, newIn } from '../../../src/features/team/snapshot/found-signals.ts';
import { parentOf, partOf } from '../../../src/features/team/snapshot/parents.ts';
import { type Answered, type Picture, pictureOf } from '../../../src/features/team/snapshot/rules.ts';
import type { Theme } from '../../../src/people/themes.ts';

const of = (scores: readonly number[], themes: Theme[] = []): Answered[] =>
  scores.map((score) => ({ score, themes }));
const times = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

describe('a picture of a group', () => {
  test('is there from six answers', () => {
    expect(pictureOf(of(times(5, 3)))).toBeUndefined();
    expect(pictureOf(of(times(6, 3)))).toEqual({ count: '6-9', average: 3, themes: [] });
  });

  test.each([
    [6, '6-9'],
    [9, '6-9'],
    [10, '10-19'],
    [19, '10-19'],
    [20, '20+'],
  ])('of %i answers tells %s', (answers, count) => {
    expect(pictureOf(of(times(answers, 3)))?.count).toBe(count);
  });

  test.each([
    ['nothing below 2', times(6, 1), 2],
    ['nothing above 4', times(6, 5), 4],
    ['half points', [3, 3, 3, 3, 4, 4], 3.5],
    ['the nearer half point', [3, 3, 3, 3, 3, 4], 3],
  ])('tells %s', (_what, scores, average) => {
    expect(pictureOf(of(scores))?.average).toBe(average);
  });

  test('tells a theme that three named, and not one that two named', () => {
    const answers = [...of(times(3, 3), ['werkdruk']), ...of(times(2, 3), ['leren']), ...of([3])];
    expect(pictureOf(answers)?.themes).toEqual(['werkdruk']);
  });

  test('tells bands from ten answers, in steps of ten percent that make a hundred', () => {
    expect(pictureOf(of([...times(3, 1), ...times(3, 3), ...times(3, 5)]))?.bands).toBeUndefined();
    expect(pictureOf(of([...times(4, 2), ...times(4, 3), ...times(5, 4)]))?.bands).toEqual([
      { from: 1, to: 2, percent: 30 },
      { from: 3, to: 3, percent: 30 },
      { from: 4, to: 5, percent: 40 },
    ]);
  });

  test('joins a band of fewer than three to its smaller neighbour, also an empty one', () => {
    expect(pictureOf(of([...times(4, 2), ...times(2, 3), ...times(6, 4)]))?.bands).toEqual([
      { from: 1, to: 3, percent: 50 },
      { from: 4, to: 5, percent: 50 },
    ]);
    expect(pictureOf(of([...times(9, 3), 5]))?.bands).toBeUndefined();
  });

  test('leaves bands out where the average would pin people down', () => {
    // Half of the answers three or lower and an average of four: then all of those are threes, and all others fives.
    expect(pictureOf(of([...times(5, 3), ...times(5, 5)]))).toEqual({
      count: '10-19',
      average: 4,
      themes: [],
    });
  });
});

describe('a picture of what lies above', () => {
  const team = (answers: readonly Answered[]) => partOf(pictureOf(answers), answers);
  const good = team(of(times(6, 4), ['leren']));
  const bad = team(of(times(12, 2)));

  test('is made of the pictures of teams', () => {
    expect(parentOf([good, bad]).picture).toEqual({ count: '10-19', average: 3, themes: ['leren'] });
  });

  test('is that of the only team there is', () => {
    expect(parentOf([good, team([])]).picture).toEqual(good.shown[0]);
  });

  test.each([1, 5])('is hidden while %i answers are hidden in it, and those go one level up', (hidden) => {
    const { picture, part } = parentOf([good, team(of(times(hidden, 1)))]);
    expect(picture).toBeUndefined();
    expect(part.hidden).toHaveLength(hidden);
    const above = parentOf([part, team(of(times(6 - hidden, 1)))]);
    expect(above.picture).toEqual({ count: '10-19', average: 3, themes: ['leren'] });
  });

  test('is there when what is hidden makes six together', () => {
    expect(parentOf([team(of(times(3, 4))), team(of(times(3, 4)))]).picture?.average).toBe(4);
  });

  test('is empty where nobody answered', () => {
    expect(parentOf([]).picture).toBeUndefined();
  });
});

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
