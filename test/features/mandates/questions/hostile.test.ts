import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { amountCell } from '../../../../src/features/mandates/import/amount-cells.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { asksUnknownActivity } from '../../../../src/features/mandates/questions/understanding/unknown-activity.ts';
import { demoLookup } from '../registers.ts';

const lookup = demoLookup();
const day = Temporal.PlainDate.from('2026-11-24');

/** A pattern that goes back and forth would take minutes, which is more than a test may. */
describe('a question of ten thousand characters comes to an end', () => {
  test.each([
    '<',
    '<a ',
    ' ',
    '1 ',
    '1.000 ',
    'niet a b c ',
    '(niet de ',
    'honderd en ',
    'heeft ge',
    'is ge',
    'lopen x ',
    'Noord en ',
    'Noord-',
    'Driss en ',
    'van Driss ',
    'neemt ',
    'valideren en ',
    '30 februari ',
    'e\u0301',
    '👍',
  ])('of nothing but "%s"', (part) => {
    for (const begin of ['', 'mag Driss Haven ', 'wie valideert BAG in ']) {
      const question = begin + part.repeat(10_000 / part.length);
      expect(ask(question, lookup, day).answer.outcome).not.toBe('yes');
      expect(asksUnknownActivity(question, lookup)).toBeTypeOf('boolean');
    }
  });
});

test('an amount with very many spaces in it comes back as it was', () => {
  const cell = `1${' '.repeat(150_000)}x`;
  expect(amountCell(cell)).toEqual({ values: [cell] });
});
