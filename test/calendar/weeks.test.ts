import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPeriod,
  mondayOf,
  periodOf,
  previousPeriods,
  weekLabel,
  weekOf,
} from '../../src/calendar/weeks.ts';
import { anyDate, date } from './examples.ts';

describe('a week has the name the Dutch diary gives it', () => {
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-29', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
  ])('%s lies in %s', (day, period) => {
    expect(periodOf(date(day))).toBe(period);
  });

  it('knows no week outside 2000–2999', () => {
    // 1 January 2000 was a Saturday, in the last week of 1999.
    expect(() => periodOf(date('2000-01-01'))).toThrow(RangeError);
    expect(periodOf(date('2000-01-03'))).toBe('2000-W01');
    expect(() => periodOf(date('3000-01-01'))).toThrow(RangeError);
  });
});

describe('only weeks that exist are periods', () => {
  it.each(['2026-W53', '2020-W53', '2025-W52', '2025-W01', '2000-W01', '2999-W52'])('%s exists', (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each([
    '2025-W53',
    '2027-W53',
    '2026-W54',
    '2026-W00',
    '1999-W52',
    '3000-W01',
    '2026-W1',
    '2026W01',
    '2026-w01',
    ' 2026-W01',
    '2026-W01\n',
    '',
  ])('%j does not', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => mondayOf(text)).toThrow(RangeError);
  });

  it('throws away any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^2\d{3}-W\d{2}$/.test(text));
        expect(isPeriod(text)).toBe(false);
      }),
    );
  });
});

describe('from a date to its week and back', () => {
  it('gives the Monday of that week, at most six days earlier', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const period = periodOf(day);
        const monday = mondayOf(period);
        expect(isPeriod(period)).toBe(true);
        expect(monday.dayOfWeek).toBe(1);
        expect(monday.until(day).days).toBe(day.dayOfWeek - 1);
        expect(periodOf(monday)).toBe(period);
      }),
    );
  });
});

describe('looking back over earlier rounds', () => {
  it('lists them oldest first, without the week itself', () => {
    expect(previousPeriods('2026-W48', 3, 1)).toEqual(['2026-W45', '2026-W46', '2026-W47']);
    expect(previousPeriods('2026-W48', 0, 1)).toEqual([]);
  });

  it('goes through week 53 and the turn of the year', () => {
    expect(previousPeriods('2027-W02', 3, 1)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(previousPeriods('2027-W02', 2, 2)).toEqual(['2026-W51', '2026-W53']);
    expect(previousPeriods('2026-W02', 2, 4)).toEqual(['2025-W46', '2025-W50']);
  });

  it('refuses what is no week', () => {
    expect(() => previousPeriods('2025-W53', 1, 1)).toThrow(RangeError);
  });
});

describe('what people read', () => {
  it.each([
    ['2026-W48', 'week 48 (23 t/m 27 november)'],
    ['2026-W53', 'week 53 (28 december t/m 1 januari)'],
    ['2026-W01', 'week 1 (29 december t/m 2 januari)'],
    ['2026-W14', 'week 14 (30 maart t/m 3 april)'],
  ])('%s is %s', (period, label) => {
    expect(weekLabel(period)).toBe(label);
  });

  it('the number of a week has no nought in front', () => {
    expect(['2026-W01', '2026-W53'].map(weekOf)).toEqual([1, 53]);
    expect(() => weekOf('2025-W53')).toThrow(RangeError);
  });
});
