import {
  changeAllRows,
  changeRow,
  key,
  partsOf,
  type Storage,
  type Stored,
  writeAll,
} from '../storage/index.ts';
import { contentOf, inOrderOfClaim, isPresent, type Person, type Place } from './person.ts';
import { type DirectoryEntry, directoryTable, peopleTable } from './tables.ts';
import { boundTo, takingOver } from './with-account.ts';

/** What becomes of one row, of undefined when there is none. Giving undefined, or the same object, writes nothing. */
export interface PersonChange extends Place {
  change(now: Person | undefined): Person | undefined;
}

export interface PeopleStore {
  /** The person behind a directory id, or undefined; people who left count as unknown. Two point reads. */
  find(directoryId: string): Promise<Person | undefined>;
  /** The row that a directory id leads to, also of somebody who left and whose row is still kept. Two point reads. */
  lastOf(directoryId: string): Promise<Person | undefined>;
  /** The team of a directory id: one point read, for who needs nothing else of them. */
  teamOf(directoryId: string): Promise<string | undefined>;
  /**
   * Everybody in somebody's team and their own row among them; undefined for who left, erased themselves or is in no team.
   * One range: which team it is, is remembered and checked against the rows, which are read each time. One point read
   * more where it is not known yet or has changed.
   */
  workplace(directoryId: string): Promise<{ members: Person[]; me: Person } | undefined>;
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
  /**
   * Changes any number of rows, each named once and each as `change` does: what others write meanwhile stays. A range for each
   * team, and a transaction for each 100 rows of it. Gives what the changes gave, without who is in none.
   */
  changeAll(changes: readonly PersonChange[]): Promise<Person[]>;
  /** Adds people or replaces their rows whatever stands there, and points the directory id and UPN of those who work here at them. */
  save(people: readonly Person[]): Promise<void>;
  /** Points directory ids and UPNs at these rows, and leaves the rows themselves alone. */
  point(people: readonly Person[]): Promise<void>;
  /**
   * Makes the directory agree with the people: adds what is missing and removes what leads nowhere, such as an old
   * address or somebody whose row has expired. Writes nothing when all is right. Gives the number of entries changed.
   */
  mendDirectory(): Promise<number>;
  /**
   * Binds a person to another account. The old account leads nowhere from then on, and the app has to be
   * installed for the new one, unless it had a row of its own: what was set there comes along. False when they are gone by now: nothing is bound then.
   */
  rebind(person: Person, directoryId: string): Promise<boolean>;
  /** Removes a row that moved elsewhere. */
  drop(team: string, id: string): Promise<void>;
  /** Removes a row that should not have been written, with what leads to it. */
  takeOut(person: Person): Promise<void>;
  /**
   * Removes rows that still say what was seen of them, and leaves alone what is gone already. Gives those that were changed
   * since, as they stand now. A range for each team, and a request for each row.
   */
  dropAll(seen: readonly Person[]): Promise<Person[]>;
}

/** Of so many accounts the team is remembered: enough for the largest municipality. */
const MOST_REMEMBERED = 10_000;

/** What should point at a person: their address and their account. */
function pointersTo({ id, team, upn, directoryId }: Person): { row: string; value: DirectoryEntry }[] {
  const rows = [key('u', upn), ...(directoryId ? [key('d', directoryId)] : [])];
  return rows.map((row) => ({ row, value: { team, person: id } }));
}

