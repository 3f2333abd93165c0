import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dueMonday,
  givenOn,
  isWorthTelling,
  reportOf,
} from '../../../../src/features/team/feedback/rules.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const signal = (change: Partial<Signal> = {}): Signal => ({
  id: 'S-1',
  source: 'raised',
  state: 'received',
  day: '2026-11-10',
  moved: '2026-11-10',
  words: {},
  ...change,
});

describe('the weeks in which feedback is due', () => {
  test('are as far apart as recorded, and the same for every day in between', () => {
    for (let weeks = 1; weeks <= 12; weeks += 1) {
      const mondays = new Set(
        Array.from({ length: 400 }, (_, n) =>
          dueMonday(date('2026-01-05').add({ days: n }), weeks).toString(),
        ),
      );
      const all = [...mondays].map(date);
      for (const [n, monday] of all.entries()) {
        expect(monday.dayOfWeek).toBe(1);
        if (n > 0) expect(all[n - 1]?.until(monday, { largestUnit: 'days' }).days).toBe(weeks * 7);
      }
    }
  });

  const none = new Set<string>();
  test.each([
    ['the Monday', '2026-11-30', 4, '2026-11-30'],
    ['a day after it, while it is still tried', '2026-12-02', 4, '2026-11-30'],
    ['the Friday', '2026-12-04', 4, '2026-11-30'],
    ['the weekend', '2026-12-05', 4, undefined],
    ['a week later: let go', '2026-12-07', 4, undefined],
    ['a week that is not due', '2026-11-23', 4, undefined],
    ['Easter Monday', '2026-04-06', 2, undefined],
    ['the Tuesday after it', '2026-04-07', 2, '2026-04-06'],
    ['a week after that Tuesday', '2026-04-14', 2, undefined],
  ])('%s', (_, day, weeks, monday) => {
    expect(givenOn(date(day), weeks, none)?.toString()).toBe(monday);
  });

  test('a week in which everybody is away begins when they are back', () => {
    const away = new Set(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']);
    expect(givenOn(date('2026-12-30'), 4, away)).toBeUndefined();
    expect(givenOn(date('2027-01-04'), 4, away)?.toString()).toBe('2026-12-28');
    expect(givenOn(date('2027-01-08'), 4, away)?.toString()).toBe('2026-12-28');
    expect(givenOn(date('2027-01-11'), 4, away)).toBeUndefined();
  });
});

describe('what became of signals', () => {
  const since = '2026-11-02';

  test('each stands in one place', () => {
    const decided = signal({ id: 'a', state: 'deciding', acts: true, moved: '2026-11-12' });
    const declined = signal({ id: 'b', state: 'deciding', acts: false, moved: '2026-11-12' });
    const done = signal({
      id: 'c',
      state: 'answered',
      acts: true,
      moved: '2026-11-20',
      answered: '2026-11-20',
    });
    const not = signal({
      id: 'd',
      state: 'answered',
      acts: false,
      moved: '2026-11-21',
      answered: '2026-11-21',
    });
    const thinking = signal({ id: 'e', state: 'deciding', moved: '2026-11-12', day: '2026-09-01' });
    const report = reportOf(
      [decided, declined, done, not, thinking, signal({ id: 'f', source: 'drop' })],
      since,
    );
    expect(report.decided).toEqual([decided]);
    expect(report.declined).toEqual([declined, not]);
    expect(report.done).toEqual([done]);
    expect(report.heard).toEqual([{ state: 'deciding', count: 1 }]);
    expect(report).toMatchObject({ came: 4, open: 3, oldest: '2026-09-01' });
  });

  test('what happened before is told no more, but what is open is counted', () => {
    const report = reportOf(
      [
        signal({ id: 'a', day: '2026-10-01', moved: '2026-11-01' }),
        signal({
          id: 'b',
          state: 'answered',
          day: '2026-10-01',
          moved: '2026-11-01',
          answered: '2026-11-01',
        }),
      ],
      since,
    );
    expect(report).toMatchObject({ came: 0, heard: [], decided: [], declined: [], done: [], open: 1 });
    expect(isWorthTelling(report)).toBe(true);
  });

  test('nothing at all is told to nobody', () => {
    expect(isWorthTelling(reportOf([], since))).toBe(false);
  });

  test('what a rule found counts only once it is decided about: it tells how people answered', () => {
    const found = signal({
      id: 'a',
      source: 'theme',
      theme: 'werkdruk',
      day: '2026-11-20',
      moved: '2026-11-20',
    });
    const nothing = reportOf([], since);
    expect(reportOf([found, { ...found, id: 'b', state: 'seeing' }], since)).toEqual(nothing);
    const decided: Signal = { ...found, state: 'deciding', acts: true };
    expect(reportOf([decided], since)).toMatchObject({ came: 0, heard: [], decided: [decided], open: 1 });
  });
});
