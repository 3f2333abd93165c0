import { isPresent, type Person } from '../../../people/person.ts';
import type { Member } from './pilot.ts';

/** Of these members those who work here, with their row. */
export function presentIn(
  members: readonly Member[],
  people: readonly Person[],
): { member: Member; person: Person }[] {
  const here = new Map(people.filter(isPresent).map((person) => [person.directoryId, person]));
  return members.flatMap((member) => {
    const person = here.get(member.directoryId);
    return person ? [{ member, person }] : [];
  });
}

/** Whether nobody who leads a pilot works here any more, as when they left or erased themselves. */
export const isLeaderless = (members: readonly Member[], people: readonly Person[]): boolean =>
  !presentIn(members, people).some(({ member }) => member.role === 'lead');
