import { changeOrAddRow, defineTable, key, type Storage } from '../../../storage/index.ts';
import type { Lookup } from '../register/lookup.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { registrationWords } from '../vocabulary/registrations.ts';

/** Something that people looked for and that is not recorded. Nobody is named: only how often, and when last. */
export interface Gap {
  activity: string;
  registration: string;
  /** Code of an area, or empty for the whole municipality. */
  area: string;
  count: number;
  first: string;
  last: string;
}

export const gapTable = defineTable<Gap>({
  name: 'mandategaps',
  namesPeople: false,
  owner: 'mandates',
  holds: 'wat mensen in het mandatenregister zochten en niet vonden, zonder wie dat was',
  seenBy: 'de mandaatbeheerders',
  retention: { days: 365, from: 'last' },
  person: { kind: 'none', why: 'Er staat niet bij wie iets zocht.' },
});

export interface GapStore {
  /** Counts one more report of a gap; `day` is an ISO date. */
  report(gap: Pick<Gap, 'activity' | 'registration' | 'area'>, day: string): Promise<void>;
  /** All gaps that were reported, most first. */
  all(): Promise<Gap[]>;
}

/** True when activity, registration and area are known to the register or to everybody, as on every card of ours. */
export function isKnownGap(
  { activity, registration, area }: Pick<Gap, 'activity' | 'registration' | 'area'>,
  lookup: Lookup,
): boolean {
  const { entries } = lookup.register;
  return (
    (lookup.activities.includes(activity) || activityWords.some((known) => known.activity === activity)) &&
    (registration === '' ||
      entries.some((entry) => entry.registration === registration) ||
      registrationWords.some((known) => known.registration === registration)) &&
    (area === '' || lookup.area(area) !== undefined)
  );
}

/** The gaps reported in one tenant. Partition: tenant. Row: activity, registration and area. */
export function gapStore(storage: Storage, tenant: string): GapStore {
  const table = storage.table(gapTable);
  return {
    report: (gap, day) =>
      changeOrAddRow(table, key(tenant), key(gap.activity, gap.registration, gap.area), (known) =>
        known ? { ...known, count: known.count + 1, last: day } : { ...gap, count: 1, first: day, last: day },
      ),
    all: async () =>
      (await table.range({ partition: key(tenant) }))
        .map(({ value }) => value)
        .sort((a, b) => b.count - a.count),
  };
}
