import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../../calendar/availability.ts';
import { at } from '../../../calendar/clock.ts';
import { isFreeDay } from '../../../calendar/holidays.ts';
import { weekdayOf } from '../../../calendar/weekdays.ts';
import { byDue } from '../../../conversation/waiting.ts';
import { fitted } from '../../../language/fitted.ts';
import { normalise } from '../../../language/normalise.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { Todo } from '../actions/store.ts';
import { isRunning, type Member, type Pilot } from '../pilot/pilot.ts';

/** The stand-up of one day (ISO date): open from `opens` up to, not including, `closes`. */
export interface StandupWindow {
  day: string;
  opens: Temporal.Instant;
  /** Who did not share by then is reminded. */
  remindAt: Temporal.Instant;
  closes: Temporal.Instant;
}

/** The part of the window after which who did not share is reminded. */
const REMINDED_AFTER = 0.8;

/** One answer at its longest, in characters. */
export const LONGEST_ANSWER = 1_000;

/** So far ahead the next stand-up is looked for: longer than any row of free days. */
const SEARCHED_DAYS = 21;

/** An action without a next stand-up to be ready for is due after so many days. */
const DUE_DAYS = 7;

/**
 * The window of a pilot on a local day: on its chosen weekdays, from its first day up to its last. Undefined on other
 * days, on public holidays and when the municipality is closed (`closures`: ISO dates).
 */
export function windowOn(
  pilot: Pick<Pilot, 'from' | 'until' | 'closedOn' | 'standup'>,
  day: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): StandupWindow | undefined {
  const { standup } = pilot;
  if (!standup || !isRunning(pilot as Pilot, day.toString())) return undefined;
  if (!standup.days.includes(weekdayOf(day)) || isFreeDay(day, closures)) return undefined;
  const [opens, closes] = [at(day, standup.from), at(day, standup.until)];
  const length = closes.since(opens).total('milliseconds');
  return {
    day: day.toString(),
    opens,
    closes,
    remindAt: opens.add({ milliseconds: Math.round(length * REMINDED_AFTER) }),
  };
}

/** How a window stands at an instant; `remind` is its last part, in which it is open too. */
export function phaseOf(
  { opens, remindAt, closes }: StandupWindow,
  now: Temporal.Instant,
): 'before' | 'open' | 'remind' | 'closed' {
  const reached = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;
  if (reached(closes)) return 'closed';
  if (reached(remindAt)) return 'remind';
  return reached(opens) ? 'open' : 'before';
}

/** The members of a pilot of whom something is expected that day: they work here, and they work that day. */
export function expectedOn(
  members: readonly Pick<Member, 'directoryId'>[],
  people: readonly Person[],
  day: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): Person[] {
  const ids = new Set(members.map(({ directoryId }) => directoryId));
  return people.filter(
    (person) => ids.has(person.directoryId ?? '') && isPresent(person) && worksOn(person, day, closures),
  );
}

/** The first stand-up day after a day, as an ISO date; undefined when there is none soon. */
export function nextStandup(
  pilot: Pick<Pilot, 'from' | 'until' | 'closedOn' | 'standup'>,
  after: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): string | undefined {
  return Array.from({ length: SEARCHED_DAYS }, (_, n) => after.add({ days: n + 1 }))
    .find((day) => windowOn(pilot, day, closures) !== undefined)
    ?.toString();
}

/** The day (ISO date) by which an action taken on that day should be done: the next stand-up, where its owner can say so. */
export function dueAfter(
  pilot: Pick<Pilot, 'from' | 'until' | 'closedOn' | 'standup'>,
  day: Temporal.PlainDate,
  closures: ReadonlySet<string>,
): string {
  return nextStandup(pilot, day, closures) ?? day.add({ days: DUE_DAYS }).toString();
}

/** Open actions that should have been done before this day (ISO date). */
export function overdueOn(todos: readonly Todo[], day: string): Todo[] {
  return todos.filter(({ due, doneOn }) => doneOn === undefined && due !== undefined && due < day);
}

/** Open actions as a stand-up mentions them: those that are late, and the others, the earliest date first. */
export interface OpenTodos {
  late: readonly Todo[];
  others: readonly Todo[];
}

/** The open actions that stand in the stand-up of a day (ISO date): late is what was late when it opened. */
export function openTodosOn(todos: readonly Todo[], day: string): OpenTodos {
  const open = todos.filter(({ doneOn }) => doneOn === undefined).toSorted(byDue);
  return {
    late: open.filter(({ mentioned }) => mentioned === day),
    others: open.filter(({ mentioned, due }) => mentioned !== day && (due === undefined || due >= day)),
  };
}

const nothing =
  /^((nee|neen|niets|niks|geen|nvt|n v t|no|x|0)( (hoor|dus|eigenlijk|bijzonders|blokkades?|belemmeringen|problemen))?|(op dit moment|nu|vandaag|gelukkig|nog) (even )?(niets|niks|geen)|alles (gaat|loopt) goed|geen bijzonderheden)$/;

/** True for an answer that says that there is nothing: "nee", "niks", "-". */
export function isNothing(text: string): boolean {
  const plain = normalise(text);
  return nothing.test(plain) || /^[\s\p{P}]*$/u.test(text);
}

/** The three answers as they are kept, and the numbers (from 1) of those that were too long and lost their end. */
export function cutAnswers(typed: readonly [string, string, string]): {
  answers: [string, string, string];
  cut: number[];
} {
  const answers = typed.map((text) => fitted(text, LONGEST_ANSWER)) as [string, string, string];
  const cut = typed.flatMap((text, n) => ([...text.trim()].length > LONGEST_ANSWER ? [n + 1] : []));
  return { answers, cut };
}
