import type { Person } from './person.ts';
import type { RosterMember } from './roster-member.ts';
import type { PeopleStore } from './store.ts';
import { boundTo, takingOver } from './with-account.ts';

/** Binds a person from the import to an account: once, and only on exactly this UPN. */
export async function bind(
  people: PeopleStore,
  { directoryId, upn }: Pick<RosterMember, 'directoryId' | 'upn'>,
): Promise<Person | undefined> {
  const person = upn === undefined ? undefined : await people.byUpn(upn);
  if (!person || (person.directoryId !== undefined && person.directoryId !== directoryId)) return undefined;
  const last = await people.lastOf(directoryId);
  const bound = await people.change(person.team, person.id, (now) =>
    now.directoryId === undefined ? takingOver(boundTo(now, directoryId), last) : now,
  );
  if (bound?.directoryId !== directoryId) return undefined;
  // Done also when the row was bound before, since a crash may have come between the row and what points at
  // it. The row itself is left alone: the other event of the same install may be changing it.
  await people.point([bound]);
  return bound;
}
