import { Temporal } from 'temporal-polyfill';
import { isWorkday } from '../../../calendar/holidays.ts';
import { isOpen, type Signal, type SignalState } from '../signals/signal.ts';

/** The Monday from which due weeks are counted. Any would do, as long as it stays. */
const COUNTED_FROM = Temporal.PlainDate.from('2001-01-01');
/** From the first working day on, a report that could not be sent is tried for this many days. */
const TRIED_DAYS = 7;
/** No municipality is closed for more days than this. */
const LONGEST_CLOSURE = 60;

/** Takes a local date and every how many weeks feedback is due; gives the Monday of the newest due week. */
export function dueMonday(day: Temporal.PlainDate, weeks: number): Temporal.PlainDate {
  const past = Math.floor(COUNTED_FROM.until(day, { largestUnit: 'days' }).days / 7);
  return COUNTED_FROM.add({ weeks: past - (past % weeks) });
}

/**
 * Takes a day and gives the Monday of the due week whose report is sent on it. Undefined when there is none: before the
 * first working day of the week, on a day on which nobody works, and when it was tried for long enough.
 */
export function givenOn(
  day: Temporal.PlainDate,
  weeks: number,
  closures: ReadonlySet<string>,
): Temporal.PlainDate | undefined {
  if (!isWorkday(day, closures)) return undefined;
  const monday = dueMonday(day, weeks);
  let first = monday;
  for (let n = 0; n < LONGEST_CLOSURE && !isWorkday(first, closures); n += 1) first = first.add({ days: 1 });
  return first.until(day, { largestUnit: 'days' }).days < TRIED_DAYS ? monday : undefined;
}

/** Signals of colleagues of which nothing was decided yet, by where they stand. */
export interface Heard {
  state: SignalState;
  count: number;
}

/** What became of a team's signals in a while. */
export interface Report {
  /** So many came in of colleagues. */
  came: number;
  heard: Heard[];
  /** Decided, and still to be done. */
  decided: Signal[];
  /** Decided not to act on. */
  declined: Signal[];
  /** Done and told back. */
  done: Signal[];
  /** So many are open, from whatever time. */
  open: number;
  /** The day on which the oldest of them came in. */
  oldest?: string;
}

/**
 * What became of these signals from a day on: an ISO date, itself included. Each signal stands in one place. What a rule found tells
 * how people answered (trust:answers-not-in-messages): it counts only once something was decided about it, in words that were written for the team.
 */
export function reportOf(all: readonly Signal[], since: string): Report {
  const isDecided = ({ state, acts }: Signal) =>
    state === 'answered' || (state === 'deciding' && acts !== undefined);
  const signals = all.filter((signal) => signal.source === 'raised' || isDecided(signal));
  const moved = signals.filter((signal) => (signal.answered ?? signal.moved) >= since);
  const settled = moved.filter(isDecided);
  const acted = settled.filter(({ acts }) => acts !== false);
  const heard = Map.groupBy(
    moved.filter((signal) => !isDecided(signal)),
    ({ state }) => state,
  );
  const open = signals.filter(isOpen);
  return {
    came: signals.filter(({ source, day }) => source === 'raised' && day >= since).length,
    heard: [...heard].map(([state, list]) => ({ state, count: list.length })),
    decided: acted.filter(isOpen),
    declined: settled.filter(({ acts }) => acts === false),
    done: acted.filter((signal) => !isOpen(signal)),
    open: open.length,
    oldest: open.map(({ day }) => day).sort()[0],
  };
}

/** True when something was decided or told back. */
export const isSettled = ({ decided, declined, done }: Report): boolean =>
  decided.length + declined.length + done.length > 0;

/** Whether a team gets a report that nobody asked for. */
export function isWorthTelling(report: Report): boolean {
  return isSettled(report) || report.heard.length > 0 || report.open > 0;
}
