import type { DataSubject } from '../storage/index.ts';
import type { KeyRing } from './key-ring.ts';
import { isPresent } from './person.ts';
import { type Pseudonymise, type Purpose, purposes } from './pseudonym.ts';
import type { SettingsStore } from './settings.ts';
import type { PeopleStore } from './store.ts';

interface SubjectTools {
  tenant: string;
  people: PeopleStore;
  pseudonymise: Pseudonymise;
  ring: Pick<KeyRing, 'pseudonymisers'>;
  settings: Pick<SettingsStore, 'read'>;
}

/**
 * Everything by which rows can point at one person: ids, and the pseudonyms in every team, since people
 * change teams and their answers stay behind. Looks through all people and does not follow the directory:
 * that leads nowhere for somebody who left or after an erasure that stopped halfway, and to one row only
 * where a broken-off import left two. What stands under an account that somebody had before is not among it: else whoever binds a row to
 * an account of their own could read, or erase, what that person answered.
 */
export async function subjectOf(directoryId: string, tools: SubjectTools): Promise<DataSubject> {
  const [people, { teams, ended }] = await Promise.all([tools.people.everybody(), tools.settings.read()]);
  const own = people.filter((one) => one.directoryId === directoryId);
  // The address of somebody who left may have gone to somebody new, and leads to them then.
  const others = people.filter((other) => isPresent(other) && other.directoryId !== directoryId);
  const taken = new Set(others.map(({ upn }) => upn));
  const all = [...teams, ...ended];
  const keys = [...new Set([...all, ...own.map(({ team }) => ({ key: team }))].map(({ key }) => key))];
  // Those of older keys first: a row that goes over to the present key meanwhile is met there.
  const making = [...tools.ring.pseudonymisers(), tools.pseudonymise];
  return {
    tenant: tools.tenant,
    directoryId,
    personIds: [...new Set(own.map(({ id }) => id))],
    upns: [...new Set(own.map(({ upn }) => upn))].filter((upn) => !taken.has(upn)),
    teams: keys,
    teamNames: new Map(all.map(({ key, name }) => [key, name])),
    // '' is the team of what goes with a person from team to team.
    pseudonyms: [...keys, ''].flatMap((team) =>
      purposes.flatMap((purpose) =>
        making.map((pseudonymise) => ({
          team,
          purpose,
          pseudonym: pseudonymise(team, directoryId, purpose),
        })),
      ),
    ),
    pseudonymsIn: (place, purpose) =>
      making.map((pseudonymise) => pseudonymise(place, directoryId, purpose as Purpose)),
  };
}
