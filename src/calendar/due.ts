import type { Temporal } from 'temporal-polyfill';
import { firstWorkingDay, lastWorkingDay, type Presence } from './availability.ts';
import { at } from './clock.ts';
import { isInside, type Schedule, type Window } from './schedule.ts';

/** The reminder goes out at this local time in Europe/Amsterdam. */
const REMINDER_TIME = '10:00';

/** As `cardDay`, for many people with one window: what is the same for all of them is worked out once. */
export function cardDays(
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): (presence: Presence) => Temporal.PlainDate | undefined {
  // A team that opens at 16:00 cannot send on Friday: the window has closed at 15:00.
  const sendable = window.days.filter((day) => isInside(window, sendMoment(window, schedule, day)));
  return (presence) => firstWorkingDay(presence, sendable, closures);
}

/** As `reminderDay`, for many people with one window. */
export function reminderDays(
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): (presence: Presence) => Temporal.PlainDate | undefined {
  const cardOf = cardDays(window, schedule, closures);
  return (presence) => {
    const card = cardOf(presence);
    const last = lastWorkingDay(presence, window.days, closures);
    if (!card || !last || card.equals(last)) return undefined;
    return isInside(window, reminderMoment(last)) ? last : undefined;
  };
}

/**
 * Takes a person's presence, a window, the schedule it came from and the municipality's closures; gives the
 * local date the check-in card goes out: the first day of the window on which the person works and whose
 * sending moment lies in the window. Undefined when there is no such day, as in a week wholly off.
 * Throws RangeError when the schedule's time is not 'HH:MM'.
 */
export function cardDay(
  presence: Presence,
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return cardDays(window, schedule, closures)(presence);
}

/**
 * Takes the same, gives the local date the reminder goes out: the person's last working day in the window.
 * Undefined when the card itself goes out that day, when no card goes out at all (nothing to be reminded of),
 * or when 10:00 that day is not inside the window.
 * Throws RangeError when the schedule's time is not 'HH:MM'.
 */
export function reminderDay(
  presence: Presence,
  window: Window,
  schedule: Schedule,
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  return reminderDays(window, schedule, closures)(presence);
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
