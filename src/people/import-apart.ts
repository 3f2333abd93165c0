import type { Problem } from '../files/csv.ts';
import { type PeopleState, type PlannedPeople, planPeople } from './import.ts';
import { readPeopleFile } from './import-file.ts';
import type { ImportedPerson } from './import-rules.ts';

/** A file of people and what it is compared with. `today` is an ISO date. */
export interface PeopleFile {
  name: string;
  bytes: Uint8Array;
  state: PeopleState;
  complete: boolean;
  today: string;
}

/** What a file of people would do. Nothing of it can be done while there are problems. */
export type ReadPeopleFile =
  | { wanted: ImportedPerson[]; planned: PlannedPeople }
  | { problems: Problem[]; wanted?: undefined };

/** Reads a file of people and plans it. For a thread of its own. */
export async function work({ name, bytes, state, complete, today }: PeopleFile): Promise<ReadPeopleFile> {
  const read = await readPeopleFile(bytes, name);
  if ('problems' in read) return read;
  const planned = planPeople(read.people, state, { complete, today });
  return 'problems' in planned ? planned : { wanted: read.people, planned };
}
