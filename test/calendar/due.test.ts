import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Presence, worksOn } from '../../src/calendar/availability.ts';
import { dutchMoment, today } from '../../src/calendar/clock.ts';
import { cardDay, reminderDay, reminderMoment, sendMoment } from '../../src/calendar/due.ts';
import { isFreeDay } from '../../src/calendar/holidays.ts';
import {
  defaultSchedule,
  isInside,
  nextWindow,
  type Schedule,
  type Window,
  windowOf,
} from '../../src/calendar/schedule.ts';
import { anyInstant, anySchedule, aroundDate, date, noClosures } from './examples.ts';

const fullTime: Presence = { workdays: ['ma', 'di', 'wo', 'do', 'vr'] };
const partTime: Presence = { workdays: ['di', 'wo', 'do'] };

const open = (schedule: Schedule, period: string): Window => {
  const window = windowOf(schedule, period);
  if (!window) throw new Error(`no window in ${period}`);
  return window;
};

/** The card's and the reminder's day, as a person would tell them. */
const plan = (presence: Presence, period: string, schedule = defaultSchedule, closures = noClosures) => {
  const window = open(schedule, period);
  return [
    cardDay(presence, window, schedule, closures)?.toString(),
    reminderDay(presence, window, schedule, closures)?.toString(),
  ];
};

describe('when the card and the reminder go out', () => {
  it('on Monday and Friday to someone who works all week', () => {
    expect(plan(fullTime, '2026-W48')).toEqual(['2026-11-23', '2026-11-27']);
  });

  it('on Tuesday and Thursday to a part-timer', () => {
    expect(plan(partTime, '2026-W48')).toEqual(['2026-11-24', '2026-11-26']);
  });

  it('on Tuesday when Monday is Tweede paasdag', () => {
    expect(plan(fullTime, '2026-W15')).toEqual(['2026-04-07', '2026-04-10']);
  });

  it('on Tuesday when Monday is Koningsdag, and the week after without 5 May', () => {
    expect(plan(fullTime, '2026-W18')).toEqual(['2026-04-28', '2026-05-01']);
    expect(plan({ workdays: ['di', 'vr'] }, '2026-W19')).toEqual(['2026-05-08', undefined]);
  });

  it('reminds on Goede Vrijdag, or the day before when the municipality closes', () => {
    expect(plan(fullTime, '2026-W14')).toEqual(['2026-03-30', '2026-04-03']);
    expect(plan(fullTime, '2026-W14', defaultSchedule, new Set(['2026-04-03']))).toEqual([
      '2026-03-30',
      '2026-04-02',
    ]);
  });

  it('on the day someone comes back', () => {
    expect(plan({ ...fullTime, absentUntil: '2026-11-24' }, '2026-W48')).toEqual([
      '2026-11-25',
      '2026-11-27',
    ]);
  });

  it('never to someone away the whole week', () => {
    const away = { absentFrom: '2026-11-23', absentUntil: '2026-11-27' };
    expect(plan({ ...fullTime, ...away }, '2026-W48')).toEqual([undefined, undefined]);
    expect(plan({ ...fullTime, absentFrom: '2026-10-01' }, '2026-W48')).toEqual([undefined, undefined]);
  });

  it('without a reminder to someone who works one day', () => {
    expect(plan({ workdays: ['wo'] }, '2026-W48')).toEqual(['2026-11-25', undefined]);
  });

  it('not on Friday in a team that opens at 16:00, since the window is closed by then', () => {
    const late: Schedule = { ...defaultSchedule, time: '16:00' };
    expect(plan({ workdays: ['vr'] }, '2026-W48', late)).toEqual([undefined, undefined]);
    expect(plan({ workdays: ['do', 'vr'] }, '2026-W48', late)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('not on the opening day when the team has since moved to an earlier time than the window opened', () => {
    const window = open({ ...defaultSchedule, time: '14:00' }, '2026-W48');
    const card = cardDay(fullTime, window, defaultSchedule, noClosures);
    expect(card?.toString()).toBe('2026-11-24');
  });

  it('in the last week of 2026, across the turn of the year', () => {
    expect(plan(fullTime, '2026-W53')).toEqual(['2026-12-28', '2026-12-31']);
  });
});

describe('the moments themselves', () => {
  const window = open(defaultSchedule, '2026-W14');

  it('are the team’s time for the card and 10:00 for the reminder', () => {
    const late: Schedule = { ...defaultSchedule, time: '13:30' };
    const opened = open(late, '2026-W48');
    expect(dutchMoment(sendMoment(opened, late, date('2026-11-25')))).toBe(
      'woensdag 25 november om 13.30 uur',
    );
    expect(dutchMoment(reminderMoment(date('2026-11-27')))).toBe('vrijdag 27 november om 10.00 uur');
  });

  it('are 10:00 on the clock in the week after it moved', () => {
    expect(sendMoment(window, defaultSchedule, date('2026-03-30')).toString()).toBe('2026-03-30T08:00:00Z');
    expect(reminderMoment(date('2026-10-30')).toString()).toBe('2026-10-30T09:00:00Z');
  });

  it('do not exist for a day outside the window', () => {
    expect(() => sendMoment(window, defaultSchedule, date('2026-04-04'))).toThrow(RangeError);
  });
});

describe('whoever the person and whatever the team’s rhythm', () => {
  const anyCase = fc.tuple(anySchedule, anyInstant).chain(([schedule, now]) => {
    const window = nextWindow(schedule, now);
    return aroundDate(today(window.opens)).map((around) => ({ schedule, window, ...around }));
  });

  it('the card goes out on a working day in the window, and on no earlier day it could have', () => {
    fc.assert(
      fc.property(anyCase, ({ presence, window, schedule, closures }) => {
        const qualifies = window.days.filter(
          (day) => worksOn(presence, day, closures) && isInside(window, sendMoment(window, schedule, day)),
        );
        expect(cardDay(presence, window, schedule, closures)?.toString()).toBe(qualifies[0]?.toString());
      }),
      { numRuns: 500 },
    );
  });

  it('the reminder follows the card, on a working day that is not free, inside the window', () => {
    fc.assert(
      fc.property(anyCase, ({ presence, window, schedule, closures }) => {
        const reminder = reminderDay(presence, window, schedule, closures);
        if (!reminder) return;
        const card = cardDay(presence, window, schedule, closures);
        expect(card?.until(reminder).days).toBeGreaterThan(0);
        expect(isFreeDay(reminder, closures)).toBe(false);
        expect(worksOn(presence, reminder, closures)).toBe(true);
        expect(isInside(window, reminderMoment(reminder))).toBe(true);
        const later = window.days.filter((day) => day.until(reminder).days < 0);
        expect(later.some((day) => worksOn(presence, day, closures))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('whoever works two days with a card on the first gets a reminder on the last', () => {
    fc.assert(
      fc.property(anyCase, ({ presence, window, schedule, closures }) => {
        const card = cardDay(presence, window, schedule, closures);
        const after = card && window.days.filter((day) => card.until(day).days > 0);
        const worksAfter = after?.some((day) => worksOn(presence, day, closures)) ?? false;
        expect(reminderDay(presence, window, schedule, closures) !== undefined).toBe(worksAfter);
      }),
      { numRuns: 500 },
    );
  });
});
