import type { Person } from './person.ts';

/** The name in the log for what Kompas does by itself, such as ending the duties of somebody who left. */
export const BY_ITSELF = 'kompas';

/** In the log for a command: whoever may run commands there, which the machine itself guards. */
export const OPERATOR = 'cli';

/**
 * The same for a line of the log, with the address of the account beside the name: a name is that of today, and whoever changed a
 * row may have called it anything.
 */
export function actorInLog(who: string, people: readonly Person[]): string {
  const person = people.find(({ directoryId }) => directoryId === who);
  return person ? `${person.name} (${person.upn})` : nameOfActor(who, people);
}

/** How whoever did something is called, where Kompas still knows them; else the id that the log has. */
export function nameOfActor(who: string, people: readonly Person[]): string {
  if (who === OPERATOR) return 'de opdrachtregel';
  if (who === BY_ITSELF) return 'Kompas zelf';
  return people.find(({ directoryId }) => directoryId === who)?.name ?? who;
}
