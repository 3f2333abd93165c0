import { expect, test } from 'vitest';
import { keptWords } from '../../src/people/kept.ts';

test.each([
  [1, '1 dag'],
  [7, '7 dagen'],
  [14, '2 weken'],
  [30, '30 dagen'],
  [182, '26 weken'],
  [365, '1 jaar'],
  // Two years may hold a leap day.
  [731, '2 jaar'],
])('%i days are told as "%s"', (days, words) => {
  expect(keptWords({ retention: { days, from: 'day' } })).toBe(words);
});

test('what lives shorter than its row, what goes with its person, and what stays', () => {
  const sooner = { days: 84, from: 'said', fields: [], what: 'een toelichting blijft' };
  expect(keptWords({ retention: { days: 182, from: 'day', sooner } })).toBe(
    '26 weken. Een toelichting blijft 12 weken',
  );
  expect(keptWords({ retention: { days: 30, from: 'removed' } })).toBe(
    'tot 30 dagen nadat je uit Kompas bent',
  );
  expect(keptWords({ retention: { forever: 'altijd.' } })).toBe('altijd');
});
