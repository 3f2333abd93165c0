import type { Problem } from '../files/csv.ts';
import { type PeopleState, type PlannedPeople, planPeople } from './import.ts';
import type { ImportedPerson } from './import-rules.ts';
import type { ColumnAsk, ColumnChoices } from './list-columns.ts';
import { readPeopleList } from './list-reading.ts';

/** A list of people and what it is compared with. `today` is an ISO date, `chosen` which column is what where that was asked. */
export interface PeopleFile {
  name: string;
  bytes: Uint8Array;
  chosen: ColumnChoices;
  state: PeopleState;
  complete: boolean;
  today: string;
}

/** How a list of people was read, and what it would do. Nothing of it can be done while there are problems. */
export interface ReadPeopleFile {
  lines: number;
  notes: readonly string[];
  asks: readonly ColumnAsk[];
  /** All columns that have a heading. */
  columns: readonly string[];
  problems: readonly Problem[];
  /** Where there are no problems: who is in it, and what would become of people. */
  found?: { wanted: readonly ImportedPerson[]; planned: PlannedPeople };
}

/** Reads a list of people and plans it. For a thread of its own. */
export async function work(file: PeopleFile): Promise<ReadPeopleFile> {
  const { name, bytes, chosen, state, complete, today } = file;
  const { people, problems, ...read } = await readPeopleList(bytes, name, chosen);
  if (problems.length > 0) return { ...read, problems };
  const planned = planPeople(people, state, { complete, today });
  return 'problems' in planned
    ? { ...read, problems: planned.problems }
    : { ...read, problems: [], found: { wanted: people, planned } };
}
