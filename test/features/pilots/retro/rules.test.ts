import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Ballot,
  ballotOf,
  byVotes,
  isOpen,
  lastDay,
  type RetroPoint,
  topicsOf,
  topOf,
  VOTES,
  votesFor,
} from '../../../../src/features/pilots/retro/rules.ts';

const points: RetroPoint[] = Array.from({ length: 6 }, (_, n) => ({
  id: `${n}`,
  text: `Punt ${n}`,
  column: 'good',
}));
const id = fc.constantFrom(...points.map((point) => point.id), 'weg');
const ballot = fc.record({ voter: fc.string(), points: fc.array(id, { maxLength: 8 }) });

describe('votes', () => {
  test('count once for each voter and point, three at most, and only for points that are there', () => {
    fc.assert(
      fc.property(fc.array(ballot), (ballots: Ballot[]) => {
        const votes = votesFor(points, ballots);
        expect([...votes.keys()].sort()).toEqual(points.map((point) => point.id));
        const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
        expect(total).toBeLessThanOrEqual(ballots.length * VOTES);
        for (const count of votes.values()) expect(count).toBeLessThanOrEqual(ballots.length);
      }),
    );
  });

  test('come out the same in whatever order they were given', () => {
    fc.assert(
      fc.property(fc.array(ballot), (ballots) => {
        expect(votesFor(points, ballots.toReversed())).toEqual(votesFor(points, ballots));
      }),
    );
  });

  test('put a point with more before one with fewer, and leave the others as they came', () => {
    const votes = new Map([
      ['4', 2],
      ['1', 1],
    ]);
    expect(byVotes(points, votes).map((point) => point.id)).toEqual(['4', '1', '0', '2', '3', '5']);
  });

  test('may go to three points, each once', () => {
    expect(ballotOf(points, ['0', '0', '1', 'weg', '2'])).toEqual(['0', '1', '2']);
    expect(ballotOf(points, ['0', '1', '2', '3'])).toBeUndefined();
    expect(ballotOf(points, [])).toEqual([]);
  });
});

describe('votes for groups', () => {
  /** The same points, some of them in groups: for each the name of its group, or none. */
  const grouped = (names: readonly (string | undefined)[]) =>
    points.map((point, n) => ({ ...point, group: names[n] }));
  const grouping = fc.array(fc.constantFrom(undefined, 'a', 'b'), { minLength: 6, maxLength: 6 });

  test('count a voter once for a group, and none gets stuck however points are put together later', () => {
    fc.assert(
      fc.property(fc.array(ballot), grouping, (ballots, names) => {
        const list = grouped(names);
        const votes = votesFor(list, ballots);
        expect([...votes.keys()].sort()).toEqual(
          topicsOf(list)
            .map((topic) => topic.id)
            .sort(),
        );
        for (const { points: chosen } of ballots) {
          const own = votesFor(list, [{ voter: 'x', points: chosen }]);
          const there = chosen.slice(0, VOTES).filter((one) => one !== 'weg');
          // Who voted for anything that is there still votes for something, and for nothing twice.
          expect([...own.values()].some((count) => count > 0)).toBe(there.length > 0);
          expect(Math.max(0, ...own.values())).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('make a top of topics, each once and with a vote', () => {
    fc.assert(
      fc.property(fc.array(ballot), grouping, (ballots, names) => {
        const list = grouped(names);
        const votes = votesFor(list, ballots);
        const top = topOf(list, ballots).map((topic) => topic.id);
        expect(new Set(top).size).toBe(top.length);
        expect(top.length).toBeLessThanOrEqual(3);
        for (const one of top) expect(votes.get(one)).toBeGreaterThan(0);
      }),
    );
  });

  test('may go to three groups, each chosen by any of its points', () => {
    const list = grouped(['a', 'a', 'b', 'b', undefined, undefined]);
    expect(ballotOf(list, ['1', '0', '3', '4'])).toEqual(['0', '2', '4']);
    expect(ballotOf(list, ['1', '3', '4', '5'])).toBeUndefined();
  });
});

describe('a board', () => {
  const board = { id: 'R-1', pilot: 'P-1', opened: '2026-11-20', phase: 'open' as const };
  test('is open for two weeks, or until it is closed', () => {
    expect(lastDay('2026-11-20')).toBe('2026-12-04');
    expect(isOpen(board, '2026-12-04')).toBe(true);
    expect(isOpen(board, '2026-12-05')).toBe(false);
    expect(isOpen({ ...board, phase: 'closing' }, '2026-11-20')).toBe(false);
  });
});
