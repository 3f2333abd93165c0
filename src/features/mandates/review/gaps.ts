import { changeOrAddRow, changeRow, defineTable, isKey, key, type Storage } from '../../../storage/index.ts';
import type { Lookup } from '../register/lookup.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { registrationWords } from '../vocabulary/registrations.ts';

/**
 * Something that people looked for and that is not recorded, or that stands in the register and is wrong. Who reported it is
 * not kept: only how often, and when last. Days are ISO dates.
 */
export interface Gap {
  activity: string;
  registration: string;
  /** Code of an area, or empty for the whole municipality. */
  area: string;
  count: number;
  first: string;
  last: string;
  /** Of what is wrong: the numbers of the entries that it may be about, and what somebody wrote of it. */
  ids?: string[];
  what?: string;
  /** The day on which the administrators got a message of it. */
  told?: string;
  /** The day on which one of them closed it, and what that person wrote was done. */
  closed?: string;
  done?: string;
}

/** A report as it is stored, with the name by which it is found again. */
export interface Report extends Gap {
  ref: string;
}

export const isOpen = ({ closed }: Gap): boolean => closed === undefined;

export const gapTable = defineTable<Gap>({
  name: 'mandategaps',
  namesPeople: false,
  owner: 'mandates',
  holds:
    'wat mensen in het mandatenregister zochten en niet vonden, en wat er volgens hen niet klopt, zonder wie dat was; en wat daarmee is gedaan',
  seenBy: 'de mandaatbeheerders',
  retention: { days: 365, from: 'last' },
  json: ['ids'],
  person: { kind: 'none', takenBack: true, why: 'Er staat niet bij wie iets zocht of meldde.' },
});

export interface GapStore {
  /** Counts one more report of a gap; `day` is an ISO date. */
  report(gap: Pick<Gap, 'activity' | 'registration' | 'area'>, day: string): Promise<void>;
  /** Keeps what somebody says is wrong under an id of its own; `day` is an ISO date. */
  reportWrong(
    id: string,
    wrong: Pick<Gap, 'activity' | 'registration' | 'area' | 'ids' | 'what'>,
    day: string,
  ): Promise<void>;
  /** Takes back what was said to be wrong, under its id; false when it is closed or gone. */
  takeBack(id: string): Promise<boolean>;
  /** All that was reported, most first; what was closed too. */
  all(): Promise<Report[]>;
  find(ref: string): Promise<Report | undefined>;
  /** Remembers on which day the administrators got a message of it. */
  told(ref: string, day: string): Promise<unknown>;
  /** Closes it, with what was done; undefined when it is gone or closed already. */
  close(ref: string, day: string, done: string): Promise<unknown>;
  /** Opens it again, as it was before it was closed. */
  reopen(ref: string): Promise<unknown>;
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
  const partition = key(tenant);
  return {
    report: (gap, day) =>
      changeOrAddRow(table, partition, key(gap.activity, gap.registration, gap.area), (known) =>
        known ? reportedAgain(known, day) : { ...gap, count: 1, first: day, last: day },
      ),
    reportWrong: async (id, wrong, day) => {
      await table.insert(partition, key('wrong', id), { ...wrong, count: 1, first: day, last: day });
    },
    takeBack: async (id) => {
      const stored = await table.get(partition, key('wrong', id));
      return stored !== undefined && isOpen(stored.value) && (await table.removeRead(stored));
    },
    all: async () =>
      (await table.range({ partition }))
        .map(({ row, value }) => ({ ...value, ref: row }))
        .sort((a, b) => b.count - a.count),
    find: async (ref) => {
      const stored = isKey(ref) ? await table.get(partition, ref) : undefined;
      return stored && { ...stored.value, ref };
    },
    told: (ref, day) => changeRow(table, partition, ref, (now) => ({ ...now, told: day })),
    close: (ref, day, done) =>
      changeRow(table, partition, ref, (now) =>
        isOpen(now) ? { ...now, closed: day, ...(done === '' ? {} : { done }) } : undefined,
      ),
    reopen: (ref) => changeRow(table, partition, ref, ({ closed: _day, done: _done, ...now }) => now),
  };
}

/** Counted once more. What was closed is open again, and new to the administrators. */
function reportedAgain({ told, closed, done, ...known }: Gap, day: string): Gap {
  const next = { ...known, count: known.count + 1, last: day };
  return closed === undefined ? { ...next, ...(told === undefined ? {} : { told }) } : next;
}
