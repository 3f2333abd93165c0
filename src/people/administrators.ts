import { type Access, isPresent, type Person } from './person.ts';
import type { PeopleStore } from './store.ts';

/** What an administrator hears who would leave Kompas without one. */
export const LAST_ADMINISTRATOR =
  'Dit is de laatste beheerder. Geef eerst een ander het recht beheerder, en laat die Kompas openen. Er is niets veranderd.';

/**
 * What an administrator hears who takes away the right of somebody whom the configuration names: it stays. '' for anybody else.
 */
export const staysByInstallation = (
  { directoryId }: Pick<Person, 'directoryId'>,
  administrators: readonly string[],
): string =>
  directoryId !== undefined && administrators.includes(directoryId)
    ? 'Let op: dit account blijft beheerder door de installatie. Vraag wie Kompas inricht om dat weg te halen.'
    : '';

const hasRight = (person: Person) => isPresent(person) && person.access.includes('beheerder');

/**
 * True when a change would leave nobody to administer Kompas, by hand or by a file: nobody with the right whose account is
 * known to exist. That is who has a chat with Kompas, and who makes the change (`by`, a directory id); an account that was only
 * typed may be nobody's. Whom the configuration names is not counted: nobody sees in the chat whether that account still is somebody's.
 * But where it names anybody, they go on until there is one whose account is known.
 */
export function losesAdministrators(
  before: readonly Person[],
  after: readonly Person[],
  { administrators, by }: { administrators: readonly string[]; by: string },
): boolean {
  const isKnown = (one: Person) =>
    hasRight(one) && one.directoryId !== undefined && (one.address !== undefined || one.directoryId === by);
  const hadOne = before.some(administrators.length > 0 ? isKnown : hasRight);
  return hadOne && !after.some(isKnown);
}

/** What somebody keeps by whatever roster: the right to administer, of the last one who has it (SECURITY.md). */
export async function keptRights(
  { people, administrators }: { people: Pick<PeopleStore, 'everybody'>; administrators: readonly string[] },
  person: Person,
): Promise<Access[]> {
  if (!person.access.includes('beheerder')) return [];
  const all = await people.everybody();
  const others = all.filter(({ team, id }) => team !== person.team || id !== person.id);
  return losesAdministrators(all, others, { administrators, by: '' }) ? ['beheerder'] : [];
}
