import { key, persistently, type Storage } from '../../../storage/index.ts';
import type { Assignment } from './assignment.ts';
import { type AssignmentRow, assignmentsTable, type PartyRow, partiesTable } from './tables.ts';

export interface AssignmentStore {
  /** Those of everybody, by directory id. One range. */
  all(): Promise<ReadonlyMap<string, AssignmentRow>>;
  of(directoryId: string): Promise<AssignmentRow | undefined>;
  /**
   * Writes what `change` makes of it, guarded by its ETag; nothing where that gives undefined or the same. `day`: ISO date. Gives how it
   * stands afterwards.
   */
  change(
    directoryId: string,
    day: string,
    change: (now: Assignment | undefined) => Assignment | undefined,
  ): Promise<Assignment | undefined>;
  /** All that is kept of somebody. */
  remove(directoryId: string): Promise<void>;
}

/** A role of a party, with the id under which it stands. */
export interface Party extends PartyRow {
  id: string;
}

export interface PartyStore {
  /** Those of all teams. One range. */
  all(): Promise<Party[]>;
  get(id: string): Promise<Party | undefined>;
  /** Adds it, or puts it in the place of version `seen` of the same team. False when somebody else was first, or it is of another team. */
  save(party: Party, seen: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** Who holds which role in one tenant. */
export function assignmentStore(storage: Storage, tenant: string): AssignmentStore {
  const table = storage.table(assignmentsTable);
  const partition = key(tenant);
  return {
    all: async () =>
      new Map((await table.range({ partition })).map(({ row, value }) => [row, value] as const)),
    of: async (directoryId) => (await table.get(partition, key(directoryId)))?.value,
    change: (directoryId, day, change) =>
      persistently(async () => {
        const stored = await table.get(partition, key(directoryId));
        const after = change(stored?.value);
        if (after === undefined || after === stored?.value) return { done: stored?.value };
        const row = { ...after, day };
        const isWritten = stored
          ? await table.replace(stored, row)
          : await table.insert(partition, key(directoryId), row);
        return isWritten ? { done: after } : undefined;
      }),
    remove: async (directoryId) => {
      await table.remove(partition, key(directoryId));
    },
  };
}

/** Which parties outside the municipality hold a role in one tenant. */
export function partyStore(storage: Storage, tenant: string): PartyStore {
  const table = storage.table(partiesTable);
  const partition = key(tenant);
  return {
    all: async () => (await table.range({ partition })).map(({ row, value }) => ({ id: row, ...value })),
    get: async (id) => {
      const stored = await table.get(partition, key(id));
      return stored && { id, ...stored.value };
    },
    save: async ({ id, ...row }, seen) => {
      const stored = await table.get(partition, key(id));
      if (!stored) return seen === 0 && table.insert(partition, key(id), row);
      const isThis = stored.value.version === seen && stored.value.team === row.team;
      return isThis && table.replace(stored, row);
    },
    remove: async (id) => {
      await table.remove(partition, key(id));
    },
  };
}
