import { Temporal } from 'temporal-polyfill';
import { type Registration, registrations } from '../content/registrations.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { readsAs } from '../matrix/rules.ts';

/** A picture is made of so many confirmed matrices at least (trust:fewest-six). */
export const FEWEST = 6;
/**
 * A new one is made once so many changed an answer since the last, or filled in their first, and so many days went by: no difference
 * between two pictures tells what one person filled in. Confirming the same answers again is no change (`newestOf`).
 */
export const NEWLY = 3;
const DAYS = 28;

/** What a team sees together: ids of tasks and registrations, and never who or how many. */
export interface Picture {
  /** The day on which it was made (ISO date). */
  day: string;
  /** Of how many matrices it was made: kept to know for whom it would be about a few, and never shown. */
  people: number;
  /** Of whom, and who read them along then, as marks that only the bot can tell (`PictureMarks`); missing in one of an older version. */
  marks?: string[];
  /** One person alone does it, or does it most of the time while nobody else can. */
  one: string[];
  /** Nobody does it. */
  none: string[];
  /** At least half of the team does it, and at least three. */
  many: string[];
  /** Registrations on which one person, or nobody, spends time. */
  oneOn: Registration[];
  noneOn: Registration[];
}

/** What a picture is made of in one matrix. */
export type Counted = Pick<Confirmed, 'answers' | 'alone' | 'shares' | 'tasks'>;

/**
 * One task, in the words of now; undefined where somebody did not answer it. What only some were asked tells nothing of a team: another
 * may do it. It would also be made of a part of the picture, and a reader could know all of that part but a few (trust:fewest-six).
 */
function taskKind(task: RoleTask, matrices: readonly Counted[]): 'one' | 'none' | 'many' | undefined {
  const { id } = task;
  // An answer to other words is about another task.
  if (!matrices.every((one) => one.answers[id] !== undefined && readsAs(task, one))) return undefined;
  const often = matrices.filter(({ answers }) => answers[id] === 'do');
  const all = matrices.filter(({ answers }) => answers[id] !== 'not');
  if (all.length === 0) return 'none';
  if (all.length === 1 || (often.length === 1 && often[0]?.alone.includes(id))) return 'one';
  return often.length >= Math.max(3, matrices.length / 2) ? 'many' : undefined;
}

/** What these matrices tell together, or undefined where they are fewer than six (docs/method.md step 1.5, trust:fewest-six). */
export function pictureOf(
  matrices: readonly Counted[],
  tasks: readonly RoleTask[],
  day: string,
): Picture | undefined {
  if (matrices.length < FEWEST) return undefined;
  const kinds = new Map(tasks.map((task) => [task.id, taskKind(task, matrices)]));
  const ids = (kind: string) => tasks.flatMap(({ id }) => (kinds.get(id) === kind ? [id] : []));
  // As with a task: of time that only some gave nothing is told.
  const isTimed = matrices.every(({ shares }) => Object.keys(shares).length > 0);
  const on = (so: (people: number) => boolean): Registration[] =>
    registrations.filter(
      (name) =>
        isTimed && name !== 'overig' && so(matrices.filter(({ shares }) => (shares[name] ?? 0) > 0).length),
    );
  return {
    day,
    people: matrices.length,
    one: ids('one'),
    none: ids('none'),
    many: ids('many'),
    oneOn: on((people) => people === 1),
    noneOn: on((people) => people === 0),
  };
}

/**
 * Whether a new picture is due: there is none, or enough changed after the day of the last one and long enough went by. What changed
 * on that day itself counts as in it. `days`: the days on which an answer of each matrix changed last (`newestOf`, ISO dates).
 */
export function isDue(
  last: Pick<Picture, 'day'> | undefined,
  days: readonly string[],
  today: string,
): boolean {
  if (!last) return true;
  const from = Temporal.PlainDate.from(last.day).add({ days: DAYS });
  const newly = days.filter((day) => day > last.day).length;
  return newly >= NEWLY && Temporal.PlainDate.compare(from, Temporal.PlainDate.from(today)) <= 0;
}
