import { columnName, type Problem } from '../../../files/csv.ts';
import type { ListChoices, ListReading } from '../register/list-reading.ts';
import { type EntryKind, entryKinds, type Register } from '../register/register.ts';
import { dateText, isDay, yesNo } from './cells.ts';
import type { ColumnChoices } from './choose-columns.ts';

export interface ImportOptions extends ListChoices {
  /** What whoever imports says that own columns are. */
  choices?: ColumnChoices;
  /** How the last list with these columns was read; `signature` is that of its columns. */
  remembered?: (signature: string) => ListReading | undefined;
  /** Name of the municipality, for a list of which nobody knows the areas. */
  municipality?: string;
  /** What is noticed about the register as it would become: gaps, conflicts. It is said, and stops nothing. */
  findings?: (next: Register) => string[];
}

/** Columns that are not named among the others, whatever their capitals. */
function without(columns: readonly string[] = [], others: readonly string[]): string[] {
  const named = new Set(others.map(columnName));
  return columns.filter((column) => !named.has(columnName(column)));
}

/** What holds for one list: what is said now, else what was said of the last list with these columns. */
export function listChoices(now: ListChoices, before: ListChoices = {}): ListChoices {
  return {
    kind: now.kind ?? before.kind,
    from: now.from ?? before.from,
    registration: now.registration ?? before.registration,
    activity: now.activity ?? before.activity,
    // What is said now of a column counts instead of what was said of it before.
    fillDown: [
      ...new Set([...without(before.fillDown, Object.keys(now.empty ?? {})), ...(now.fillDown ?? [])]),
    ],
    empty: {
      ...Object.fromEntries(
        without(Object.keys(before.empty ?? {}), now.fillDown ?? []).map((name) => [
          name,
          before.empty?.[name] ?? '',
        ]),
      ),
      ...now.empty,
    },
    status: { ...before.status, ...now.status },
  };
}

/** What is wrong with the options themselves; line 0, since they stand in no file. */
export function optionProblems({ kind, from, status = {} }: ImportOptions): Problem[] {
  return [
    ...(kind === undefined || entryKinds.includes(kind as EntryKind)
      ? []
      : [`De soort ${kind} ken ik niet. Kies uit ${entryKinds.join(', ')}.`]),
    ...(from === undefined || isDay(dateText(from))
      ? []
      : [`${from} is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.`]),
    ...Object.entries(status).flatMap(([word, counts]) =>
      yesNo(counts) === undefined || counts === ''
        ? [`Schrijf --status als "${word}=ja" of "${word}=nee".`]
        : [],
    ),
  ].map((reason) => ({ line: 0, reason }));
}
