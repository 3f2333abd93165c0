import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import type { Lookup } from '../../../../src/features/mandates/register/lookup.ts';
import { demoLookup, lookupOf } from '../registers.ts';
import demoInMarch from './demo-in-march/questions.json' with { type: 'json' };
import lindrecht from './lindrecht/questions.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import waterlo from './waterlo/questions.json' with { type: 'json' };
import zandwolde from './zandwolde/questions.json' with { type: 'json' };

interface Question {
  question: string;
  outcome: string;
  answers: string[];
}

const day = Temporal.PlainDate.from('2026-11-22');

const isRight = (lookup: Lookup, { question, outcome, answers }: Question, on = day) => {
  const { answer } = ask(question, lookup, on);
  return (
    answer.outcome === outcome &&
    JSON.stringify([...answer.answers].sort()) === JSON.stringify([...answers].sort())
  );
};

describe('questions about the register of the demo', () => {
  const lookup = demoLookup();

  test.each(questions)('$question', ({ question, outcome, answers }) => {
    const { answer } = ask(question, lookup, day);
    expect([answer.outcome, answer.answers]).toEqual([outcome, [...answers].sort()]);
  });
});

/** Sets about municipalities of their own, written from the rules of the data and not from this code. */
describe.each([
  { name: 'waterlo', set: waterlo },
  { name: 'lindrecht', set: lindrecht },
  { name: 'zandwolde', set: zandwolde },
])('questions about $name', ({ name, set }) => {
  const file = (part: string) => readFileSync(new URL(`./${name}/${part}.csv`, import.meta.url));
  const lookup = lookupOf(file('mandaten'), file('gebieden'));

  test('are answered right in at least 95 of 100', () => {
    expect(set.length).toBeGreaterThanOrEqual(150);
    const wrong = set.filter((one) => !isRight(lookup, one));
    const score = (100 * (set.length - wrong.length)) / set.length;
    process.stdout.write(`mandate questions, ${name}: ${set.length - wrong.length} of ${set.length} right\n`);
    expect(score, wrong.map(({ question }) => question).join('\n')).toBeGreaterThanOrEqual(95);
  });
});

/** Questions with more in them than a mandate covers, other people's places and names, and words that turn things round. */
describe('questions about the demo on 1 March 2026', () => {
  const lookup = demoLookup();
  const march = Temporal.PlainDate.from('2026-03-01');

  test('are all answered right, and never with a yes too many', () => {
    const wrong = demoInMarch.filter((one) => !isRight(lookup, one, march));
    expect(wrong.map(({ question }) => question)).toEqual([]);
  });
});
