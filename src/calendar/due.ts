import type { Temporal } from 'temporal-polyfill';
import { firstWorkingDay, lastWorkingDay, type Presence } from './availability.ts';
import { at } from './clock.ts';
import { isInside, type Schedule, type Window } from './schedule.ts';
import { daysAfterMonday, type Weekday } from './weekdays.ts';

/** The reminder goes out at this local time in Europe/Amsterdam. */
const REMINDER_TIME = '10:00';

/** What somebody chose about when their card comes; what they left open is as their team has it. */
export interface OwnMoment {
  checkinDay?: Weekday;
  /** 'HH:MM' in Europe/Amsterdam. */
  checkinTime?: string;
}

/** When somebody's card comes: a local date and a time 'HH:MM', both in Europe/Amsterdam. */
export interface CardMoment {
  day: Temporal.PlainDate;
  time: string;
}

/**
 * Takes a window, the schedule it came from and the municipality's closures; gives the function that tells when somebody's card
 * comes. That is the first day from their chosen one on (without one: from the opening) on which they work and on which their
 * chosen time (without one: the team's) lies in the window; when there is none, the last such day before it; and when their time
 * fits on no day, the same at the team's time. So a wish never keeps the card away. Undefined in a week wholly off.
 * What is the same for many people is worked out once. Throws RangeError when a time is not 'HH:MM'.
 */
export function cardMoments(
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): (who: Presence & OwnMoment) => CardMoment | undefined {
  const sendable = new Map<string, Temporal.PlainDate[]>();
  // A team that opens at 16:00 cannot send on Friday: the window has closed at 15:00.
  function daysAt(time: string): Temporal.PlainDate[] {
    const known = sendable.get(time);
    const days = known ?? window.days.filter((day) => isInside(window, at(day, time)));
    sendable.set(time, days);
    return days;
  }
  function dayAt(who: Presence & OwnMoment, time: string): Temporal.PlainDate | undefined {
    const wished = who.checkinDay === undefined ? 0 : daysAfterMonday(who.checkinDay);
    const isFrom = (day: Temporal.PlainDate) => day.dayOfWeek > wished;
    const days = daysAt(time);
    return (
      firstWorkingDay(who, days.filter(isFrom), closures) ??
      lastWorkingDay(
        who,
        days.filter((day) => !isFrom(day)),
        closures,
      )
    );
  }
  return (who) => {
    const times = [who.checkinTime ?? schedule.time, schedule.time];
    for (const time of times) {
      const day = dayAt(who, time);
      if (day) return { day, time };
    }
    return undefined;
  };
}

/** As `cardDay`, for many people with one window. */
export function cardDays(
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): (who: Presence & OwnMoment) => Temporal.PlainDate | undefined {
  const momentOf = cardMoments(window, schedule, closures);
  return (who) => momentOf(who)?.day;
}

/** As `reminderDay`, for many people with one window. */
export function reminderDays(
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): (who: Presence & OwnMoment) => Temporal.PlainDate | undefined {
  const cardOf = cardDays(window, schedule, closures);
  return (who) => {
    const card = cardOf(who);
    const last = lastWorkingDay(who, window.days, closures);
    if (!card || !last || card.equals(last)) return undefined;
    return isInside(window, reminderMoment(last)) ? last : undefined;
  };
}

/**
 * Takes when a person works and what they chose, a window, the schedule it came from and the municipality's closures; gives the
 * local date the check-in card goes out, as `cardMoments` says: without a choice the first day of the window on which the
 * person works and whose sending moment lies in the window. Undefined when there is no such day, as in a week wholly off.
 * Throws RangeError when the schedule's time is not 'HH:MM'.
 */
export function cardDay(
  who: Presence & OwnMoment,
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return cardDays(window, schedule, closures)(who);
}

/**
 * Takes the same, gives the local date the reminder goes out: the person's last working day in the window.
 * Undefined when the card itself goes out that day, when no card goes out at all (nothing to be reminded of),
 * or when 10:00 that day is not inside the window.
 * Throws RangeError when the schedule's time is not 'HH:MM'.
 */
export function reminderDay(
  who: Presence & OwnMoment,
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return reminderDays(window, schedule, closures)(who);
}

/**
 * Takes a window, the schedule it came from and one of the window's days; gives the instant a card goes out
 * that day: the schedule's local time in Europe/Amsterdam, on the opening day and on later days alike.
 * Throws RangeError when the day is not one of the window's days or the time is not 'HH:MM'.
 */
export function sendMoment(window: Window, schedule: Schedule, day: Temporal.PlainDate): Temporal.Instant {
  if (!window.days.some((candidate) => candidate.equals(day))) {
    throw new RangeError(`${day} is not a day of the window of ${window.period}`);
  }
  return at(day, schedule.time);
}

/** Takes a local date, gives the instant its reminder goes out: 10:00 in Europe/Amsterdam. Throws nothing. */
export function reminderMoment(day: Temporal.PlainDate): Temporal.Instant {
  return at(day, REMINDER_TIME);
}
