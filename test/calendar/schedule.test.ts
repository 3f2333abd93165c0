import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dutchMoment, isDate, today, ZONE } from '../../src/calendar/clock.ts';
import {
  asChosen,
  defaultSchedule,
  newestClosed,
  nextWindow,
  type Schedule,
  scheduleProblem,
  windowAt,
  windowOf,
} from '../../src/calendar/schedule.ts';
import { periodOf } from '../../src/calendar/weeks.ts';
import { anyDate, anyInstant, anySchedule, asText, instant } from './examples.ts';

const hours = (window: { opens: Temporal.Instant; closes: Temporal.Instant } | undefined) =>
  window?.opens.until(window.closes, { largestUnit: 'hours' }).hours;

const periodsFrom = (schedule: Schedule, start: Temporal.Instant, count: number) => {
  const periods: string[] = [];
  let window = nextWindow(schedule, start);
  while (periods.length < count) {
    periods.push(window.period);
    window = nextWindow(schedule, window.opens);
  }
  return periods;
};

describe('an ordinary week', () => {
  it('opens Monday 10:00 and closes Friday 15:00', () => {
    const window = windowOf(defaultSchedule, '2026-W48');
    expect(window && dutchMoment(window.opens)).toBe('maandag 23 november om 10.00 uur');
    expect(window && dutchMoment(window.closes)).toBe('vrijdag 27 november om 15.00 uur');
    expect(window?.days.map(String)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ]);
  });

  it('is open from the first instant up to, not including, the last', () => {
    const periodAt = (iso: string) => windowAt(defaultSchedule, instant(iso))?.period;
    expect(periodAt('2026-11-23T09:59:59.999+01:00')).toBeUndefined();
    expect(periodAt('2026-11-23T10:00+01:00')).toBe('2026-W48');
    expect(periodAt('2026-11-27T14:59:59.999+01:00')).toBe('2026-W48');
    expect(periodAt('2026-11-27T15:00+01:00')).toBeUndefined();
  });

  it('has only the days from its opening day on', () => {
    const window = windowOf({ ...defaultSchedule, day: 'do', time: '14:00' }, '2026-W48');
    expect(window?.days.map(String)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('knows the last and the next window in the weekend', () => {
    const sunday = instant('2026-11-29T12:00+01:00');
    expect(nextWindow(defaultSchedule, sunday).period).toBe('2026-W49');
  });

  it('still counts last week as the latest early on Monday', () => {
    const early = instant('2026-11-30T09:59+01:00');
    expect(nextWindow(defaultSchedule, early).period).toBe('2026-W49');
  });

  it('at the opening itself is the latest, and the next is a week away', () => {
    const opening = instant('2026-11-30T10:00+01:00');
    expect(nextWindow(defaultSchedule, opening).period).toBe('2026-W50');
  });
});

describe('when the clock changes', () => {
  it('keeps 10:00 local in the weeks around 29 March and 25 October 2026', () => {
    const opens = (period: string) => windowOf(defaultSchedule, period)?.opens.toString();
    expect(opens('2026-W13')).toBe('2026-03-23T09:00:00Z');
    expect(opens('2026-W14')).toBe('2026-03-30T08:00:00Z');
    expect(opens('2026-W43')).toBe('2026-10-19T08:00:00Z');
    expect(opens('2026-W44')).toBe('2026-10-26T09:00:00Z');
  });

  it('has windows of the same length, since the clock changes on a Sunday when none is open', () => {
    const lengths = ['2026-W13', '2026-W14', '2026-W43', '2026-W44'].map((period) =>
      hours(windowOf(defaultSchedule, period)),
    );
    expect(lengths).toEqual([101, 101, 101, 101]);
  });

  it('has 167 hours between openings in March and 169 in October', () => {
    const between = (iso: string) => {
      const { opens } = nextWindow(defaultSchedule, instant(iso).subtract({ hours: 24 * 7 }));
      return hours({ opens, closes: nextWindow(defaultSchedule, opens).opens });
    };
    expect(between('2026-03-25T12:00+01:00')).toBe(167);
    expect(between('2026-04-01T12:00+02:00')).toBe(168);
    expect(between('2026-10-21T12:00+02:00')).toBe(169);
  });
});

describe('every 2 and every 4 weeks', () => {
  const fortnightly: Schedule = { ...defaultSchedule, everyWeeks: 2, anchor: '2026-12-16' };
  const monthly: Schedule = { ...defaultSchedule, everyWeeks: 4, anchor: '2026-12-16' };
  const start = instant('2026-11-10T12:00+01:00');

  it('keeps its step through week 53 and the turn of the year', () => {
    expect(periodsFrom(fortnightly, start, 6)).toEqual([
      '2026-W47',
      '2026-W49',
      '2026-W51',
      '2026-W53',
      '2027-W02',
      '2027-W04',
    ]);
    expect(periodsFrom(monthly, start, 4)).toEqual(['2026-W47', '2026-W51', '2027-W02', '2027-W06']);
  });

  it('keeps its step through a year of 52 weeks', () => {
    expect(periodsFrom(fortnightly, instant('2025-12-10T12:00+01:00'), 3)).toEqual([
      '2025-W51',
      '2026-W01',
      '2026-W03',
    ]);
  });

  it('opens nothing in the weeks between', () => {
    expect(windowOf(fortnightly, '2026-W52')).toBeUndefined();
    expect(windowOf(monthly, '2026-W53')).toBeUndefined();
    expect(windowAt(fortnightly, instant('2026-12-23T12:00+01:00'))).toBeUndefined();
  });

  it('takes any day of the anchor week, Sunday too', () => {
    for (const anchor of ['2026-12-14', '2026-12-18', '2026-12-20']) {
      expect(windowOf({ ...fortnightly, anchor }, '2026-W51')).toBeDefined();
      expect(windowOf({ ...fortnightly, anchor }, '2026-W52')).toBeUndefined();
    }
  });

  it('counts weeks before the anchor as well', () => {
    // Monday of 2020-W52 lies 312 weeks before that of 2026-W51.
    const weeks = ['2020-W52', '2020-W53', '2021-W01', '2021-W02', '2021-W03'];
    expect(weeks.filter((period) => windowOf(monthly, period))).toEqual(['2020-W52', '2021-W03']);
  });
});

describe('a schedule that cannot be used', () => {
  it('accepts every working moment before Friday 15:00', () => {
    expect(scheduleProblem(defaultSchedule)).toBeUndefined();
    expect(scheduleProblem({ ...defaultSchedule, day: 'do', time: '23:59' })).toBeUndefined();
    expect(scheduleProblem({ ...defaultSchedule, day: 'vr', time: '14:59' })).toBeUndefined();
  });

  it.each([
    [{ day: 'za' }, 'Kies een dag van maandag t/m vrijdag.'],
    [{ day: 'zo' }, 'Kies een dag van maandag t/m vrijdag.'],
    [{ day: 'vr', time: '15:00' }, 'Kies een moment vóór vrijdag 15.00 uur: dan sluit de check-in.'],
    [{ time: '9:00' }, 'Schrijf de tijd als uren en minuten, bijvoorbeeld 10:00.'],
    [{ day: 'vr', time: 'x' }, 'Schrijf de tijd als uren en minuten, bijvoorbeeld 10:00.'],
    [{ everyWeeks: 3 }, 'Kies elke week, elke 2 weken of elke 4 weken.'],
    [{ anchor: '2026-02-30' }, 'Kies een dag die bestaat, in een week met een check-in.'],
  ])('says what is wrong with %j', (change, sentence) => {
    const schedule = { ...defaultSchedule, ...change } as Schedule;
    expect(scheduleProblem(schedule)).toBe(sentence);
    expect(() => windowOf(schedule, '2026-W48')).toThrow(RangeError);
  });

  it('refuses a week that does not exist', () => {
    expect(() => windowOf(defaultSchedule, '2025-W53')).toThrow(RangeError);
  });
});

describe('whatever the schedule and the moment', () => {
  it('the open window is the one now lies in, and there is none outside', () => {
    fc.assert(
      fc.property(
        anySchedule,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, start, part) => {
          const window = nextWindow(schedule, start);
          const length = window.closes.epochMilliseconds - window.opens.epochMilliseconds;
          const inside = window.opens.add({ milliseconds: Math.floor(part * (length - 1)) });
          expect(asText(windowAt(schedule, inside))).toEqual(asText(window));

          const following = nextWindow(schedule, window.opens);
          const gap = following.opens.epochMilliseconds - window.closes.epochMilliseconds;
          const outside = window.closes.add({ milliseconds: Math.floor(part * (gap - 1)) });
          expect(windowAt(schedule, outside)).toBeUndefined();
          expect(asText(nextWindow(schedule, outside))).toEqual(asText(following));
        },
      ),
    );
  });

  it('consecutive windows lie everyWeeks times seven local days apart at the same local time', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, now) => {
        const next = nextWindow(schedule, now);
        const following = nextWindow(schedule, next.opens);
        expect(today(next.opens).until(today(following.opens)).days).toBe(schedule.everyWeeks * 7);
        for (const window of [next, following]) {
          expect(
            window.opens.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' }),
          ).toBe(schedule.time);
          expect(asText(windowOf(schedule, window.period))).toEqual(asText(window));
        }
      }),
    );
  });

  it('the next window opens after now, and none between', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, now) => {
        const { opens } = nextWindow(schedule, now);
        expect(opens.epochMilliseconds).toBeGreaterThan(now.epochMilliseconds);
        expect(windowAt(schedule, now)?.opens.epochMilliseconds ?? 0).toBeLessThanOrEqual(
          now.epochMilliseconds,
        );
      }),
    );
  });

  it('a window opens in the anchor week', () => {
    fc.assert(
      fc.property(anySchedule, anyDate, (schedule, anchor) => {
        expect(isDate(String(anchor))).toBe(true);
        expect(windowOf({ ...schedule, anchor: String(anchor) }, periodOf(anchor))).toBeDefined();
      }),
    );
  });
});

