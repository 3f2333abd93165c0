import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  at,
  dutchDate,
  dutchDay,
  dutchMoment,
  isDate,
  isTime,
  today,
  ZONE,
} from '../../src/calendar/clock.ts';
import { anyDate, date, instant } from './examples.ts';

describe('today is the date in Amsterdam', () => {
  it('turns at midnight in Amsterdam, not at midnight UTC', () => {
    expect(today(instant('2026-11-29T22:59:59Z')).toString()).toBe('2026-11-29');
    expect(today(instant('2026-11-29T23:00:00Z')).toString()).toBe('2026-11-30');
    expect(today(instant('2026-07-01T22:00:00Z')).toString()).toBe('2026-07-02');
  });
});

describe('a local time as an instant', () => {
  it('keeps 10:00 at 10:00 through both clock changes', () => {
    expect(at(date('2026-03-28'), '10:00').toString()).toBe('2026-03-28T09:00:00Z');
    expect(at(date('2026-03-29'), '10:00').toString()).toBe('2026-03-29T08:00:00Z');
    expect(at(date('2026-10-24'), '10:00').toString()).toBe('2026-10-24T08:00:00Z');
    expect(at(date('2026-10-25'), '10:00').toString()).toBe('2026-10-25T09:00:00Z');
  });

  it('moves the skipped hour on and takes the first of the doubled hour', () => {
    expect(dutchMoment(at(date('2026-03-29'), '02:30'))).toBe('zondag 29 maart om 03.30 uur');
    expect(at(date('2026-10-25'), '02:30').toString()).toBe('2026-10-25T00:30:00Z');
  });

  it('shows the asked time on the clock on any day', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const local = at(day, '10:00').toZonedDateTimeISO(ZONE);
        expect(local.toPlainDateTime().toString()).toBe(`${day}T10:00:00`);
      }),
    );
  });

  it.each(['24:00', '9:00', '10:60', '10.00', '1000', '10:00:00', '', '10:00\n'])('refuses %j', (time) => {
    expect(isTime(time)).toBe(false);
    expect(() => at(date('2026-11-30'), time)).toThrow(RangeError);
  });
});

describe('a date as text', () => {
  it('has to exist', () => {
    expect(isDate('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '20260105', '2026-01-05T10:00', '2026-1-5', '']) {
      expect(isDate(text)).toBe(false);
    }
  });
});

describe('Dutch words', () => {
  it('writes dates', () => {
    expect(dutchDate(date('2026-11-30'))).toBe('30 november');
    expect(dutchDate(date('2026-11-30'), { weekday: true })).toBe('maandag 30 november');
    expect(dutchDate(date('2026-03-01'), { weekday: true, year: true })).toBe('zondag 1 maart 2026');
  });

  it('writes the day of what was stored as a date or an instant', () => {
    expect(dutchDay('2026-11-23')).toBe('23 november 2026');
    expect(dutchDay('2026-11-23T23:30:00Z')).toBe('24 november 2026');
    // The day of a round that was sent more than once on it.
    expect(dutchDay('2026-11-23T12:01:02.345')).toBe('23 november 2026');
    expect(dutchDay('onbekend')).toBe('onbekend');
  });

  it('writes moments in Amsterdam time', () => {
    expect(dutchMoment(instant('2026-11-27T14:00:00Z'))).toBe('vrijdag 27 november om 15.00 uur');
    expect(dutchMoment(instant('2026-07-01T22:05:00Z'))).toBe('donderdag 2 juli om 00.05 uur');
  });

  it('uses the same words as the Dutch language data', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const expected = new Intl.DateTimeFormat('nl-NL', {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        }).format(new Date(`${day}T12:00:00Z`));
        expect(dutchDate(day, { weekday: true })).toBe(expected);
      }),
    );
  });
});
