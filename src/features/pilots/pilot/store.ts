import { changeRow, exactly, key, partsOf, type Storage, type Stored } from '../../../storage/index.ts';
import type { Member, Pilot } from './pilot.ts';
import { type MemberRow, pilotMembersTable, pilotsTable } from './tables.ts';

/** Somebody of whose coming or going others, or they themselves, did not hear yet. */
export interface Unheard {
  directoryId: string;
  role: MemberRow['role'];
}

/** Whether somebody is in a pilot that goes on, leads one, or is in one at all, also one that was closed. */
export interface Standing {
  isIn: boolean;
  leads: boolean;
  wasIn: boolean;
}

export interface PilotStore {
  /** Every pilot of the municipality, those with the newest first day first. One range. */
  all(): Promise<Pilot[]>;
  get(id: string): Promise<Pilot | undefined>;
  /** Who is in it beside those who lead it, still has to hear of that. */
  add(pilot: Pilot, members: readonly Member[]): Promise<void>;
  /**
   * Changes a pilot, guarded by its ETag and tried again when somebody else was first. Gives the new value, or
   * undefined when there is no such pilot. Writes nothing when `change` gives back the same object.
   */
  change(id: string, change: (pilot: Pilot) => Pilot): Promise<Pilot | undefined>;
  /** Without who left. One range. */
  members(id: string): Promise<Member[]>;
  /** Directory ids of those who left by themselves, until the pilot is closed. One range. */
  left(id: string): Promise<string[]>;
  /** Makes these the members: adds who is new, who still has to hear of that, and removes who is not named any more. */
  setMembers(id: string, members: readonly Member[]): Promise<void>;
  /**
   * Gives somebody who is in a pilot another role, guarded by its ETag: `from` is the role they have to have. Others have to hear
   * of it. False when they had another by then, or are in it no more.
   */
  setRole(id: string, directoryId: string, from: MemberRow['role'], to: MemberRow['role']): Promise<boolean>;
  /** Puts somebody in a pilot as the one who leads it. */
  addLead(id: string, directoryId: string): Promise<void>;
  /** Those of whom somebody still has to hear. One range. */
  unheard(id: string): Promise<Unheard[]>;
  /** That was told. */
  heard(id: string, directoryId: string): Promise<void>;
  /**
   * The team is asked what it thinks: who is in it now takes part in that, and who comes later does not. Who leads a pilot would
   * otherwise see who answered by putting others in (trust:fewest-six). Nothing when that began before.
   */
  beginAsking(id: string): Promise<void>;
  /** Ids of the pilots that somebody is in or was in, with their role. One range over all pilots. */
  of(directoryId: string): Promise<Map<string, Member['role']>>;
  /** What somebody has to do with pilots. One range over all pilots. */
  standing(directoryId: string): Promise<Standing>;
  /** Writes on which day the pilot was closed beside its members, from which their rows expire; who left goes at once. */
  closeMembers(id: string, day: string): Promise<void>;
}

const isMember = ({ role }: MemberRow): boolean => role !== 'left';

