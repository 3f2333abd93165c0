import { Temporal } from 'temporal-polyfill';
import { at } from '../../src/calendar/clock.ts';

/** A clock that a test sets; from there it runs along with real time, so that waiting still works. */
export interface TestClock {
  now(): Temporal.Instant;
  /** Local date and time in Europe/Amsterdam, as '2026-11-23 10:05'. */
  set(moment: string): void;
}

/** A clock that starts at a local moment. */
export function testClock(start: string): TestClock {
  let offset = Temporal.Duration.from({ seconds: 0 });
  const set = (moment: string) => {
    const [date = '', time = ''] = moment.split(' ');
    offset = Temporal.Now.instant().until(at(Temporal.PlainDate.from(date), time));
  };
  set(start);
  return { now: () => Temporal.Now.instant().add(offset), set };
}
