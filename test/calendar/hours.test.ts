import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isWorkday } from '../../src/calendar/holidays.ts';
import { isBetween } from '../../src/calendar/hours.ts';

test.each([
  ['2026-11-24T08:59:59+01:00', false],
  ['2026-11-24T09:00:00+01:00', true],
  ['2026-11-24T15:59:59+01:00', true],
  ['2026-11-24T16:00:00+01:00', false],
  // Local hours, on both sides of the change of the clock.
  ['2026-10-24T07:00:00Z', true],
  ['2026-10-25T07:30:00Z', false],
])('%s lies between nine and four: %s', (moment, expected) => {
  expect(isBetween(Temporal.Instant.from(moment), ['09:00', '16:00'])).toBe(expected);
});

test.each([
  ['2026-11-24T23:59:59+01:00', true],
  ['2026-11-25T00:00:00+01:00', false],
  // The day on which the clock goes back has 25 hours.
  ['2026-10-25T23:59:59+01:00', true],
])('%s lies between three and the end of the day: %s', (moment, expected) => {
  expect(isBetween(Temporal.Instant.from(moment), ['03:00', '24:00'])).toBe(expected);
});

test.each([
  ['2026-11-27', 'a Friday', true],
  ['2026-11-28', 'a Saturday', false],
  ['2026-11-29', 'a Sunday', false],
  ['2026-12-25', 'a holiday', false],
  ['2026-12-24', 'a day on which the municipality is closed', false],
])('%s, %s, is a working day: %s', (day, _what, expected) => {
  expect(isWorkday(Temporal.PlainDate.from(day), new Set(['2026-12-24']))).toBe(expected);
});
