import type { Person } from './person.ts';
import type { Silence } from './silence.ts';
import type { PeopleStore } from './store.ts';

/**
 * Takes back a row that was just written anew, when its person erased themselves since the silences were read: the erasure had
 * looked already (trust:see-and-erase). Gives whether that was so. One point read.
 */
export async function takenBack(
  { people, silence }: { people: Pick<PeopleStore, 'takeOut'>; silence: Pick<Silence, 'of'> },
  person: Person,
): Promise<boolean> {
  if (person.directoryId === undefined || !(await silence.of(person.directoryId))) return false;
  await people.takeOut(person);
  return true;
}