describe('the week that closed last', () => {
  it.each([
    ['2026-11-27T13:59:59Z', '2026-W47'],
    ['2026-11-27T14:00:00Z', '2026-W48'],
    ['2026-11-29T22:59:59Z', '2026-W48'],
    ['2026-11-30T08:00:00Z', '2026-W48'],
    ['2027-01-04T08:00:00Z', '2026-W53'],
  ])('at %s is %s', (moment, period) => {
    expect(newestClosed(instant(moment))).toBe(period);
  });
});

describe('a rhythm that somebody chose', () => {
  const monday = defaultSchedule;
  const wednesday: Schedule = { ...monday, day: 'wo', time: '11:00' };
  const moment = (text: string) => Temporal.Instant.from(text);
  const opensIn = (schedule: Schedule, period: string) => windowOf(schedule, period)?.opens.toString();

  it('leaves a window open that was open then, and opens as chosen from the next week on', () => {
    const tuesday = moment('2026-11-24T09:00:00Z');
    const next = asChosen(monday, wednesday, tuesday);
    expect(opensIn(next, '2026-W48')).toBe('2026-11-23T09:00:00Z');
    expect(windowOf(next, '2026-W48')?.days.map(String)).toEqual(
      windowOf(monday, '2026-W48')?.days.map(String),
    );
    expect(windowAt(next, tuesday)?.period).toBe('2026-W48');
    expect(nextWindow(next, tuesday).opens.toString()).toBe('2026-12-02T10:00:00Z');
    expect(opensIn(next, '2026-W47')).toBe('2026-11-16T09:00:00Z');
  });

  it('is put back in the same week without closing it', () => {
    const tuesday = moment('2026-11-24T09:00:00Z');
    const back = asChosen(asChosen(monday, wednesday, tuesday), monday, tuesday.add({ minutes: 5 }));
    expect(opensIn(back, '2026-W48')).toBe('2026-11-23T09:00:00Z');
    expect(opensIn(back, '2026-W49')).toBe('2026-11-30T09:00:00Z');
  });

  it('opens nothing after the fact in the week in which it was chosen, and keeps what was to come', () => {
    const tuesday = moment('2026-11-24T09:00:00Z');
    const fresh = asChosen(undefined, monday, tuesday);
    expect(windowAt(fresh, tuesday)).toBeUndefined();
    expect(opensIn(fresh, '2026-W48')).toBeUndefined();
    expect(nextWindow(fresh, tuesday).opens.toString()).toBe('2026-11-30T09:00:00Z');
    expect(opensIn(asChosen(undefined, wednesday, tuesday), '2026-W48')).toBe('2026-11-25T10:00:00Z');
  });

  it('leaves the weeks before it as they were', () => {
    const friday = moment('2026-11-27T15:00:00Z');
    expect(opensIn(asChosen(monday, wednesday, friday), '2026-W48')).toBe('2026-11-23T09:00:00Z');
    const every2: Schedule = { ...monday, everyWeeks: 2, anchor: '2026-11-30' };
    const weekly = asChosen(every2, monday, moment('2026-12-14T07:00:00Z'));
    expect(['2026-W49', '2026-W50', '2026-W51'].map((period) => opensIn(weekly, period))).toEqual([
      '2026-11-30T09:00:00Z',
      undefined,
      '2026-12-14T09:00:00Z',
    ]);
  });

  it('remembers a few of those before it, and none that nobody asks about any more', () => {
    let schedule = monday;
    for (let n = 0; n < 40; n += 1)
      schedule = asChosen(
        schedule,
        n % 2 ? monday : wednesday,
        moment('2026-11-24T09:00:00Z').add({ minutes: n }),
      );
    expect(JSON.stringify(schedule).length).toBeLessThan(1_500);
    expect(opensIn(schedule, '2026-W49')).toBe('2026-11-30T09:00:00Z');
    const later = asChosen(schedule, wednesday, moment('2027-02-01T12:00:00Z'));
    expect(later.chosen?.before?.chosen).toBeUndefined();
  });

  it('of every four weeks that leaves out the week in which it was chosen is found again', () => {
    const four: Schedule = { ...monday, everyWeeks: 4, anchor: '2026-11-23' };
    const tuesday = moment('2026-11-24T09:00:00Z');
    const fresh = asChosen(undefined, four, tuesday);
    expect(nextWindow(fresh, tuesday).opens.toString()).toBe('2026-12-21T09:00:00Z');
  });
});
