import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { claimedPositions } from '../../../../src/features/mandates/questions/understanding/claims.ts';
import { questionText } from '../../../../src/features/mandates/questions/understanding/question-text.ts';
import { recognised } from '../../../../src/features/mandates/questions/understanding/recognisers.ts';
import { demoLookup } from '../registers.ts';

const lookup = demoLookup();
const read = (question: string) => {
  const asked = questionText(question, lookup, Temporal.PlainDate.from('2026-11-24'));
  return { asked, claims: recognised(asked) };
};

/** What was recognised, a line each: its kind and the words that say it. */
const claimsIn = (question: string) => {
  const { asked, claims } = read(question);
  return claims.map(
    ({ kind, positions }) => `${kind}: ${positions.map((at) => asked.words[at]?.typed).join(' ')}`,
  );
};

describe('the words of a question are claimed', () => {
  test.each([
    ['Wie valideert BAG in Noord?', ['area: Noord', 'registration: BAG', 'activity: valideert']],
    [
      'Mag Driss Haven tot 2.500 euro opdracht geven?',
      ['amount: 2 500 euro', 'person: Driss Haven', 'activity: opdracht geven'],
    ],
    // The figures of a day are no amount, also of one that is too far away.
    [
      'Wie keurt BGT goed op 1 maart 2206?',
      ['moment: 1 maart 2206', 'registration: BGT', 'activity: keurt goed'],
    ],
    // A role is not its core activity as well.
    ['Wie is Objectregisseur in Noord?', ['area: Noord', 'role: Objectregisseur']],
    [
      'Mag Driss Haven overal BAG valideren?',
      ['person: Driss Haven', 'registration: BAG', 'activity: valideren', 'everywhere: overal'],
    ],
  ])('%s', (question, claims) => {
    expect(claimsIn(question)).toEqual(claims);
  });

  test('and what nobody claims was not understood', () => {
    const { asked, claims } = read('Mag Driss Haven rijbewijzen valideren?');
    const claimed = claimedPositions(claims);
    expect(asked.words.filter((_, at) => !claimed.has(at)).map(({ typed }) => typed)).toEqual([
      'Mag',
      'rijbewijzen',
    ]);
  });
});
