import type { Access, Person } from './person.ts';

/**
 * Who may ask for something: any account of the tenant, also one that nobody added; a colleague, whose row is there and who
 * did not leave; or whoever is one of several, by right or as a colleague.
 */
export type Who = 'everybody' | 'colleague' | readonly ('colleague' | Access)[];

/**
 * Tells whether somebody has a right. That rests on the directory id of the verified activity and the row
 * behind it, never on what a card sends (trust:rights-on-verified-id). `administrators` are the directory ids
 * from the configuration: the first administrators, who may not be in any file yet, and who stay so until the configuration changes.
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

/** True for somebody whom `who` means: by their verified directory id and the row behind it, as `hasAccess` explains. */
export function isAmong(
  who: Who,
  directoryId: string,
  person: Person | undefined,
  administrators: readonly string[],
): boolean {
  if (who === 'everybody') return true;
  const isColleague = person !== undefined && person.removed === undefined;
  if (who === 'colleague') return isColleague;
  return who.some((one) =>
    one === 'colleague' ? isColleague : hasAccess(one, directoryId, person, administrators),
  );
}

/** Those for whom the help lists something, by right; undefined for what it lists for everybody. */
export function rightsListed({
  who,
  listedFor,
}: {
  who: Who;
  listedFor?: readonly Access[];
}): readonly Access[] | undefined {
  if (listedFor) return listedFor;
  if (typeof who === 'string' || who.includes('colleague')) return undefined;
  return who.filter((one) => one !== 'colleague');
}
