import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/features/mandates/index.ts';
import questions from './questions.json' with { type: 'json' };
import { demoLookup } from './registers.ts';

const day = Temporal.PlainDate.from('2026-11-22');

describe('questions about the register of the demo', () => {
  const lookup = demoLookup();

  test.each(questions)('$question', ({ question, outcome, answers }) => {
    const { answer } = ask(question, lookup, day);
    expect([answer.outcome, answer.answers]).toEqual([outcome, [...answers].sort()]);
  });
});
