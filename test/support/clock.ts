import { Temporal } from 'temporal-polyfill';
import { at } from '../../src/calendar/clock.ts';

/** A clock that moves only when a test sets it. */
export interface TestClock {
  now(): Temporal.Instant;
  /** Local date and time in Europe/Amsterdam, as '2026-11-23 10:05'. */
  set(moment: string): void;
}

/** A clock that stands at a local moment. */
export function testClock(start: string): TestClock {
  const momentOf = (text: string) => {
    const [date = '', time = ''] = text.split(' ');
    return at(Temporal.PlainDate.from(date), time);
  };
  let moment = momentOf(start);
  return {
    now: () => moment,
    set: (next) => {
      moment = momentOf(next);
    },
  };
}
