import { BY_ITSELF } from './audit.ts';
import type { Person } from './person.ts';

/** In the log for a command: whoever may run commands there, which the machine itself guards. */
export const OPERATOR = 'cli';

/** How whoever did something is called, where Kompas still knows them; else the id that the log has. */
export function nameOfActor(who: string, people: readonly Person[]): string {
  if (who === OPERATOR) return 'de opdrachtregel';
  if (who === BY_ITSELF) return 'Kompas zelf';
  return people.find(({ directoryId }) => directoryId === who)?.name ?? who;
}
