import { Temporal } from 'temporal-polyfill';
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

/** So many days somebody who left by the roster of a team in Teams alone is taken to come back to it. */
const MAY_COME_BACK_DAYS = 7;

/** Whether somebody left by a roster alone, and lately: who owns a team in Teams can take anybody out of it for a minute. */
function mayComeBack({ source, removed }: Person, day: Temporal.PlainDate): boolean {
  if (removed === undefined || source !== 'teams') return false;
  return (
    Temporal.PlainDate.compare(Temporal.PlainDate.from(removed).add({ days: MAY_COME_BACK_DAYS }), day) > 0
  );
}

/**
 * Whether nobody who leads a pilot works here any more on this day, as when they left or erased themselves. `people` has those
 * who left too.
 */
export function isLeaderless(
  members: readonly Member[],
  people: readonly Person[],
  day: Temporal.PlainDate,
): boolean {
  const here = new Set(
    people
      .filter((person) => isPresent(person) || mayComeBack(person, day))
      .map(({ directoryId }) => directoryId),
  );
  return !members.some(({ role, directoryId }) => role === 'lead' && here.has(directoryId));
}
