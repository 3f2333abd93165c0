import type { DataSubject } from '../storage/index.ts';
import type { Settings } from './municipality.ts';
import { type Pseudonymise, purposes } from './pseudonym.ts';
import type { PeopleStore } from './store.ts';

/**
 * Everything by which rows can point at one person: ids, and the pseudonyms in every team, since people change teams
 * and their answers stay behind.
 */
export async function subjectOf(
  directoryId: string,
  tools: {
    tenant: string;
    people: PeopleStore;
    pseudonymise: Pseudonymise;
    readSettings(): Promise<Settings>;
  },
): Promise<DataSubject> {
  const [person, { teams }] = await Promise.all([tools.people.find(directoryId), tools.readSettings()]);
  const keys = [...new Set([...teams.map(({ key }) => key), ...(person ? [person.team] : [])])];
  return {
    tenant: tools.tenant,
    directoryId,
    personId: person?.id,
    upn: person?.upn,
    teams: keys,
    pseudonyms: keys.flatMap((team) =>
      purposes.map((purpose) => ({ team, pseudonym: tools.pseudonymise(team, directoryId, purpose) })),
    ),
  };
}
