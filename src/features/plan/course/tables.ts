import { below, defineTable, key } from '../../../storage/index.ts';
import type { CourseField } from '../content/course.ts';
import type { Adoption, Goal } from './course.ts';

/**
 * The course of the municipality. Partition: tenant. Rows: `c` (as it stands, without anybody), `v|version` (as it was adopted) and
 * `p|directory id|goal` (who looks after a goal).
 */
export interface CourseRow {
  version?: number;
  texts?: Partial<Record<CourseField, string>>;
  goals?: readonly Goal[];
  adopted?: Adoption;
  told?: string;
  /** Of `p` and `v`: the day (ISO date) from which retention counts. */
  day?: string;
}

export const courseTable = defineTable<CourseRow>({
  name: 'plancourse',
  namesPeople: (row) => row.startsWith('p|'),
  owner: 'plan',
  holds: 'de koers van je gemeente, en welke doelen je bewaakt',
  seenBy: 'iedereen bij de gemeente',
  retention: { days: 1_095, from: 'day' },
  json: ['texts', 'goals', 'adopted'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...below('p', directoryId) }],
    describe: () => 'Je bewaakt een doel van de koers.',
  },
});
