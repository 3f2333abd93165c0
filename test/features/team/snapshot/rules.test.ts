import { describe, expect, test } from 'vitest';
import { type Answered, pictureOf, withoutEverybody } from '../../../../src/features/team/snapshot/rules.ts';
import type { Theme } from '../../../../src/people/themes.ts';

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

describe('a picture of a team tells nobody whether they answered', () => {
  const told = (answers: number, members: number) => {
    const picture = pictureOf(of(times(answers, 3)));
    return picture && withoutEverybody(picture, members);
  };

  test.each(Array.from({ length: 34 }, (_, n) => n + 7))(
    'of %i who could, it says the same whether all of them did or all but one',
    (members) => {
      expect(told(members, members)).toBeDefined();
      expect(told(members, members)).toEqual(told(members - 1, members));
    },
  );

  test('of ten it has no bands either, whatever they answered', () => {
    const picture = pictureOf(of([...times(5, 2), ...times(5, 4)]));
    expect(picture?.bands).toBeDefined();
    expect(picture && withoutEverybody(picture, 10)).toEqual({ count: '6+', average: 3, themes: [] });
  });
});
