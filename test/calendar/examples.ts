import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Presence } from '../../src/calendar/availability.ts';
import { type Schedule, scheduleProblem } from '../../src/calendar/schedule.ts';
import { weekdays } from '../../src/calendar/weekdays.ts';

/** A local date from 'YYYY-MM-DD'. */
export const date = (iso: string) => Temporal.PlainDate.from(iso);

/** An instant from a local moment with its offset, as '2026-11-27T15:00+01:00'. */
export const instant = (iso: string) => Temporal.Instant.from(iso);

/** A value with its dates and instants as text: Temporal objects show no fields, so all look equal to expect. */
export const asText = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

export const noClosures: ReadonlySet<string> = new Set();

const epoch = date('2015-01-01');

/** Any date from 2015 up to and including 2054: forty year turns and seven years with a week 53. */
export const anyDate = fc.integer({ min: 0, max: 14_600 }).map((days) => epoch.add({ days }));

export const anyInstant = fc
  .tuple(anyDate, fc.integer({ min: 0, max: 86_399 }))
  .map(([day, second]) => day.toZonedDateTime('UTC').add({ seconds: second }).toInstant());

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    everyWeeks: fc.constantFrom(1, 2, 4),
    anchor: anyDate.map(String),
    day: fc.constantFrom('ma', 'di', 'wo', 'do', 'vr'),
    time: anyTime,
  })
  .filter((schedule) => scheduleProblem(schedule) === undefined);

/** A presence and closures around a given date, so that absences and closed days really touch the window. */
export const aroundDate = (day: Temporal.PlainDate) => {
  const near = fc.integer({ min: -10, max: 10 }).map((days) => day.add({ days }).toString());
  return fc.record({
    presence: fc.record<Presence, 'workdays'>(
      { workdays: fc.subarray([...weekdays]), absentFrom: near, absentUntil: near },
      { requiredKeys: ['workdays'] },
    ),
    closures: fc.array(near, { maxLength: 3 }).map((days) => new Set(days)),
  });
};