/** The people of one tenant. */
export function peopleStore(storage: Storage, tenant: string): PeopleStore {
  const people = storage.table(peopleTable);
  const directory = storage.table(directoryTable);
  const partition = (team: string) => key(tenant, team);

  async function entry(kind: 'd' | 'u', id: string): Promise<DirectoryEntry | undefined> {
    return (await directory.get(key(tenant), key(kind, id)))?.value;
  }

  async function read(found: DirectoryEntry | undefined): Promise<Stored<Person> | undefined> {
    return found?.person === undefined ? undefined : people.get(partition(found.team), key(found.person));
  }

  async function present(found: DirectoryEntry | undefined): Promise<Person | undefined> {
    const person = (await read(found))?.value;
    return person && isPresent(person) ? person : undefined;
  }

  async function lastOf(directoryId: string): Promise<Person | undefined> {
    const person = (await read(await entry('d', directoryId)))?.value;
    return person?.directoryId === directoryId ? person : undefined;
  }

  /** Which team an account is in, as far as it is remembered: a place to look, never an answer. */
  const lastTeams = new Map<string, string>();

  async function membersOf(team: string): Promise<Person[]> {
    return (await people.range({ partition: partition(team) })).map(({ value }) => value);
  }

  /** Somebody's team as it is remembered; undefined when that leaves any doubt about which row is theirs. */
  async function rememberedPlace(directoryId: string) {
    const team = lastTeams.get(directoryId);
    if (team === undefined) return undefined;
    const members = await membersOf(team);
    const mine = members.filter((person) => person.directoryId === directoryId && isPresent(person));
    const [me] = mine;
    return me && mine.length === 1 && !me.moved ? { members, me } : undefined;
  }

  async function workplace(directoryId: string) {
    const remembered = await rememberedPlace(directoryId);
    if (remembered) return remembered;
    lastTeams.delete(directoryId);
    const found = await entry('d', directoryId);
    if (found?.person === undefined) return undefined;
    const members = await membersOf(found.team);
    const me = members.find(({ id }) => id === found.person);
    if (me?.directoryId !== directoryId || !isPresent(me)) return undefined;
    if (lastTeams.size >= MOST_REMEMBERED) lastTeams.clear();
    lastTeams.set(directoryId, found.team);
    return { members, me };
  }

  async function everybody(): Promise<Person[]> {
    return (await people.range({ from: '' }))
      .filter((row) => partsOf(row.partition)[0] === tenant)
      .map(({ value }) => value);
  }

  async function putEntries(entries: readonly { row: string; value: DirectoryEntry }[]): Promise<void> {
    await writeAll(
      directory,
      key(tenant),
      entries.map((entry) => ({ do: 'put', ...entry })),
    );
  }

  async function pointAt(list: readonly Person[]): Promise<void> {
    await putEntries(list.flatMap(pointersTo));
  }

  /** True when the entry still leads nowhere: it is read again, since people may have moved meanwhile. */
  async function isStray(row: string): Promise<boolean> {
    const found = (await directory.get(key(tenant), row))?.value;
    const person = (await read(found))?.value;
    return found !== undefined && !(person && pointersTo(person).some((own) => own.row === row));
  }

  return {
    find: async (directoryId) => {
      const person = await present(await entry('d', directoryId));
      // While a row goes to another account, the entry of the one before may still lead to it.
      return person?.directoryId === directoryId ? person : undefined;
    },
    lastOf,
    teamOf: async (directoryId) => (await entry('d', directoryId))?.team,
    workplace,
    byUpn: async (upn) => present(await entry('u', upn.toLowerCase())),
    members: membersOf,
    everybody,
    change: async (team, id, change) => (await changeRow(people, partition(team), key(id), change))?.after,
    changeAll: async (list) => {
      const written: Person[] = [];
      for (const [team, changes] of Map.groupBy(list, (change) => change.team)) {
        const rows = changes.map(({ id, change }) => ({ row: key(id), change }));
        const results = await changeAllRows(people, partition(team), rows);
        written.push(...results.filter((person) => person !== undefined));
      }
      return written;
    },
    save: async (list) => {
      for (const [team, members] of Map.groupBy(list, (person) => person.team)) {
        await writeAll(
          people,
          partition(team),
          members.map((person) => ({ do: 'put', row: key(person.id), value: person })),
        );
      }
      await pointAt(list.filter(isPresent));
    },
    point: pointAt,
    mendDirectory: async () => {
      // The directory is read first. An entry is written after its row, so the row that it leads to is among
      // the people that are read next.
      const entries = await directory.range({ partition: key(tenant) });
      // An address that somebody got from a person who left leads to who works here now.
      const list = inOrderOfClaim(await everybody());
      const wanted = new Map(list.flatMap(pointersTo).map((entry) => [entry.row, entry]));
      const known = new Map(entries.map(({ row, value }) => [row, value]));
      const wrong = [...wanted.values()].filter(({ row, value }) => {
        const now = known.get(row);
        return now?.team !== value.team || now.person !== value.person;
      });
      await putEntries(wrong);
      const stray = entries.filter(({ row }) => !wanted.has(row));
      let removed = 0;
      for (const { row } of stray) {
        if ((await isStray(row)) && (await directory.remove(key(tenant), row))) removed += 1;
      }
      return wrong.length + removed;
    },
    rebind: async ({ team, id, directoryId: old }, directoryId) => {
      const last = await lastOf(directoryId);
      if (old) await directory.remove(key(tenant), key('d', old));
      const bound = await changeRow(people, partition(team), key(id), (now) =>
        takingOver({ ...boundTo(now, directoryId), reach: 'none' }, last),
      );
      if (!bound) return false;
      await pointAt([bound.after]);
      return true;
    },
    drop: async (team, id) => {
      await people.remove(partition(team), key(id));
    },
    takeOut: async (person) => {
      await people.remove(partition(person.team), key(person.id));
      for (const { row, value } of pointersTo(person)) {
        const now = await directory.get(key(tenant), row);
        const isTheirs = now?.value.team === value.team && now.value.person === value.person;
        if (isTheirs) await directory.removeRead(now);
      }
    },
    dropAll: async (list) => {
      const changed: Person[] = [];
      for (const [team, seen] of Map.groupBy(list, (person) => person.team)) {
        const rows = new Map(
          (await people.range({ partition: partition(team) })).map((read) => [read.row, read]),
        );
        for (const person of seen) {
          const row = rows.get(key(person.id));
          if (!row) continue;
          if (contentOf(row.value) === contentOf(person) && (await people.removeRead(row))) continue;
          const now = await people.get(partition(team), row.row);
          if (now) changed.push(now.value);
        }
      }
      return changed;
    },
  };
}
