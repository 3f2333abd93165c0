import type { Access, Person } from './person.ts';

/**
 * Tells whether somebody has a right. That rests on the directory id of the verified activity and the row
 * behind it, never on what a card sends (trust:rights-on-verified-id). `administrators` are the directory ids
 * from the configuration: the first administrators, who may not be in any file yet.
 */
export function hasAccess(
  right: Access,
  directoryId: string,
  person: Person | undefined,
  administrators: readonly string[],
): boolean {
  if (right === 'beheerder' && administrators.includes(directoryId)) return true;
  return person !== undefined && person.removed === undefined && person.access.includes(right);
}
