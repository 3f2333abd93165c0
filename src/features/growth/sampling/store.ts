import { key, type Storage } from '../../../storage/index.ts';
import { type Registration, registrations } from '../content/registrations.ts';
import { fresh } from './rules.ts';
import type { Sampling } from './sampling.ts';
import { samplingsTable } from './tables.ts';

export interface SamplingStore {
  /** All registrations, also those that nobody moved yet. One range. */
  all(): Promise<Sampling[]>;
  /** One point read. */
  of(registration: Registration): Promise<Sampling>;
  /** Writes what `change` makes of the version that was seen. False when that is not the last one any more. */
  change(registration: Registration, seen: number, change: (now: Sampling) => Sampling): Promise<boolean>;
}

/** How one tenant samples its validation. */
export function samplingStore(storage: Storage, tenant: string): SamplingStore {
  const table = storage.table(samplingsTable);
  const partition = key(tenant);
  return {
    all: async () => {
      const rows = new Map((await table.range({ partition })).map(({ row, value }) => [row, value]));
      return registrations.map((one) => rows.get(key(one)) ?? fresh(one));
    },
    of: async (registration) => (await table.get(partition, key(registration)))?.value ?? fresh(registration),
    change: async (registration, seen, change) => {
      const stored = await table.get(partition, key(registration));
      const now = stored?.value ?? fresh(registration);
      if (now.version !== seen) return false;
      const next = change(now);
      if (next === now) return true;
      return stored ? table.replace(stored, next) : table.insert(partition, key(registration), next);
    },
  };
}
