import type { CsvFile, Problem, UnreadCsv } from '../files/csv.ts';
import { unguarded } from '../files/write-csv.ts';
import { readList } from '../files/xlsx.ts';
import { type ImportedPerson, peopleIn } from './import-rules.ts';
import { type ColumnAsk, type ColumnChoices, columnsOf, peopleListHeading } from './list-columns.ts';
import { fieldWords } from './list-headings.ts';
import { inOwnForm } from './list-rows.ts';

/** A list of people as somebody keeps it, as far as it could be read. */
export interface PeopleList {
  people: readonly ImportedPerson[];
  /** Nothing may be imported with any of these. */
  problems: readonly Problem[];
  /** How the list was read: what may be meant otherwise, and what was not read. */
  notes: readonly string[];
  /** Which columns somebody has to point out. */
  asks: readonly ColumnAsk[];
  /** All columns that have a heading. */
  columns: readonly string[];
  /** How many lines there are under the heading. */
  lines: number;
}

const quoted = (columns: readonly string[]) => columns.map((column) => `“${column}”`).join(' en ');

function askProblem({ field, columns, isMissing }: ColumnAsk): string {
  return isMissing
    ? `Ik zie geen kolom met ${fieldWords[field]}.`
    : `Meer dan één kolom kan voor ${fieldWords[field]} zijn: ${quoted(columns)}. Kies er één.`;
}

/** Columns that are read and have the heading of another one: which of the two is meant, nobody can tell. */
function twice({ columns }: CsvFile, used: readonly (string | undefined)[]): Problem[] {
  const double = [...new Set(columns)].filter(
    (column) => used.includes(column) && columns.filter((other) => other === column).length > 1,
  );
  return double.map((column) => ({
    line: 0,
    reason: `De kolom “${column}” staat er meer dan één keer. Geef elke kolom een eigen kop.`,
  }));
}

/** What is in a list, or why it is none. */
function readRows(file: CsvFile, chosen: ColumnChoices, uneven: readonly Problem[]): PeopleList {
  const found = columnsOf(file, chosen);
  const { asks, columns, days } = found;
  const double = twice(file, [...Object.values(columns), ...days.map(({ column }) => column)]);
  const missing = asks.filter(({ isMissing }) => isMissing);
  const stopping = [
    ...(missing.length > 0
      ? [{ line: 0, reason: `Dit ontbreekt in de kop: ${missing.map(({ field }) => field).join(', ')}.` }]
      : []),
    ...asks.map((ask) => ({ line: 0, reason: askProblem(ask) })),
    ...double,
  ];
  const own = inOwnForm(file, found);
  const read = {
    notes: own.notes,
    asks,
    columns: [...new Set(file.columns)].filter((column) => column !== ''),
    lines: file.rows.length,
  };
  const nothing = { people: [], ...read };
  if (stopping.length > 0) return { ...nothing, problems: [...stopping, ...uneven] };
  if (file.rows.length === 0)
    return {
      ...nothing,
      problems: uneven.length > 0 ? uneven : [{ line: 0, reason: 'Er staan geen mensen in het bestand.' }],
    };
  const called = (field: string) => {
    const column = Object.hasOwn(columns, field) ? columns[field as keyof typeof columns] : undefined;
    return column === undefined || column === field ? field : `“${column}”`;
  };
  const { people, problems } = peopleIn(own.file, called);
  const all = [...uneven, ...own.problems, ...problems].sort((a, b) => a.line - b.line);
  return {
    people: people.map((person) => ({ ...person, unsaid: own.unsaid.get(person.line) ?? [] })),
    problems: all,
    ...read,
  };
}

/**
 * Reads a list of people as an organisation keeps it, from a CSV or Excel file: whatever its headings are called, and however days
 * and names are written. `chosen` says which column is what where that was asked. A list in Kompas' own form is read as one.
 */
export async function readPeopleList(
  bytes: Uint8Array,
  name: string,
  chosen: ColumnChoices,
): Promise<PeopleList> {
  const file: CsvFile | UnreadCsv = await readList(bytes, name, {
    score: peopleListHeading,
    choose: 'Zet de mensen op één blad.',
  });
  if (!('problems' in file)) return readRows(unguarded(file), chosen, []);
  const { problems, rest } = file;
  if (!rest || rest.rows.length === 0)
    return { people: [], problems, notes: [], asks: [], columns: [], lines: 0 };
  return readRows(unguarded(rest), chosen, problems);
}
