import { Temporal } from 'temporal-polyfill';
import { isWorkday } from '../../../calendar/holidays.ts';
import { isOpen, type Signal } from './signal.ts';

/** A signal is answered within so many working days, as somebody who gives one is told. */
const ANSWER_WITHIN = 10;
/** Open for more than so many working days without a decision, it waits for an answer. */
const WAITS_AFTER = 20;
/** The share that was answered in time is told from this many signals. */
const FEWEST = 3;
/** The first reminder comes after so many quiet days, the next one so many days after it. */
const [QUIET_DAYS, REMIND_DAYS] = [7, 14];

type Closures = ReadonlySet<string>;

/** Working days after the first of these ISO dates up to and with the second: no weekend, free day or closure. */
export function workingDays(from: string, to: string, closures: Closures): number {
  let count = 0;
  for (
    let day = Temporal.PlainDate.from(from).add({ days: 1 });
    day.toString() <= to;
    day = day.add({ days: 1 })
  )
    if (isWorkday(day, closures)) count += 1;
  return count;
}

/** True for a signal that should have been answered by now. */
export const isLate = (signal: Signal, day: string, closures: Closures): boolean =>
  isOpen(signal) && workingDays(signal.day, day, closures) > ANSWER_WITHIN;

/** True for a signal that the team has waited for too long: nothing was decided. */
export const waits = (signal: Signal, day: string, closures: Closures): boolean =>
  isOpen(signal) && signal.state !== 'deciding' && workingDays(signal.day, day, closures) > WAITS_AFTER;

/** How fast signals are answered. */
export interface ResponseTime {
  /** Of the signals of the last year that were answered, or should have been: how many, and how many in time. */
  counted: number;
  inTime: number;
  /** The age of the oldest open one, in working days. */
  oldest?: number;
}

/** How fast signals are answered, on an ISO date. */
export function responseTimeOf(signals: readonly Signal[], day: string, closures: Closures): ResponseTime {
  const yearAgo = Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
  const recent = signals.filter((signal) => signal.day >= yearAgo);
  const inTime = recent.filter(
    ({ day: from, answered }) => answered && workingDays(from, answered, closures) <= ANSWER_WITHIN,
  ).length;
  const counted = recent.filter((signal) => !isOpen(signal) || isLate(signal, day, closures)).length;
  const ages = signals.filter(isOpen).map((signal) => workingDays(signal.day, day, closures));
  return { counted, inTime, ...(ages.length > 0 ? { oldest: Math.max(...ages) } : {}) };
}

/** '1 werkdag', '12 werkdagen'. */
const workdayWords = (count: number): string => `${count} ${count === 1 ? 'werkdag' : 'werkdagen'}`;

/** 'sinds vandaag' or 'al 12 werkdagen', between two ISO dates. A week that is not over yet is 'sinds deze week'. */
export function waitedWords(from: string, day: string, closures: Closures): string {
  if (from > day) return 'sinds deze week';
  const worked = workingDays(from, day, closures);
  return worked === 0 ? 'sinds vandaag' : `al ${workdayWords(worked)}`;
}

/** The response time in one plain sentence or two; '' when there is nothing to tell. */
export function responseTimeWords({ counted, inTime, oldest }: ResponseTime): string {
  const share =
    counted >= FEWEST
      ? `In het afgelopen jaar ${inTime > 1 ? 'kregen' : 'kreeg'} ${inTime || 'geen'} van de ${counted} signalen binnen tien werkdagen een antwoord.`
      : '';
  const age = oldest ? `Het oudste open signaal wacht ${workdayWords(oldest)}.` : '';
  return [share, age].filter(Boolean).join(' ');
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * True when who takes care of a signal may be reminded on this day: nothing happened for a week, nobody was reminded in
 * the last two weeks, and the day on which something was agreed to be done is not ahead.
 */
export function isRemindable(signal: Signal, day: string): boolean {
  const { state, acts, due, moved, reminded } = signal;
  if (!isOpen(signal) || daysBetween(moved, day) < QUIET_DAYS) return false;
  if (state === 'deciding' && acts && due !== undefined && due > day) return false;
  return reminded === undefined || daysBetween(reminded, day) >= REMIND_DAYS;
}
