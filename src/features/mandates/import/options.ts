import type { Problem } from '../../../files/csv.ts';
import type { ListReading } from '../register/list-reading.ts';
import { type EntryKind, kinds, type Register } from '../register/register.ts';
import { dateText, isDay } from './cells.ts';
import type { ColumnChoices } from './choose-columns.ts';

export interface ImportOptions {
  /** What whoever imports says that own columns are. */
  choices?: ColumnChoices;
  /** How the last list with the same columns was read. */
  remembered?: ListReading;
  /** The kind of every entry of a list that has no column for it. */
  kind?: string;
  /** First day (as people write it) of every entry of a list that has no column for it. */
  from?: string;
  /** Name of the municipality, for a list of which nobody knows the areas. */
  municipality?: string;
  /** What is noticed about the register as it would become: gaps, conflicts. It is said, and stops nothing. */
  findings?: (next: Register) => string[];
}

/** What is wrong with the options themselves; line 0, since they stand in no file. */
export function optionProblems({ kind, from }: ImportOptions): Problem[] {
  return [
    ...(kind === undefined || kinds.includes(kind as EntryKind)
      ? []
      : [{ line: 0, reason: `De soort ${kind} ken ik niet. Kies uit ${kinds.join(', ')}.` }]),
    ...(from === undefined || isDay(dateText(from))
      ? []
      : [{ line: 0, reason: `${from} is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.` }]),
  ];
}