/** The pilots of one tenant. */
export function pilotStore(storage: Storage, tenant: string): PilotStore {
  const pilots = storage.table(pilotsTable);
  const members = storage.table(pilotMembersTable);
  const pilotOf = ({ row, value }: Stored<Omit<Pilot, 'id'>>): Pilot => ({ id: row, ...value });

  const rowsOf = (id: string) => members.range({ partition: key(tenant, id) });
  async function membersOf(id: string): Promise<Member[]> {
    return (await rowsOf(id)).flatMap(({ row, value: { role, late } }) =>
      role === 'left' ? [] : [{ directoryId: row, role, ...(late ? { late } : {}) }],
    );
  }

  const matesIn = (rows: readonly { role: MemberRow['role'] }[]) =>
    rows.filter(({ role }) => role === 'member').length;
  /** What stands beside who becomes a member: whether the team was asked by then. */
  async function lateIn(id: string): Promise<{ late?: true }> {
    const pilot = await pilots.get(key(tenant), key(id));
    return pilot?.value.teamAsked === 'scores' ? { late: true } : {};
  }
  /** Before a pilot gets smaller: how many there were. */
  async function remember(id: string, mates: number): Promise<void> {
    await changeRow(pilots, key(tenant), key(id), (value) =>
      (value.largest ?? 0) < mates ? { ...value, largest: mates } : value,
    );
  }

  return {
    all: async () => {
      const rows = await pilots.range({ partition: key(tenant) });
      return rows.map(pilotOf).sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
    },
    get: async (id) => {
      const stored = await pilots.get(key(tenant), key(id));
      return stored && pilotOf(stored);
    },
    add: async ({ id, ...pilot }, list) => {
      // Members are written first: a pilot without its lead could be changed by nobody.
      await members.transact(
        key(tenant, id),
        list.map(({ directoryId, role }) => ({
          do: 'put',
          row: key(directoryId),
          value: role === 'lead' ? { role } : { role, unheard: true },
        })),
      );
      await pilots.put(key(tenant), key(id), pilot);
    },
    change: async (id, change) => {
      const changed = await changeRow(pilots, key(tenant), key(id), (value) => {
        const now = { id, ...value };
        const next = change(now);
        const { id: _id, ...rest } = next;
        return next === now ? value : rest;
      });
      return changed && { id, ...changed.after };
    },
    members: membersOf,
    left: async (id) => (await rowsOf(id)).filter(({ value }) => !isMember(value)).map(({ row }) => row),
    setMembers: async (id, list) => {
      const rows = await rowsOf(id);
      const before = new Map(rows.map(({ row, value }) => [row, value]));
      const gone = rows.filter(
        ({ row, value }) => isMember(value) && !list.some(({ directoryId }) => directoryId === row),
      );
      const fresh = list.filter(({ directoryId, role }) => before.get(directoryId)?.role !== role);
      const mates = matesIn(rows.map(({ value }) => value));
      if (matesIn(list) < mates) await remember(id, mates);
      const late = await lateIn(id);
      await members.transact(key(tenant, id), [
        ...fresh.map(({ directoryId, role }) => ({
          do: 'put' as const,
          row: key(directoryId),
          value: { role, unheard: true as const, ...(role === 'member' ? late : {}) },
        })),
        ...gone.map(({ row }) => ({ do: 'remove' as const, row })),
      ]);
    },
    setRole: async (id, directoryId, from, to) => {
      if (from === 'member') await remember(id, matesIn((await rowsOf(id)).map(({ value }) => value)));
      const late = to === 'member' ? await lateIn(id) : {};
      let isTheirs = false;
      await changeRow(members, key(tenant, id), key(directoryId), (value) => {
        isTheirs = value.role === from;
        return isTheirs ? { ...value, role: to, unheard: true as const, ...late } : value;
      });
      return isTheirs;
    },
    addLead: (id, directoryId) =>
      members.put(key(tenant, id), key(directoryId), { role: 'lead', unheard: true }),
    unheard: async (id) =>
      (await rowsOf(id)).flatMap(({ row, value: { role, unheard } }) =>
        unheard ? [{ directoryId: row, role }] : [],
      ),
    heard: async (id, directoryId) => {
      await changeRow(members, key(tenant, id), key(directoryId), (value) =>
        value.unheard ? { ...value, unheard: undefined } : value,
      );
    },
    beginAsking: async (id) => {
      const rows = await rowsOf(id);
      if ((await lateIn(id)).late) return;
      for (const { row, value } of rows)
        if (value.late) await changeRow(members, key(tenant, id), row, ({ late: _late, ...now }) => now);
      await remember(id, matesIn(rows.map(({ value }) => value)));
    },
    of: async (directoryId) => {
      const rows = await members.range(exactly(directoryId));
      return new Map(
        rows.flatMap(({ partition, value: { role } }) => {
          const [whose, id = ''] = partsOf(partition);
          return whose === tenant && role !== 'left' ? [[id, role]] : [];
        }),
      );
    },
    standing: async (directoryId) => {
      const rows = await members.range(exactly(directoryId));
      const theirs = rows.filter(
        ({ partition, value }) => partsOf(partition)[0] === tenant && isMember(value),
      );
      const open = theirs.filter(({ value }) => value.closedOn === undefined);
      return {
        isIn: open.length > 0,
        leads: open.some(({ value }) => value.role === 'lead'),
        wasIn: theirs.length > 0,
      };
    },
    closeMembers: async (id, day) => {
      const rows = await rowsOf(id);
      await members.transact(
        key(tenant, id),
        rows.flatMap(({ row, value: { role } }) =>
          role === 'left' ? [] : [{ do: 'put' as const, row, value: { role, closedOn: day } }],
        ),
      );
      for (const { row, value } of rows) if (!isMember(value)) await members.remove(key(tenant, id), row);
    },
  };
}
