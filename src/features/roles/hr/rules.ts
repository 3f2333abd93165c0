import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { RoleTask } from '../content/tasks.ts';
import { indicationOf } from '../indication/rules.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { FEWEST } from '../picture/rules.ts';

/** How many matrices of the municipality lie near each role. */
export interface RoleTotals {
  /** The day on which it was made (ISO date). */
  day: string;
  /** Only numbers from six: a role that is not in here has fewer, or nobody. */
  near: Partial<Record<IbroRole, number>>;
}

/** What these matrices come to together, or undefined where they are fewer than six (trust:fewest-six). `day`: ISO date. */
export function totalsOf(
  matrices: readonly Confirmed[],
  tasks: readonly RoleTask[],
  day: string,
): RoleTotals | undefined {
  if (matrices.length < FEWEST) return undefined;
  const all = matrices.flatMap((one) => indicationOf(one, tasks).near);
  const counted = ibroRoles.map((role) => [role, all.filter((one) => one === role).length] as const);
  return { day, near: Object.fromEntries(counted.filter(([, count]) => count >= FEWEST)) };
}

/**
 * True where who reads the indications that were shared could tell from the totals what the few others filled in: one to five of those
 * who count did not share theirs.
 */
export const wouldTell = (counted: number, shared: number): boolean =>
  counted > shared && counted - shared < FEWEST;
