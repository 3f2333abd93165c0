import { Temporal } from 'temporal-polyfill';

/** A day that a text speaks of, and where it stands; `impossible` for a day that no calendar has (30 februari). */
export type FoundMoment = { start: number; end: number } & (
  | { date: Temporal.PlainDate }
  | { impossible: string }
);

/** Words for a day that only the asker can name ("over enkele weken"), and where they stand. */
export interface VagueMoment {
  start: number;
  end: number;
  vague: string;
}

/** Which way a day without a year points: questions in the past tense look back, "vanaf" looks ahead. */
export type Direction = 'past' | 'future' | 'near';

/** Further away than any mandate: a year like that is a slip. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** The day that `date` makes, or that it is impossible when no calendar has it. */
export function foundAt(found: RegExpExecArray, date: () => Temporal.PlainDate): FoundMoment {
  const at = { start: found.index, end: found.index + found[0].length };
  try {
    const day = date();
    if (day.year >= FIRST_YEAR && day.year <= LAST_YEAR) return { ...at, date: day };
  } catch {
    // No calendar has it.
  }
  return { ...at, impossible: found[0].trim() };
}

/** A day of the calendar; impossible when the month has no such day. */
export const made = (year: number, month: number, day: number, found: RegExpExecArray): FoundMoment =>
  foundAt(found, () => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
