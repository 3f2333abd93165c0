import { Temporal } from 'temporal-polyfill';
import { memoised } from '../lib/memoised.ts';
import { at, isDate, isTime, today } from './clock.ts';
import { daysAfterMonday, type Weekday } from './weekdays.ts';
import { mondayOf, periodOf } from './weeks.ts';

export type { Weekday } from './weekdays.ts';

/** A team's check-in rhythm: every so many weeks a window opens, on this day at this local time. */
export interface Schedule {
  everyWeeks: 1 | 2 | 4;
  /** ISO date of any day in a week in which a window opens; weeks are counted from it, both ways. */
  anchor: string;
  day: Weekday;
  /** 'HH:MM' in Europe/Amsterdam. */
  time: string;
  /**
   * When somebody chose it, as an instant, and the rhythm before it: what had opened by then stays as it was, and nothing opens
   * after the fact. Missing for a team that has had it as long as it matters.
   */
  chosen?: { at: string; before?: Schedule };
}

/** One check-in round: open from opens up to, not including, closes. */
export interface Window {
  period: string;
  opens: Temporal.Instant;
  closes: Temporal.Instant;
  /** Local dates, the opening day up to and including Friday. */
  days: readonly Temporal.PlainDate[];
}

/** Every window closes in its own ISO week at this moment, local in Europe/Amsterdam. */
const CLOSING: { readonly day: Weekday; readonly time: string } = { day: 'vr', time: '15:00' };

/** A team that chose nothing checks in every Monday at 10:00. */
export const defaultSchedule: Schedule = { everyWeeks: 1, anchor: '2026-01-05', day: 'ma', time: '10:00' };

/**
 * Takes a schedule, gives a Dutch sentence saying why it cannot be used, or undefined when it can: the window
 * has to open on a working day and before it closes on Friday 15:00. Throws nothing.
 */
export function scheduleProblem(schedule: Schedule): string | undefined {
  const day = daysAfterMonday(schedule.day);
  const closingDay = daysAfterMonday(CLOSING.day);
  if (day < 0 || day > closingDay) return 'Kies een dag van maandag t/m vrijdag.';
  if (!isTime(schedule.time)) return 'Schrijf de tijd als uren en minuten, bijvoorbeeld 10:00.';
  // Both are 'HH:MM', so their order as text is their order in time.
  if (day === closingDay && schedule.time >= CLOSING.time) {
    return 'Kies een moment vóór vrijdag 15.00 uur: dan sluit de check-in.';
  }
  if (![1, 2, 4].includes(schedule.everyWeeks)) return 'Kies elke week, elke 2 weken of elke 4 weken.';
  if (!isDate(schedule.anchor)) return 'Kies een dag die bestaat, in een week met een check-in.';
  return undefined;
}

/**
 * Takes a schedule and a period, gives the window in that week, or undefined when none opens that week.
 * Throws RangeError when it is no period or scheduleProblem finds the schedule unusable.
 */
export const windowOf = (schedule: Schedule, period: string): Window | undefined =>
  knownWindow(JSON.stringify({ schedule, period }));

/** So many windows are worked out once: a tap asks for the one of its team and week, and there are few schedules. */
const MOST_KNOWN = 1_000;

const knownWindow = memoised((asked) => {
  const { schedule, period } = JSON.parse(asked) as { schedule: Schedule; period: string };
  return workedOut(schedule, period);
}, MOST_KNOWN);

function workedOut(schedule: Schedule, period: string): Window | undefined {
  const monday = mondayOf(period);
  const isTurn = weeksAfterTurn(schedule, monday) === 0;
  const window = isTurn ? windowFrom(monday, schedule) : undefined;
  const { chosen } = schedule;
  if (!chosen || period > periodOf(today(Temporal.Instant.from(chosen.at)))) return window;
  // The week in which it was chosen, or one before: what had opened by then, or else what was still to come.
  const hasOpened = ({ opens }: Window) => Temporal.Instant.compare(opens, chosen.at) <= 0;
  const was = chosen.before && windowOf(chosen.before, period);
  if (was && hasOpened(was)) return was;
  return window && !hasOpened(window) ? window : undefined;
}

/** So long a rhythm of before is remembered: pictures are made up to three weeks later. */
const REMEMBERED_DAYS = 35;

/** So many rhythms before one another at most: a row holds no more. */
const MOST_REMEMBERED = 5;

