import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { worksOn } from '../../../src/calendar/availability.ts';
import { today, ZONE } from '../../../src/calendar/clock.ts';
import { defaultSchedule, type Schedule, scheduleProblem, windowOf } from '../../../src/calendar/schedule.ts';
import { type Weekday, weekdays } from '../../../src/calendar/weekdays.ts';
import { cardsDue, getsCard, getsReminder } from '../../../src/features/checkin/rules.ts';
import { emptyMunicipality } from '../../../src/people/municipality.ts';
import { person } from '../../support/town.ts';

describe('whoever works when, and on whatever days the machine ran', () => {
  const anyDay = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
  const anyCase = fc
    .record({
      monday: anyDay.map((day) => day.subtract({ days: day.dayOfWeek - 1 })),
      workdays: fc.subarray([...weekdays]),
      absence: fc.option(fc.tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: 0, max: 4 }))),
      closed: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
      up: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      day: fc.constantFrom<Schedule['day']>('ma', 'di', 'wo', 'do', 'vr'),
      time: fc.constantFrom('07:00', '10:00', '13:30', '16:00'),
      wish: fc.record({
        checkinDay: fc.constantFrom<Weekday | undefined>(undefined, 'ma', 'di', 'wo', 'do', 'vr'),
        checkinTime: fc.constantFrom(undefined, '08:00', '10:00', '14:30', '17:00'),
      }),
    })
    .filter(({ day, time }) => !scheduleProblem({ ...defaultSchedule, day, time }));

  const noWish = { checkinDay: undefined, checkinTime: undefined };

  /** Around every moment at which something begins or ends, night and weekend included. */
  const hours = [0, 7, 9, 10, 14, 15, 17, 18, 23];
  const momentsOf = (day: Temporal.PlainDate) =>
    hours.map((hour) => day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour, minute: 30 } }).toInstant());

  /**
   * Lives through a week on the days on which the machine ran. Gives the card that was sent, if any, and every moment
   * at which a reminder was due.
   */
  function live({
    monday,
    workdays,
    absence,
    closed,
    up,
    day,
    time,
    wish,
  }: typeof anyCase extends fc.Arbitrary<infer T> ? T : never) {
    const schedule: Schedule = { everyWeeks: 1, anchor: '2026-01-05', day, time };
    const iso = (days: number) => monday.add({ days }).toString();
    const away = absence ? { absentFrom: iso(absence[0]), absentUntil: iso(absence[0] + absence[1]) } : {};
    const one = person('p01', { workdays, ...away, ...wish });
    const municipality = { ...emptyMunicipality, closures: closed.map(iso) };
    const context = { team: { key: 'objecten-west', name: 'Objecten West', schedule }, municipality };
    const cards: Temporal.Instant[] = [];
    const reminders: Temporal.Instant[] = [];
    for (const place of up) {
      for (const now of momentsOf(monday.add({ days: place }))) {
        if (cards.length === 0 && getsCard({ ...context, now })(one)) cards.push(now);
        if (getsReminder({ ...context, now })(one)) reminders.push(now);
      }
    }
    const period = `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`;
    const window = windowOf(schedule, period);
    if (!window) throw new Error('a weekly team has a window every week');
    return { cards, reminders, one, window, municipality, context };
  }

  test('everybody who worked while a card could be sent has exactly one, on a working day inside the window', () => {
    fc.assert(
      fc.property(anyCase, (week) => {
        const { cards, one, window, municipality, context } = live({ ...week, wish: noWish });
        const closures = new Set(municipality.closures);
        const could = week.up
          .map((place) => week.monday.add({ days: place }))
          .filter((day) => worksOn(one, day, closures))
          .filter((day) => momentsOf(day).some((now) => cardsDue(context.team, now)));
        expect(cards).toHaveLength(could.length > 0 ? 1 : 0);
        for (const card of cards) {
          expect(today(card).toString()).toBe(could[0]?.toString());
          expect(Temporal.Instant.compare(window.opens, card)).toBeLessThanOrEqual(0);
          expect(Temporal.Instant.compare(card, window.closes)).toBeLessThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a day and a time of their own never keep the card away, and bring none on a day off or outside the window', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const week = { ...some, up: [0, 1, 2, 3, 4, 5, 6] };
        const { cards, one, window, municipality } = live(week);
        // Of a team that opens too late for Friday, an early time of their own may bring what there was none of before.
        expect(cards.length).toBeGreaterThanOrEqual(live({ ...week, wish: noWish }).cards.length);
        expect(cards.length).toBeLessThanOrEqual(1);
        for (const card of cards) {
          expect(worksOn(one, today(card), new Set(municipality.closures))).toBe(true);
          expect(Temporal.Instant.compare(window.opens, card)).toBeLessThanOrEqual(0);
          expect(Temporal.Instant.compare(card, window.closes)).toBeLessThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a reminder is due on one day at most, a working day inside the window', () => {
    fc.assert(
      fc.property(anyCase, (week) => {
        const { reminders, one, window, municipality } = live(week);
        expect(new Set(reminders.map((moment) => today(moment).toString())).size).toBeLessThanOrEqual(1);
        for (const moment of reminders) {
          expect(worksOn(one, today(moment), new Set(municipality.closures))).toBe(true);
          expect(Temporal.Instant.compare(window.opens, moment)).toBeLessThanOrEqual(0);
          expect(Temporal.Instant.compare(moment, window.closes)).toBeLessThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a reminder never comes on the day of the card, as long as the machine runs', () => {
    fc.assert(
      fc.property(anyCase, (week) => {
        const { cards, reminders } = live({ ...week, up: [0, 1, 2, 3, 4, 5, 6] });
        for (const moment of reminders) {
          expect(cards).toHaveLength(1);
          expect(cards.map((card) => today(card).toString())).not.toContain(today(moment).toString());
        }
      }),
      { numRuns: 100 },
    );
  });
});
