import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCsv } from '../src/files/csv.ts';
import { nameKey } from '../src/language/words.ts';
import { type ImportedPerson, readPeople } from '../src/people/import-rules.ts';
import type { PlaygroundUser } from './playground.ts';

export const peopleFile = new URL('./mensen.csv', import.meta.url);

/** A directory id for an invented person: always the same, so that answers of the past stay theirs. */
export function demoDirectoryId(personId: string): string {
  const hex = createHash('sha256').update(`kompas demo ${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The invented people of the demo. */
export function demoPeople(): ImportedPerson[] {
  const file = readCsv(readFileSync(peopleFile));
  const read = 'problems' in file ? file : readPeople(file);
  if ('problems' in read) throw new Error(`demo/mensen.csv: ${JSON.stringify(read.problems)}`);
  return read.people;
}

/** The invented person with this name; part of it will do, such as a first name, when only one has it. */
export function findDemoPerson(name: string): ImportedPerson | undefined {
  const wanted = nameKey(name);
  const people = demoPeople();
  const whole = people.find((person) => nameKey(person.name) === wanted);
  const parts = people.filter((person) => nameKey(person.name).split(' ').includes(wanted));
  return whole ?? (parts.length === 1 ? parts[0] : undefined);
}

/** An invented person as the Playground shows them. */
export function playgroundUser({
  id,
  name,
  upn,
}: Pick<ImportedPerson, 'id' | 'name' | 'upn'>): PlaygroundUser {
  return { id: `29:${id}`, directoryId: demoDirectoryId(id), name, upn };
}
