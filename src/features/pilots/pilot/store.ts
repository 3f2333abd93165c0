import { changeRow, exactly, key, partsOf, type Storage, type Stored } from '../../../storage/index.ts';
import type { Member, Pilot } from './pilot.ts';
import { pilotMembersTable, pilotsTable } from './tables.ts';

export interface PilotStore {
  /** Every pilot of the municipality, those with the newest first day first. One range. */
  all(): Promise<Pilot[]>;
  get(id: string): Promise<Pilot | undefined>;
  add(pilot: Pilot, members: readonly Member[]): Promise<void>;
  /**
   * Changes a pilot, guarded by its ETag and tried again when somebody else was first. Gives the new value, or
   * undefined when there is no such pilot. Writes nothing when `change` gives back the same object.
   */
  change(id: string, change: (pilot: Pilot) => Pilot): Promise<Pilot | undefined>;
  /** One range. */
  members(id: string): Promise<Member[]>;
  /** Makes these the members: adds who is new and removes who is not named any more. */
  setMembers(id: string, members: readonly Member[]): Promise<void>;
  /** Ids of the pilots that somebody is in, with their role. One range over all pilots. */
  of(directoryId: string): Promise<Map<string, Member['role']>>;
  /** Writes on which day the pilot was closed beside its members, from which their rows expire. */
  closeMembers(id: string, day: string): Promise<void>;
}

/** The pilots of one tenant. */
export function pilotStore(storage: Storage, tenant: string): PilotStore {
  const pilots = storage.table(pilotsTable);
  const members = storage.table(pilotMembersTable);
  const pilotOf = ({ row, value }: Stored<Omit<Pilot, 'id'>>): Pilot => ({ id: row, ...value });

  async function membersOf(id: string): Promise<Member[]> {
    const rows = await members.range({ partition: key(tenant, id) });
    return rows.map(({ row, value }) => ({ directoryId: row, role: value.role }));
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
        list.map(({ directoryId, role }) => ({ do: 'put', row: key(directoryId), value: { role } })),
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
    setMembers: async (id, list) => {
      const gone = (await membersOf(id)).filter(
        ({ directoryId }) => !list.some((member) => member.directoryId === directoryId),
      );
      await members.transact(key(tenant, id), [
        ...list.map(({ directoryId, role }) => ({
          do: 'put' as const,
          row: key(directoryId),
          value: { role },
        })),
        ...gone.map(({ directoryId }) => ({ do: 'remove' as const, row: key(directoryId) })),
      ]);
    },
    of: async (directoryId) => {
      const rows = await members.range(exactly(directoryId));
      return new Map(
        rows.flatMap(({ partition, value: { role } }) => {
          const [whose, id = ''] = partsOf(partition);
          return whose === tenant ? [[id, role]] : [];
        }),
      );
    },
    closeMembers: async (id, day) => {
      const rows = await members.range({ partition: key(tenant, id) });
      await members.transact(
        key(tenant, id),
        rows.map(({ row, value }) => ({ do: 'put', row, value: { ...value, closedOn: day } })),
      );
    },
  };
}
