import { Temporal } from 'temporal-polyfill';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import { isNameless, isTaskOf, readableOn, type Signal } from './signal.ts';

/** The last day of the week of a day. */
const weekEnd = (day: string): string =>
  mondayOf(periodOf(Temporal.PlainDate.from(day)))
    .add({ days: 6 })
    .toString();

/**
 * A signal without name with its week in the place of the day: in a team where not everybody works every day, the day would
 * tell who gave it. Days count from the end of that week, so that whoever has to answer is not short of time.
 */
export function inItsWeek(signal: Signal): Signal {
  if (!isNameless(signal)) return signal;
  const { state, announced, held } = signal;
  const day = weekEnd(signal.day);
  return {
    ...signal,
    day,
    moved: state === 'received' ? day : signal.moved,
    announced: announced && weekEnd(announced),
    held: announced ? undefined : held,
  };
}

/** The day before the week of a day: `held` of a signal that may be read all the same, and which tells nothing of its day. */
const beforeWeek = (day: string): string =>
  mondayOf(periodOf(Temporal.PlainDate.from(day)))
    .subtract({ days: 1 })
    .toString();

/**
 * A signal without name that is told no day any more, on an ISO date: its day is needed until the next one, whether anybody
 * was told of it or not. The same object where nothing changes.
 */
export function withoutItsDay(signal: Signal, on: string): Signal {
  const { held } = signal;
  if (!isNameless(signal) || held === undefined || held >= on || held === beforeWeek(signal.day))
    return signal;
  return { ...signal, held: beforeWeek(signal.day) };
}

/**
 * The signals that somebody may read on an ISO date. Who does not take care of them (`handles`) sees one with a name as one
 * without: from the next day, with its week. Its day would tell a team who gave it, in which few work on that day. What
 * somebody (a directory id) gave with their name or was given to do, they read at once.
 */
export function readableBy(
  signals: readonly Signal[],
  on: string,
  { handles, directoryId }: { handles: boolean; directoryId: string | undefined },
): Signal[] {
  const asSeen = (signal: Signal): Signal =>
    handles ||
    signal.source !== 'raised' ||
    isNameless(signal) ||
    isTaskOf(signal, directoryId) ||
    signal.by === directoryId
      ? signal
      : { ...inItsWeek({ ...signal, named: false, announced: undefined }), held: signal.day };
  return readableOn(signals.map(asSeen), on);
}

/** The same for what is told to a whole team, whoever of it asks. */
export const readableByTeam = (signals: readonly Signal[], on: string): Signal[] =>
  readableBy(signals, on, { handles: false, directoryId: undefined });
