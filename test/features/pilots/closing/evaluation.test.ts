import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedNames,
  type Course,
  type Evaluation,
  FEWEST_EVALUATIONS,
  resultOf,
  ticksOf,
  tickWords,
} from '../../../../src/features/pilots/closing/evaluation.ts';

/** More than ever answer. */
const MANY = 50;
const score = fc.integer({ min: 1, max: 5 });
const evaluation: fc.Arbitrary<Evaluation> = fc.record({
  scores: fc.dictionary(fc.constantFrom(...askedNames), score),
  open: fc.oneof(fc.constant(''), fc.string({ minLength: 1, maxLength: 20 })),
});

describe('evaluations together', () => {
  test('show nothing under six, and then no number more exact than a half, between 2 and 4', () => {
    fc.assert(
      fc.property(fc.array(evaluation, { maxLength: 30 }), (all) => {
        const result = resultOf(all, MANY);
        if (all.length < FEWEST_EVALUATIONS) {
          expect(result).toBeUndefined();
          return;
        }
        expect(['6–9', '10–19', '20+']).toContain(result?.count);
        for (const { words } of result?.averages ?? [])
          expect(['2 of lager', '2,5', '3', '3,5', '4 of hoger']).toContain(words);
      }),
    );
  });

  test('leave out an aspect that fewer than six answered', () => {
    const all = Array.from(
      { length: 7 },
      (_, n): Evaluation => ({
        scores: n < 5 ? { clear: 3, time: 3 } : { time: 3 },
        open: '',
      }),
    );
    expect(resultOf(all, MANY)?.averages).toEqual([{ aspect: 'time', words: '3' }]);
  });

  test.each([7, 9, 10, 11, 20, 21, 50])(
    'tell of %i who could answer the same whether all of them did or all but one',
    (could) => {
      const told = (answers: number) =>
        resultOf(
          Array.from({ length: answers }, (): Evaluation => ({ scores: {}, open: '' })),
          could,
        )?.count;
      expect(told(could)).toBeDefined();
      expect(told(could)).toBe(told(could - 1));
    },
  );

  test('are the same in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(evaluation, { minLength: 6, maxLength: 20 }), (all) => {
        expect(resultOf(all.toReversed(), MANY)).toEqual(resultOf(all, MANY));
      }),
    );
  });

  test('leave at least three answers possible for each other member to who knows their own', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 6, maxLength: 20 }), (scores) => {
        const wordsOf = (list: readonly number[]) =>
          resultOf(
            list.map((given) => ({ scores: { clear: given }, open: '' })),
            MANY,
          )?.averages[0]?.words;
        const [own = 3] = scores;
        const seen = wordsOf(scores);
        const others = scores.length - 2;
        // What the rest may add up to, as evenly as it can be: only the sum counts for an average.
        const restsOf = (sum: number) =>
          Array.from({ length: others }, (_, n) => Math.floor((sum + n) / others));
        const possible = [1, 2, 3, 4, 5].filter((theirs) =>
          Array.from({ length: 4 * others + 1 }, (_, n) => others + n).some(
            (sum) => wordsOf([own, theirs, ...restsOf(sum)]) === seen,
          ),
        );
        expect(possible.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('the list of a step', () => {
  const course = (change: Partial<Course>): Course => ({
    kind: 'rolpilot',
    from: '2026-11-16',
    until: '2026-12-18',
    day: '2026-12-18',
    whole: false,
    learnings: 0,
    shared: 0,
    ...change,
  });
  const first = (change: Partial<Course>) => ticksOf(course(change))[0];

  test.each<[string, Partial<Course>, string, boolean]>([
    ['a rolpilot up to its last day', {}, 'De rolpilot is gedaan', true],
    ['one that was late', { day: '2027-01-05' }, 'De rolpilot is gedaan', true],
    ['one that stopped sooner', { day: '2026-12-01' }, 'De rolpilot is gedaan, eerder dan gepland', true],
    ['one of two days', { day: '2026-11-17' }, 'De rolpilot duurde 2 dagen en geen hele week', false],
    ['one that did not begin', { day: '2026-11-13' }, 'De rolpilot is gedaan', false],
    [
      'a whole proefweek',
      { kind: 'proefweek', until: '2026-11-20', day: '2026-11-20' },
      'De proefweek is gedaan, en telt als rolpilot',
      true,
    ],
    [
      'a proefweek of two days',
      { kind: 'proefweek', until: '2026-11-17', day: '2026-11-17' },
      'De proefweek duurde 2 dagen en geen hele week',
      false,
    ],
    [
      'a proefweek that stopped on its first day',
      { kind: 'proefweek', until: '2026-11-20', day: '2026-11-16' },
      'De proefweek duurde 1 dag en geen hele week',
      false,
    ],
    [
      'a proefweek with a weekend in it',
      { kind: 'proefweek', from: '2026-11-19', until: '2026-11-24', day: '2026-11-24' },
      'De proefweek duurde 4 dagen en geen hele week',
      false,
    ],
    [
      'a mini-pilot of which the stream was gone through',
      { kind: 'mini-pilot', whole: true },
      'De gekozen stroom mutaties is doorlopen',
      true,
    ],
    [
      'a procespilot that was not gone through',
      { kind: 'procespilot' },
      'Minstens één proces is van begin tot eind doorlopen',
      false,
    ],
  ])('says of %s what is so', (_, change, text, done) => {
    expect(first(change)).toEqual({ text, done });
  });

  test('is ticked from facts', () => {
    const done = (change: Partial<Course>) => ticksOf(course(change)).map((tick) => tick.done);
    expect(done({ learnings: 2 })).toEqual([true, true, false]);
    expect(done({ learnings: 2, shared: 1 })).toEqual([true, true, true]);
    expect(done({ kind: 'procespilot', learnings: 1, shared: 1 })).toEqual([false, true]);
  });

  test.each([
    ['De rolpilot is gedaan', true, '✓ De rolpilot is gedaan'],
    ['Leerpunten zijn gedeeld', false, '○ Leerpunten zijn nog niet gedeeld'],
    ['De gekozen stroom mutaties is doorlopen', false, '○ De gekozen stroom mutaties is nog niet doorlopen'],
    [
      'Minstens één proces is van begin tot eind doorlopen',
      false,
      '○ Nog geen proces is van begin tot eind doorlopen',
    ],
    ['De rolpilot duurde 2 dagen: geen hele week', false, '○ De rolpilot duurde 2 dagen: geen hele week'],
  ])('says "%s" (done: %s) as one sentence', (text, done, line) =>
    expect(tickWords({ text, done })).toBe(line),
  );
});
