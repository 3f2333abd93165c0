import { changeRows, key, partsOf, type RowChange, type Storage } from '../../../storage/index.ts';
import { type Course, emptyCourse, type OwnedCourse } from './course.ts';
import { type CourseRow, courseTable } from './tables.ts';

export interface CourseStore {
  /** One range. */
  read(): Promise<OwnedCourse>;
  /**
   * Writes what `change` makes of version `seen`, as a new version, with who looks after one goal (directory id, '' for nobody).
   * False when somebody else was first.
   */
  change(
    seen: number,
    change: (now: Course) => Course,
    owner?: { goal: string; id: string },
    day?: string,
  ): Promise<boolean>;
  /** Adopts version `seen` and keeps it as it was. False when it changed since, or was adopted already. */
  adopt(seen: number, adopted: NonNullable<Course['adopted']>): Promise<boolean>;
  /** Takes somebody away from a goal that they look after. The version stays: what was adopted is the same. */
  leave(goal: string, directoryId: string): Promise<void>;
  /** The teams were told on this day (ISO date). */
  setTold(day: string): Promise<void>;
}

const courseOf = ({ version = 0, texts = {}, goals = [], adopted, told }: CourseRow): Course => ({
  version,
  texts,
  goals,
  adopted,
  told,
});

/** The course of one tenant. */
export function courseStore(storage: Storage, tenant: string): CourseStore {
  const table = storage.table(courseTable);
  const partition = key(tenant);
  const ROW = 'c';

  function ownerChanges(
    owners: ReadonlyMap<string, readonly string[]>,
    { goal, id }: { goal: string; id: string },
    day: string,
  ): RowChange<CourseRow>[] {
    const there = owners.get(goal) ?? [];
    return [
      ...there
        .filter((one) => one !== id)
        .map((one) => ({ do: 'remove' as const, row: key('p', one, goal) })),
      ...(id === '' || there.includes(id)
        ? []
        : [{ do: 'put' as const, row: key('p', id, goal), value: { day } }]),
    ];
  }

  async function rows() {
    const all = await table.range({ partition });
    const owned = all.flatMap(({ row }) => {
      const [kind, id = '', goal = ''] = partsOf(row);
      return kind === 'p' ? [{ id, goal }] : [];
    });
    const byGoal = Map.groupBy(owned, ({ goal }) => goal);
    return {
      stored: all.find(({ row }) => row === ROW),
      owners: new Map([...byGoal].map(([goal, ids]) => [goal, ids.map(({ id }) => id)] as const)),
    };
  }

  /** Replaces what stands as version `seen`, together with other rows. */
  const replacing = (
    seen: number,
    next: (
      now: Course,
      owners: ReadonlyMap<string, readonly string[]>,
    ) => { value: Course; more: RowChange<CourseRow>[] } | undefined,
  ): Promise<boolean> =>
    changeRows(table, partition, async () => {
      const { stored, owners } = await rows();
      const now = stored ? courseOf(stored.value) : emptyCourse;
      const planned = now.version === seen ? next(now, owners) : undefined;
      if (!planned) return { changes: [], done: false };
      return {
        changes: [
          stored
            ? { do: 'replace', row: ROW, value: planned.value, etag: stored.etag }
            : { do: 'insert', row: ROW, value: planned.value },
          ...planned.more,
        ],
        done: true,
      };
    });

  return {
    read: async () => {
      const { stored, owners } = await rows();
      return {
        ...(stored ? courseOf(stored.value) : emptyCourse),
        owners: new Map([...owners].flatMap(([goal, [id]]) => (id ? [[goal, id] as const] : []))),
      };
    },
    change: (seen, change, owner, day = '') =>
      replacing(seen, (now, owners) => ({
        value: { ...change(now), version: seen + 1 },
        more: owner ? ownerChanges(owners, owner, day) : [],
      })),
    adopt: (seen, adopted) =>
      replacing(seen, (now) =>
        now.adopted?.version === seen
          ? undefined
          : {
              value: { ...now, adopted, told: undefined },
              more: [
                {
                  do: 'put',
                  row: key('v', `${seen}`.padStart(6, '0')),
                  value: { texts: now.texts, goals: now.goals, adopted, day: adopted.day },
                },
              ],
            },
      ),
    leave: async (goal, directoryId) => {
      await table.remove(partition, key('p', directoryId, goal));
    },
    setTold: async (day) => {
      const { stored } = await rows();
      if (stored) await table.replace(stored, { ...stored.value, told: day });
    },
  };
}
