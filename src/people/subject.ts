import type { DataSubject } from '../storage/index.ts';
import type { Settings } from './municipality.ts';
import { isPresent } from './person.ts';
import { type Pseudonymise, purposes } from './pseudonym.ts';
import type { PeopleStore } from './store.ts';

/**
 * Everything by which rows can point at one person: ids, and the pseudonyms in every team, since people change teams
 * and their answers stay behind. Looks through all people instead of following the directory: that leads nowhere for
 * whoever left, and after an erasure that stopped halfway.
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
  const [people, { teams, ended }] = await Promise.all([tools.people.everybody(), tools.readSettings()]);
  const own = people.filter((one) => one.directoryId === directoryId);
  const person = own.find(isPresent) ?? own[0];
  // The address of somebody who left may have gone to somebody new, and leads to them then.
  const isTaken = people.some(
    (other) => isPresent(other) && other.directoryId !== directoryId && other.upn === person?.upn,
  );
  const all = [...teams, ...ended];
  const keys = [...new Set([...all.map(({ key }) => key), ...(person ? [person.team] : [])])];
  return {
    tenant: tools.tenant,
    directoryId,
    personId: person?.id,
    upn: isTaken ? undefined : person?.upn,
    teams: keys,
    teamNames: new Map(all.map(({ key, name }) => [key, name])),
    // '' is the team of what goes with a person from team to team.
    pseudonyms: [...keys, ''].flatMap((team) =>
      purposes.map((purpose) => ({
        team,
        purpose,
        pseudonym: tools.pseudonymise(team, directoryId, purpose),
      })),
    ),
  };
}
