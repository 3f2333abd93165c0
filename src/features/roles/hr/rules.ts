import { Temporal } from 'temporal-polyfill';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { RoleTask } from '../content/tasks.ts';
import { indicationOf } from '../indication/rules.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { newestOf } from '../matrix/rules.ts';
import { FEWEST } from '../picture/rules.ts';

/** Totals are made where so many confirmed a matrix that nobody of HR reads. */
const FEWEST_UNREAD = 12;
/** A new one comes once so many days went by, and so many of whom HR reads nothing changed an answer since (`FEWEST`). */
const DAYS = 90;
/** A number is told as one of so many that follow each other: never itself. */
const BAND = 5;

/** How many matrices of the municipality lie near each role, in bands: the lowest number of each. */
export interface RoleTotals {
  /** The day on which it was made (ISO date). */
  day: string;
  /** Of how many matrices it was made: kept to know until when it may be shown, and shown as a band alone. */
  people: number;
  near: Record<IbroRole, number>;
}

/** A matrix that counts, and whether HR reads of it: its indication was shared, it is of one of HR, or one of HR reads it along. */
export interface Counted {
  confirmed: Confirmed;
  isRead: boolean;
}

const bandOf = (count: number): number => count - (count % BAND);

/** A number as it is told: "minder dan 5", "5 tot en met 9". */
export function bandInWords(count: number): string {
  const from = bandOf(count);
  return from === 0 ? `minder dan ${BAND}` : `${from} tot en met ${from + BAND - 1}`;
}

/** What these matrices come to together. `day`: ISO date. */
export function totalsOf(
  matrices: readonly Confirmed[],
  tasks: readonly RoleTask[],
  day: string,
): RoleTotals {
  const all = matrices.flatMap((one) => indicationOf(one, tasks).near);
  const near = ibroRoles.map((role) => [role, bandOf(all.filter((one) => one === role).length)]);
  return { day, people: matrices.length, near: Object.fromEntries(near) };
}

/**
 * Whether new totals may be made: HR reads nothing of enough of those who count, and since the last ones long enough went by and enough
 * of them changed an answer (trust:fewest-six). `today`: ISO date.
 */
export function mayBeMade(
  last: Pick<RoleTotals, 'day'> | undefined,
  counted: readonly Counted[],
  today: string,
): boolean {
  const unread = counted.filter(({ isRead }) => !isRead);
  if (unread.length < FEWEST_UNREAD) return false;
  if (!last) return true;
  const from = Temporal.PlainDate.from(last.day).add({ days: DAYS });
  const changed = unread.filter(({ confirmed }) => newestOf(confirmed) > last.day).length;
  return changed >= FEWEST && Temporal.PlainDate.compare(from, Temporal.PlainDate.from(today)) <= 0;
}

/** Whether totals may still be shown: of those in them at least six are left when all that HR reads now is taken off. `read`: how many that is. */
export const mayBeShown = ({ people }: Pick<RoleTotals, 'people'>, read: number): boolean =>
  people - read >= FEWEST;
