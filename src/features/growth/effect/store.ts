import { key, type Storage } from '../../../storage/index.ts';
import type { Quarter } from './effect.ts';
import { quartersTable } from './tables.ts';

export interface EffectStore {
  /** All quarters that were filled in, the oldest first. One range. */
  all(): Promise<Quarter[]>;
  /** One point read. */
  of(quarter: string): Promise<Quarter | undefined>;
  /** Puts it in the place of version `seen`, 0 for none. False when somebody else was first. */
  save(quarter: Quarter, seen: number): Promise<boolean>;
}

/** The figures of one tenant. */
export function effectStore(storage: Storage, tenant: string): EffectStore {
  const table = storage.table(quartersTable);
  const partition = key(tenant);
  return {
    all: async () =>
      (await table.range({ partition }))
        .map(({ value }) => value)
        .toSorted((a, b) => a.quarter.localeCompare(b.quarter)),
    of: async (quarter) => (await table.get(partition, key(quarter)))?.value,
    save: async (next, seen) => {
      const stored = await table.get(partition, key(next.quarter));
      if ((stored?.value.version ?? 0) !== seen) return false;
      return stored ? table.replace(stored, next) : table.insert(partition, key(next.quarter), next);
    },
  };
}
