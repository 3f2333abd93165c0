import type { IbroRole } from '../../../people/person.ts';
import { key, type Storage } from '../../../storage/index.ts';
import { pilotRolesTable } from './tables.ts';

/** The roles that people try in a pilot, by directory id. */
export type TriedRoles = ReadonlyMap<string, readonly IbroRole[]>;

export interface TriedRolesStore {
  /** One range. */
  of(pilot: string): Promise<TriedRoles>;
  /** Makes these the roles that somebody tries; with none, nothing is kept of them. */
  set(pilot: string, directoryId: string, roles: readonly IbroRole[]): Promise<void>;
  /** Writes on which day (ISO date) the pilot was closed, from which the rows expire. */
  close(pilot: string, day: string): Promise<void>;
}

/** Who tries which role in the pilots of one tenant. */
export function triedRolesStore(storage: Storage, tenant: string): TriedRolesStore {
  const table = storage.table(pilotRolesTable);
  const partition = (pilot: string) => key(tenant, pilot);

  return {
    of: async (pilot) => {
      const rows = await table.range({ partition: partition(pilot) });
      return new Map(rows.map(({ row, value }) => [row, value.roles]));
    },
    set: async (pilot, directoryId, roles) => {
      if (roles.length === 0) await table.remove(partition(pilot), key(directoryId));
      else await table.put(partition(pilot), key(directoryId), { roles: [...roles] });
    },
    close: async (pilot, day) => {
      const rows = await table.range({ partition: partition(pilot) });
      await table.transact(
        partition(pilot),
        rows.map(({ row, value }) => ({ do: 'put', row, value: { ...value, closedOn: day } })),
      );
    },
  };
}
