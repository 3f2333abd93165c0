import { key, type Storage, type Stored } from '../storage/index.ts';
import { isPresent, type Person } from './person.ts';
import { type DirectoryEntry, directoryTable, peopleTable } from './tables.ts';

export interface PeopleStore {
  /** The person behind a directory id, or undefined; people who left count as unknown. Two point reads. */
  find(directoryId: string): Promise<Person | undefined>;
  /** The team of a directory id: one point read, for callers that read the team anyway. */
  teamOf(directoryId: string): Promise<string | undefined>;
  byUpn(upn: string): Promise<Person | undefined>;
  /** Everybody in the team, those who left included. One range. */
  members(team: string): Promise<Person[]>;
  /** Everybody, for the import and for administrators. */
  everybody(): Promise<Person[]>;
  /**
   * Changes one row by `change`, guarded by its ETag and tried again when somebody else was first. Gives the new
   * value, or undefined when the person is gone. A change that gives back the same object writes nothing.
   */
  change(team: string, id: string, change: (person: Person) => Person): Promise<Person | undefined>;
  /** Adds people or replaces their rows, and points their directory id and UPN at them. */
  save(people: readonly Person[]): Promise<void>;
  /** Binds a person to another account: the old one leads nowhere from then on, and has to be installed again. */
  rebind(person: Person, directoryId: string): Promise<void>;
  /** Removes a row that moved elsewhere. */
  drop(team: string, id: string): Promise<void>;
  /** The Kompas team that a Teams team is linked to. */
  linkedTeam(teamsTeamId: string): Promise<string | undefined>;
  linkTeam(teamsTeamId: string, team: string): Promise<void>;
}

const ATTEMPTS = 5;
const BATCH = 100;

/** The people of one tenant. */
export function peopleStore(storage: Storage, tenant: string): PeopleStore {
  const people = storage.table(peopleTable);
  const directory = storage.table(directoryTable);
  const partition = (team: string) => key(tenant, team);

  async function entry(kind: 'd' | 'u' | 't', id: string): Promise<DirectoryEntry | undefined> {
    return (await directory.get(key(tenant), key(kind, id)))?.value;
  }

  async function read(found: DirectoryEntry | undefined): Promise<Stored<Person> | undefined> {
    return found?.person === undefined ? undefined : people.get(partition(found.team), key(found.person));
  }

  async function present(found: DirectoryEntry | undefined): Promise<Person | undefined> {
    const person = (await read(found))?.value;
    return person && isPresent(person) ? person : undefined;
  }

  async function inBatches<T>(items: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
    for (let start = 0; start < items.length; start += BATCH) await write(items.slice(start, start + BATCH));
  }

  return {
    find: async (directoryId) => present(await entry('d', directoryId)),
    teamOf: async (directoryId) => (await entry('d', directoryId))?.team,
    byUpn: async (upn) => present(await entry('u', upn.toLowerCase())),
    members: async (team) => (await people.range({ partition: partition(team) })).map(({ value }) => value),
    everybody: async () =>
      (await people.range({ from: '' }))
        .filter((row) => row.partition.startsWith(`${key(tenant)}|`))
        .map(({ value }) => value),
    change: async (team, id, change) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const stored = await people.get(partition(team), key(id));
        if (!stored) return undefined;
        const next = change(stored.value);
        if (next === stored.value || (await people.replace(stored, next))) return next;
      }
      throw new Error('a person was changed by others five times in a row');
    },
    save: async (list) => {
      for (const [team, members] of Map.groupBy(list, (person) => person.team)) {
        await inBatches(members, (batch) =>
          people.transact(
            partition(team),
            batch.map((person) => ({ do: 'put' as const, row: key(person.id), value: person })),
          ),
        );
      }
      const entries = list.flatMap(({ id, team, upn, directoryId }) =>
        [key('u', upn), ...(directoryId ? [key('d', directoryId)] : [])].map((row) => ({
          do: 'put' as const,
          row,
          value: { team, person: id },
        })),
      );
      await inBatches(entries, (batch) => directory.transact(key(tenant), batch));
    },
    rebind: async (person, directoryId) => {
      if (person.directoryId) await directory.remove(key(tenant), key('d', person.directoryId));
      const { address: _address, welcomed: _welcomed, ...rest } = person;
      await people.put(partition(person.team), key(person.id), { ...rest, directoryId, reach: 'none' });
      await directory.put(key(tenant), key('d', directoryId), { team: person.team, person: person.id });
    },
    drop: async (team, id) => {
      await people.remove(partition(team), key(id));
    },
    linkedTeam: async (teamsTeamId) => (await entry('t', teamsTeamId))?.team,
    linkTeam: (teamsTeamId, team) => directory.put(key(tenant), key('t', teamsTeamId), { team }),
  };
}
