import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed, Filled, Often } from '../matrix/matrix.ts';
import { tasksBehind, tasksOf } from '../matrix/rules.ts';

/** What an answer counts for: the rule is ours and stands on the card (docs/rolindicatie.md). */
export const worth: Record<Often, number> = { do: 2, some: 1, not: 0 };
/** A role is near when it reaches this part of the highest: all within a quarter of it. */
const NEAR = { of: 4, at: 3 };
/** So many tasks are named that weighed most. */
const MOST_NAMED = 3;

/** One task in the sum of a role: its weight there times what the answer counts for. */
export interface Addend {
  task: RoleTask;
  weight: number;
  worth: number;
  points: number;
}

/** How near the tasks lie to a role: `points` of the `most` that there could be. */
export interface RoleSum {
  role: IbroRole;
  points: number;
  most: number;
  /** The tasks that weighed most, the heaviest first. */
  heaviest: Addend[];
}

export interface Indication {
  /** All four, in their own order. */
  sums: RoleSum[];
  /** The roles that lie nearest: the highest, and all within a quarter of it. None where nothing counts. */
  near: IbroRole[];
}

/** The tasks of a role that were answered, with what each adds. */
function addends(role: IbroRole, { answers }: Pick<Filled, 'answers'>, tasks: readonly RoleTask[]): Addend[] {
  return tasks.flatMap((task) => {
    const weight = task.weights[role] ?? 0;
    const answer = answers[task.id];
    if (weight === 0 || answer === undefined) return [];
    return [{ task, weight, worth: worth[answer], points: weight * worth[answer] }];
  });
}

function sumOf(role: IbroRole, filled: Pick<Filled, 'answers'>, tasks: readonly RoleTask[]): RoleSum {
  const all = addends(role, filled, tasks);
  const sum = (of: (one: Addend) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    role,
    points: sum(({ points }) => points),
    most: sum(({ weight }) => weight * worth.do),
    heaviest: all
      .filter(({ points }) => points > 0)
      .toSorted((a, b) => b.points - a.points)
      .slice(0, MOST_NAMED),
  };
}

/** True when one part is larger than another, in whole numbers; a role without tasks has no part. */
const isHigher = (one: RoleSum, other: RoleSum): boolean =>
  other.most === 0 ? one.points > 0 : one.points * other.most > other.points * one.most;

/** True when one part is at least three quarters of another, in whole numbers. */
const isNear = (one: RoleSum, highest: RoleSum): boolean =>
  one.points > 0 && one.points * highest.most * NEAR.of >= highest.points * one.most * NEAR.at;

/**
 * How near somebody's tasks lie to each role (docs/method.md step 1.2): weight times answer, of the most that the answered tasks could
 * give. What was confirmed is summed on the list that it was confirmed with. Tasks that are in the list no more, or that have no answer, count on neither side. It is a beginning for a talk, and no assessment.
 */
export function indicationOf(
  filled: Pick<Filled, 'length' | 'answers'> & Pick<Confirmed, 'tasks'>,
  all: readonly RoleTask[],
): Indication {
  const tasks = tasksOf(filled.length, tasksBehind(filled, all));
  const sums = ibroRoles.map((role) => sumOf(role, filled, tasks));
  const highest = sums.reduce((best, one) => (isHigher(one, best) ? one : best));
  return { sums, near: sums.flatMap((one) => (isNear(one, highest) ? [one.role] : [])) };
}

/** So many signs make a whole bar. */
const BAR = 10;

/** A part of a whole as a bar of signs, which stands beside the numbers: never alone. */
export function barOf({ points, most }: Pick<RoleSum, 'points' | 'most'>): string {
  const full = most === 0 ? 0 : Math.round((points / most) * BAR);
  return '■'.repeat(full) + '□'.repeat(BAR - full);
}
