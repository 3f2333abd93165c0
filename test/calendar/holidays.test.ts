import { describe, expect, it } from 'vitest';
import { freeDays, isFreeDay } from '../../src/calendar/holidays.ts';
import { date, noClosures } from './examples.ts';

describe('the Dutch days off', () => {
  it('are these in 2026', () => {
    expect([...freeDays(2026)]).toEqual([
      ['2026-01-01', 'Nieuwjaar'],
      ['2026-04-05', 'Pasen'],
      ['2026-04-06', 'Tweede paasdag'],
      ['2026-04-27', 'Koningsdag'],
      ['2026-05-05', 'Bevrijdingsdag'],
      ['2026-05-14', 'Hemelvaartsdag'],
      ['2026-05-24', 'Pinksteren'],
      ['2026-05-25', 'Tweede pinksterdag'],
      ['2026-12-25', 'Kerstmis'],
      ['2026-12-26', 'Tweede kerstdag'],
    ]);
  });

  it('have Koningsdag on the 26th when the 27th is a Sunday', () => {
    expect(freeDays(2025).get('2025-04-26')).toBe('Koningsdag');
    expect(isFreeDay(date('2025-04-27'), noClosures)).toBe(false);
  });

  it('have 5 May every year, also outside the five-yearly celebration', () => {
    for (let year = 2024; year <= 2040; year += 1) {
      expect(isFreeDay(date(`${year}-05-05`), noClosures)).toBe(true);
    }
  });

  it('name Hemelvaartsdag when it falls on 5 May', () => {
    expect(freeDays(2016).get('2016-05-05')).toBe('Hemelvaartsdag');
  });

  it('leave out the days people work: Goede Vrijdag, 4 May, Sinterklaas, oudejaarsdag', () => {
    for (const day of ['2026-04-03', '2026-05-04', '2026-12-05', '2026-12-31']) {
      expect(isFreeDay(date(day), noClosures)).toBe(false);
    }
  });
});

describe('a municipality that closes', () => {
  it('makes Goede Vrijdag and the brugdag after Hemelvaart free', () => {
    const closures = new Set(['2026-04-03', '2026-05-15']);
    expect(isFreeDay(date('2026-04-03'), closures)).toBe(true);
    expect(isFreeDay(date('2026-05-15'), closures)).toBe(true);
    expect(isFreeDay(date('2026-05-18'), closures)).toBe(false);
  });
});