/** A rhythm without those before it that nobody asks about any more. */
function remembered(schedule: Schedule, now: Temporal.Instant, left = MOST_REMEMBERED): Schedule {
  const { chosen, ...plain } = schedule;
  if (!chosen) return schedule;
  const over = Temporal.Instant.from(chosen.at).add({ hours: 24 * REMEMBERED_DAYS });
  if (left === 0 || Temporal.Instant.compare(over, now) <= 0) return plain;
  return chosen.before
    ? { ...plain, chosen: { at: chosen.at, before: remembered(chosen.before, now, left - 1) } }
    : schedule;
}

/**
 * Takes the rhythm that holds, the one that takes its place, and the instant of that; gives the second with what stays of the
 * first: a window that is open stays open, and none opens after the fact. Without a rhythm before it, as for a new team, nothing was open.
 */
export function asChosen(before: Schedule | undefined, next: Schedule, now: Temporal.Instant): Schedule {
  const { chosen: _, ...plain } = next;
  return { ...plain, chosen: { at: now.toString(), ...(before ? { before: remembered(before, now) } : {}) } };
}

/**
 * Takes a schedule and the instant that counts as now, gives the window that is open: opens <= now < closes.
 * Throws RangeError when scheduleProblem finds the schedule unusable.
 */
export function windowAt(schedule: Schedule, now: Temporal.Instant): Window | undefined {
  const window = windowOf(schedule, periodOf(today(now)));
  return window && isInside(window, now) ? window : undefined;
}

/**
 * Takes a schedule and the instant that counts as now, gives the first window that opens strictly after now.
 * Throws RangeError when scheduleProblem finds the schedule unusable.
 */
export function nextWindow(schedule: Schedule, now: Temporal.Instant): Window {
  const thisMonday = mondayOf(periodOf(today(now)));
  for (let weeks = 0; weeks <= MOST_WEEKS; weeks += 1) {
    const window = windowOf(schedule, periodOf(thisMonday.add({ weeks })));
    if (window && Temporal.Instant.compare(window.opens, now) > 0) return window;
  }
  throw new RangeError('a rhythm without windows');
}

/** More weeks than lie between two windows, also when the one between them did not open. */
const MOST_WEEKS = 12;

/** Takes a window and an instant, tells whether opens <= instant < closes. Throws nothing. */
export function isInside(window: Window, instant: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(window.opens, instant) <= 0 &&
    Temporal.Instant.compare(instant, window.closes) < 0
  );
}

// How many weeks this Monday lies after the last week in which a window opens: 0 when it is such a week.
// Counted in whole weeks between Mondays, because week numbers start over at the turn of the year.
function weeksAfterTurn(schedule: Schedule, monday: Temporal.PlainDate): number {
  const problem = scheduleProblem(schedule);
  if (problem) throw new RangeError(`Unusable schedule: ${problem}`);
  const anchor = Temporal.PlainDate.from(schedule.anchor);
  const anchorMonday = anchor.subtract({ days: anchor.dayOfWeek - 1 });
  const weeks = anchorMonday.until(monday, { largestUnit: 'days' }).days / 7;
  // Rounded down, not with %, so that weeks before the anchor count from the turn before them as well.
  return weeks - schedule.everyWeeks * Math.floor(weeks / schedule.everyWeeks);
}

function windowFrom(monday: Temporal.PlainDate, { day, time }: Pick<Schedule, 'day' | 'time'>): Window {
  const first = daysAfterMonday(day);
  const last = daysAfterMonday(CLOSING.day);
  const period = periodOf(monday);
  return {
    period,
    opens: at(monday.add({ days: first }), time),
    closes: closingOf(period),
    days: Array.from({ length: last - first + 1 }, (_, place) => monday.add({ days: first + place })),
  };
}

/** Takes a period, gives when it closes, in whatever rhythm a team has. Throws RangeError when it is no period. */
export function closingOf(period: string): Temporal.Instant {
  return at(mondayOf(period).add({ days: daysAfterMonday(CLOSING.day) }), CLOSING.time);
}

/**
 * Takes a moment, gives the newest period that has closed: every window closes at the same moment of its own week, in
 * whatever rhythm a team has. Throws nothing.
 */
export function newestClosed(now: Temporal.Instant): string {
  const period = periodOf(today(now));
  const isOpen = Temporal.Instant.compare(now, closingOf(period)) < 0;
  return isOpen ? periodOf(mondayOf(period).subtract({ weeks: 1 })) : period;
}

/** A turn that began before a closing may write for so many minutes after it. */
const GRACE_MINUTES = 2;

/** Takes a moment, gives the newest period that has closed and in which no turn is under way any more. Throws nothing. */
export const newestSettled = (now: Temporal.Instant): string =>
  newestClosed(now.subtract({ minutes: GRACE_MINUTES }));
