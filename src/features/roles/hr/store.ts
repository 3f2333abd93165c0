import { defineTable, key, type Storage } from '../../../storage/index.ts';
import type { RoleTotals } from './rules.ts';

/** The totals of roles that HR reads. Partition: tenant. Row: one, for the municipality. */
export const roleTotalsTable = defineTable<RoleTotals>({
  name: 'roletotals',
  namesPeople: false,
  owner: 'roles',
  holds: 'hoeveel takenmatrices er bij elke rol liggen, in stappen van 5',
  seenBy: 'HR',
  retention: { days: 730, from: 'day' },
  // As of the picture of a team: by older totals new ones would come too soon.
  isDone: () => true,
  json: ['near'],
  person: { kind: 'none', why: 'Er staan alleen aantallen in, en geen mensen.' },
});

export interface RoleTotalsStore {
  /** The last totals. One point read. */
  last(): Promise<RoleTotals | undefined>;
  /** False when there are some already, or, with `last`, when those are not the last ones any more. */
  publish(totals: RoleTotals, last: RoleTotals | undefined): Promise<boolean>;
}

/** The totals of one tenant. */
export function roleTotalsStore(storage: Storage, tenant: string): RoleTotalsStore {
  const table = storage.table(roleTotalsTable);
  const at = [key(tenant), key('gemeente')] as const;
  return {
    last: async () => (await table.get(...at))?.value,
    publish: async (totals, last) => {
      if (!last) return table.insert(...at, totals);
      const stored = await table.get(...at);
      return stored?.value.day === last.day ? table.replace(stored, totals) : false;
    },
  };
}
