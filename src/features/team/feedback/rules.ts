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

/** Signals that came in and of which nothing was decided yet, by where they come from and where they stand. */
export interface Heard {
  raised: boolean;
  state: SignalState;
  count: number;
}

/** What became of a team's signals in a while. */
export interface Report {
  /** So many came in. */
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

/** What became of these signals from a day on: an ISO date, itself included. Each signal stands in one place. */
export function reportOf(signals: readonly Signal[], since: string): Report {
  const moved = signals.filter((signal) => (signal.answered ?? signal.moved) >= since);
  const isDecided = ({ state, acts }: Signal) =>
    state === 'answered' || (state === 'deciding' && acts !== undefined);
  const settled = moved.filter(isDecided);
  const acted = settled.filter(({ acts }) => acts !== false);
  const heard = Map.groupBy(
    moved.filter((signal) => !isDecided(signal)),
    ({ source, state }) => `${source === 'raised'}|${state}`,
  );
  const open = signals.filter(isOpen);
  return {
    came: signals.filter(({ day }) => day >= since).length,
    heard: [...heard.values()].flatMap((list) => {
      const [first] = list;
      return first ? [{ raised: first.source === 'raised', state: first.state, count: list.length }] : [];
    }),
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

/**
 * Whether a team gets a report that nobody asked for: when there is something to tell, and when somebody may wonder why
 * there is not.
 */
export function isWorthTelling(report: Report, pictureShown: boolean): boolean {
  return isSettled(report) || report.heard.length > 0 || report.open > 0 || pictureShown;
}
