import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen, LONGEST_ANSWER, type Signal, states } from '../../../../src/features/team/signals/signal.ts';
import {
  type Answers,
  asked,
  nextOf,
  questions,
  walked,
} from '../../../../src/features/team/signals/workflow.ts';
import { received } from './received.ts';

const DAY = '2026-11-23';
const walking = { day: DAY, owners: new Set(['amira']), by: 'gijs' };
const everything: Answers = {
  size: 'elke week',
  cause: 'de lijst',
  judged: 'ja',
  decided: 'korter',
  told: 'Hij wordt korter.',
  acts: 'ja',
  owner: 'amira',
  due: '2026-12-01',
};

const anyAnswers = fc.record({
  ...Object.fromEntries(
    Object.values(questions)
      .flat()
      .map((question) => [question, fc.string({ maxLength: 700 })]),
  ),
  acts: fc.constantFrom('ja', 'ja', 'nee', 'nee', '', 'misschien'),
  due: fc.constantFrom(DAY, '2026-12-01', '2026-12-24', '2026-11-01', 'morgen', ''),
  owner: fc.constantFrom('amira', 'amira', 'iemand anders', ''),
}) as fc.Arbitrary<Answers>;
const anyWalk = fc.array(fc.tuple(fc.constantFrom(...states), anyAnswers), { maxLength: 12 });

/** Every signal on a walk of whatever somebody sends, from the first on. */
function walkOf(steps: readonly [Signal['state'], Answers][]): Signal[] {
  const all = [received];
  for (const [to, answers] of steps) {
    const now = all.at(-1) ?? received;
    const result = walked(now, to, answers, walking);
    if ('signal' in result) all.push(result.signal);
  }
  return all;
}

describe('the walk', () => {
  test('goes forward only, whatever is sent', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        const places = walkOf(steps).map(({ state }) => states.indexOf(state));
        expect(places).toEqual([...places].sort());
      }),
    );
  });

  test('skips no question of a state that somebody stops at, and no decision on the way to an answer', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { state, words, acts } of walkOf(steps)) {
          if (state === 'seeing') expect(words.size).toBeTruthy();
          if (state === 'judging') expect(words.judged).toBeTruthy();
          if (states.indexOf(state) >= 3) expect(acts).toBeTypeOf('boolean');
          if (state === 'answered') expect(words.told).toBeTruthy();
        }
      }),
    );
  });

  test('needs a reason to do nothing, and what, who and when to do something', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { acts, words, due } of walkOf(steps)) {
          if (acts === false) expect([words.reason, due]).toEqual([expect.stringMatching(/\S/), undefined]);
          if (acts === true)
            expect([words.decided, due]).toEqual([expect.stringMatching(/\S/), expect.any(String)]);
        }
      }),
    );
  });

  test('keeps no answer longer than it says, and never touches what was raised', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const { words } of walkOf(steps)) {
          const { text, ...rest } = words;
          expect(text).toBe('De lijst is te lang.');
          for (const word of Object.values(rest))
            expect([...(word ?? '')].length).toBeLessThanOrEqual(LONGEST_ANSWER);
        }
      }),
    );
  });

  test('knows the day it was told back exactly when it is', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        for (const signal of walkOf(steps)) expect(signal.answered !== undefined).toBe(!isOpen(signal));
      }),
    );
  });

  test('of a small signal is one step: what is done by whom and when, and the answer', () => {
    for (const from of ['received', 'seeing', 'judging'] as const)
      expect(asked(from, 'answered')).toEqual(['deciding', 'answered']);
    expect(walked(received, 'answered', everything, walking)).toMatchObject({
      signal: { state: 'answered', acts: true, answered: DAY, due: '2026-12-01' },
    });
    for (const left of ['decided', 'told', 'acts', 'owner', 'due'] as const)
      expect(walked(received, 'answered', { ...everything, [left]: '' }, walking)).toMatchObject({
        problems: [expect.any(String)],
      });
  });

  test('corrects the words of the state it is in, and of no other', () => {
    const judging = walkOf([
      ['seeing', everything],
      ['judging', everything],
    ]).at(-1) as Signal;
    const result = walked(
      judging,
      'judging',
      { judged: 'toch niet', size: 'anders' },
      { ...walking, day: '2026-11-30' },
    );
    expect(result).toMatchObject({
      signal: { state: 'judging', moved: DAY, words: { judged: 'toch niet', size: 'elke week' } },
    });
    expect(asked('judging', 'seeing')).toEqual([]);
    expect(asked('received', 'received')).toEqual([]);
    expect(asked('received', 'judging')).toEqual([]);
    expect(nextOf('answered')).toBeUndefined();
  });

  test('leaves a date that has passed alone when other words are corrected', () => {
    const decided = { ...received, state: 'deciding', acts: true, due: '2026-11-20' } as Signal;
    expect(walked(decided, 'deciding', { ...everything, due: '2026-11-20' }, walking)).toHaveProperty(
      'signal',
    );
    expect(walked(decided, 'deciding', { ...everything, due: '2026-11-19' }, walking)).toHaveProperty(
      'problems',
    );
  });
});
