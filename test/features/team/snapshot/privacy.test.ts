import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adversary } from '../../../../bench/privacy/adversary.ts';
import { historyOf } from '../../../../bench/privacy/history.ts';
import { piecesOf, violationsIn, withoutPart } from '../../../../bench/privacy.ts';
import { type Answered, fewestSix, pictureOf } from '../../../../src/features/team/snapshot/rules.ts';
import { type Theme, themes } from '../../../../src/people/themes.ts';

/** trust:fewest-six: for every other member at least three answers stay possible to who knows their own. */

const answer = fc.record({
  score: fc.integer({ min: 1, max: 5 }),
  themes: fc.uniqueArray(fc.constantFrom(...(Object.keys(themes) as Theme[])), { maxLength: 2 }),
});
/** Many alike, a few different: where a picture tells most. */
const alike = fc
  .tuple(answer, fc.integer({ min: 3, max: 16 }), fc.array(answer, { maxLength: 6 }))
  .map(([one, times, others]): Answered[] => [...Array.from({ length: times }, () => one), ...others]);

describe('an adversary who reads every picture', () => {
  test('finds nothing, whatever a group answered', () => {
    const look = adversary(fewestSix);
    fc.assert(
      fc.property(fc.oneof(alike, fc.array(answer, { minLength: 6, maxLength: 20 })), (answers) => {
        const picture = pictureOf(answers);
        if (!picture) return answers.length < fewestSix.fewest;
        const named = new Map(answers.map((given, n) => [`p${n}`, given]));
        return look({ picture, answers: named }, new Set()) === 0;
      }),
      { numRuns: 2_000 },
    );
  });

  test('finds nothing in twelve periods of joining, leaving and skipping', () => {
    expect(violationsIn(40, fewestSix)).toBe(0);
  });

  test.each(Object.entries(withoutPart))(
    'finds something as soon as the rule misses its %s',
    (_part, off) => {
      // Further seeds than those above: of a manager who counts one looks longer for a trace.
      let found = 0;
      for (let seed = 1; found === 0 && seed <= 400; seed += 20)
        found = violationsIn(20, { ...fewestSix, ...off }, seed);
      expect(found).toBeGreaterThan(0);
    },
  );

  test('looks at histories in which people come, go, move and skip, and at what hidden teams hold together', () => {
    const periods = historyOf(7);
    const who = periods.map((teams) => new Set(teams.flatMap(({ answers }) => [...answers.keys()])));
    expect(who[11]?.difference(who[0] ?? new Set()).size).toBeGreaterThan(0);
    expect(who[0]?.difference(who[11] ?? new Set()).size).toBeGreaterThan(0);
    const all = Array.from({ length: 20 }, (_, seed) => historyOf(seed)).flat();
    expect(
      all.some(
        (teams) =>
          piecesOf(teams, fewestSix).length >
          teams.filter(({ answers }) => answers.size > fewestSix.fewest).length,
      ),
    ).toBe(true);
  });
});
