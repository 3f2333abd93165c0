import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../calendar/availability.ts';
import { at, timeOfDay, today } from '../../calendar/clock.ts';
import { cardMoments, reminderDays, reminderMoment, sendMoment } from '../../calendar/due.ts';
import { isWorkday } from '../../calendar/holidays.ts';
import { type Schedule, scheduleProblem, type Window, windowAt, windowOf } from '../../calendar/schedule.ts';
import { daysAfterMonday, type Weekday } from '../../calendar/weekdays.ts';
import { isPeriod, periodOf } from '../../calendar/weeks.ts';
import type { Municipality, Team } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
import { oncePerAccount, respondents } from '../../people/person.ts';
import type { Theme } from '../../people/themes.ts';
import type { Lately } from './contract.ts';

/**
 * The five answers: each with a word, since a face alone says too little. Each face ends in the (invisible) emoji
 * presentation selector, so that all five look alike on every device.
 */
export const options = [
  { score: 1, word: 'heel zwaar', face: '😣️' },
  { score: 2, word: 'zwaar', face: '🙁️' },
  { score: 3, word: 'gaat wel', face: '😐️' },
  { score: 4, word: 'goed', face: '🙂️' },
  { score: 5, word: 'heel goed', face: '😄️' },
] as const;
export type Score = (typeof options)[number]['score'];

export const MOST_THEMES = 2;

/**
 * Who may read a comment (trust:comments-stay-the-writers): the writer alone unless they choose otherwise.
 */
export const sharings = {
  private: 'alleen ik',
  'without-name': 'mijn team en leidinggevende, zonder mijn naam',
  'with-name': 'mijn leidinggevende, met mijn naam',
} as const;
export type Sharing = keyof typeof sharings;

/** A comment is kept up to this length. */
export const LONGEST_COMMENT = 1_000;

/** With fewer respondents than this nothing can be shown, so no scale is offered (trust:fewest-six). */
const FEWEST_RESPONDENTS = 6;

/** What somebody answered in a period. */
export interface CheckinAnswer {
  score?: Score;
  themes: Theme[];
  comment?: string;
  sharing?: Sharing;
  /** "Deze week niet". */
  skipped?: boolean;
}

/** One answer in somebody's own line. */
export interface OwnScore {
  period: string;
  score: Score;
  themes: Theme[];
}

/** Answers this low count as heavy; twice in a row, and the talk offer comes first. */
export const LOW = 2;
/** A theme matters for tips during so many answers. */
const THEME_LASTS = 4;

/** What somebody's line (oldest first) means for a tip in this period; computed in the moment, kept nowhere. */
export function latelyOf(line: readonly OwnScore[], period: string): Lately {
  const themed = line.slice(-THEME_LASTS).findLast(({ themes }) => themes.length > 0);
  const last = line.at(-1);
  return { heavy: last?.period === period && last.score <= LOW, themes: themed?.themes ?? [] };
}

/** True when the last two answers, of which one is this period's, are both low. Weeks that were skipped do not count. */
export function lowTwice(line: readonly OwnScore[], period: string): boolean {
  const [before, last] = line.slice(-2);
  return last?.period === period && last.score <= LOW && before !== undefined && before.score <= LOW;
}

/** The option that belongs to a score. */
export function optionOf(score: Score): (typeof options)[number] {
  return options[score - 1] ?? options[2];
}

/**
 * True when the team has enough respondents for a scale. `members` are the rows in the team; two rows of one
 * account count once.
 */
export function hasScale(team: Team, members: readonly Person[]): boolean {
  return respondents(team, oncePerAccount(members)).length >= FEWEST_RESPONDENTS;
}

/** Where a period stands for a team: `open` until the window closes, `closed` after it, `none` when it has none. */
export type PeriodState = { state: 'open' | 'closed' | 'early'; window: Window } | { state: 'none' };

/** Where a period stands. A period that does not exist, or in which the team has no window, is `none`. */
export function periodState(team: Team, period: string, now: Temporal.Instant): PeriodState {
  const window = isPeriod(period) ? windowOf(team.schedule, period) : undefined;
  if (!window) return { state: 'none' };
  if (Temporal.Instant.compare(now, window.closes) >= 0) return { state: 'closed', window };
  if (Temporal.Instant.compare(now, window.opens) < 0) return { state: 'early', window };
  return { state: 'open', window };
}

/** This week's window, open, still to open or closed; undefined in a week without one. */
export function thisWeek(team: Team, now: Temporal.Instant): Window | undefined {
  return windowAt(team.schedule, now) ?? windowOf(team.schedule, periodOf(today(now)));
}

/** Cuts a comment at its longest. `cut` tells whether something was left out. Splits no character. */
export function fitComment(text: string): { comment: string; cut: boolean } {
  const trimmed = text.trim();
  const characters = [...trimmed];
  if (characters.length <= LONGEST_COMMENT) return { comment: trimmed, cut: false };
  return { comment: characters.slice(0, LONGEST_COMMENT).join(''), cut: true };
}

/** Nobody is written to earlier on a day because somebody asked for it, or later whatever the reason. */
const EARLIEST_TIME = '08:00';
const LATEST_TIME = '18:00';

/** True for somebody who wants check-ins, still works here, and for whom the app is installed. */
export function mayBeWrittenTo(person: Person): boolean {
  const { checkins, reach, removed, directoryId, address } = person;
  return (
    checkins &&
    reach === 'open' &&
    removed === undefined &&
    directoryId !== undefined &&
    address !== undefined
  );
}

const earliest = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);

/** The open window, today, and until when something may still be sent today; undefined when nothing may. */
function openToday(team: Team, now: Temporal.Instant) {
  const window = windowAt(team.schedule, now);
  const day = today(now);
  if (!window?.days.some((other) => other.equals(day))) return undefined;
  const until = earliest(window.closes, at(day, LATEST_TIME));
  return Temporal.Instant.compare(now, until) < 0 ? { window, day, until } : undefined;
}

/** The open window and today's moment of a round, when that moment has come. */
function dueToday(
  team: Team,
  now: Temporal.Instant,
  moment: (window: Window, day: Temporal.PlainDate) => Temporal.Instant,
) {
  const found = openToday(team, now);
  return found && Temporal.Instant.compare(moment(found.window, found.day), now) <= 0 ? found : undefined;
}

/** Today's occurrence of the cards of a team, from the sending moment to the end of the day or the window. */
export function cardsDue(team: Team, now: Temporal.Instant) {
  return dueToday(team, now, (window, day) => sendMoment(window, team.schedule, day));
}

/** The times somebody may choose for their card: each half hour of an office day. */
export const ownTimes: readonly string[] = Array.from({ length: 19 }, (_, n) => {
  const hour = `${8 + Math.floor(n / 2)}`.padStart(2, '0');
  return `${hour}:${n % 2 === 0 ? '00' : '30'}`;
});

/** Why a card cannot come on a chosen day at a chosen time, in Dutch; undefined when it can. */
export function windowProblem(
  schedule: Schedule,
  { day, time = schedule.time }: { day?: Weekday; time?: string },
): string | undefined {
  if (day === undefined) return undefined;
  const [wished, first] = [daysAfterMonday(day), daysAfterMonday(schedule.day)];
  if (wished < first || (wished === first && time < schedule.time))
    return 'Dan is de check-in van je team nog niet open.';
  return scheduleProblem({ ...schedule, day, time });
}

/** Today's occurrences of the cards at times that people chose, as far as these have come; the team's own time is not among them. */
export function ownCardsDue(team: Team, now: Temporal.Instant) {
  const found = openToday(team, now);
  if (!found) return [];
  const time = timeOfDay(now);
  return ownTimes
    .filter((own) => own <= time && own !== team.schedule.time)
    .map((own) => ({ ...found, at: own }));
}

/** Today's occurrence of the reminders of a team. */
export function remindersDue(team: Team, now: Temporal.Instant) {
  return dueToday(team, now, (_window, day) => reminderMoment(day));
}

/** What decides who gets something today. */
interface Today {
  team: Team;
  municipality: Municipality;
  now: Temporal.Instant;
}

const nobody = () => false;

/**
 * At which time somebody gets their card today ('HH:MM'): whoever works today and has no better day in what is left of the
 * window, by their own choice or their team's. Undefined for who gets none today. So a day that was missed is made up for on
 * the next working day, never on a day off. Made once for a round, which makes the answer for one person cheap.
 */
export function cardTimes({ team, municipality, now }: Today): (person: Person) => string | undefined {
  const found = openToday(team, now);
  if (!found) return () => undefined;
  const { window, day } = found;
  const closures = new Set(municipality.closures);
  const remaining = {
    ...window,
    days: window.days.filter((other) => Temporal.PlainDate.compare(other, day) >= 0),
  };
  const momentOf = cardMoments(remaining, team.schedule, closures);
  return (person) => {
    const moment = mayBeWrittenTo(person) ? momentOf(person) : undefined;
    return moment?.day.equals(day) ? moment.time : undefined;
  };
}

/** True for somebody whose card comes today and whose time has come, if they did not get it in this window yet. */
export function getsCard(on: Today): (person: Person) => boolean {
  const timeOf = cardTimes(on);
  const now = timeOfDay(on.now);
  return (person) => {
    const time = timeOf(person);
    return time !== undefined && time <= now;
  };
}

/**
 * The open window, today, and until when the card may go out today because an administrator asks for it; undefined when it
 * may not: on a day off of everybody, and outside the hours in which cards go out.
 */
export function sendableNow({ team, municipality, now }: Today) {
  const found = openToday(team, now);
  if (!found || timeOfDay(now) < EARLIEST_TIME) return undefined;
  return isWorkday(found.day, new Set(municipality.closures)) ? found : undefined;
}

/**
 * True for who gets the card when an administrator sends it now: who may be written to and works today, as for every other card.
 * Made once for a round.
 */
export function getsCardNow(on: Today): (person: Person) => boolean {
  const found = sendableNow(on);
  if (!found) return nobody;
  const closures = new Set(on.municipality.closures);
  return (person) => mayBeWrittenTo(person) && worksOn(person, found.day, closures);
}

/**
 * True for somebody whose last working day in the window is today, unless the card itself comes on that day.
 * Made once for a round.
 */
export function getsReminder({ team, municipality, now }: Today): (person: Person) => boolean {
  const found = remindersDue(team, now);
  if (!found) return nobody;
  const { window, day } = found;
  const closures = new Set(municipality.closures);
  const dayOf = reminderDays(window, team.schedule, closures);
  return (person) => mayBeWrittenTo(person) && (dayOf(person)?.equals(day) ?? false);
}
