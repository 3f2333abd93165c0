import { isDate } from '../../../calendar/clock.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { fitted } from '../../../language/fitted.ts';
import { noAccountYet } from '../../../people/assigned.ts';
import { isOpenPoint, type TalkPoint } from './point.ts';

/**
 * A team chooses at most so many of each kind in a talk (docs/method.md step 5: a few points that really
 * happen).
 */
export const MOST = 3;
/** In characters. */
export const LONGEST_POINT = 300;
/** So many points are looked back at on one card. */
export const LOOKED_AT_ONCE = 3;

/**
 * Somebody who may take on a point. `id` is the id of their row, which is what a card carries. Nothing can be given to who has
 * no directory id yet; they stand in the list all the same, so that it tells nothing about who uses Kompas.
 */
export interface Colleague {
  id: string;
  directoryId?: string;
  name: string;
  /** UPN, which tells two of one name apart. */
  upn?: string;
}

/** A point as somebody wrote it down. */
export type NewPoint = Pick<TalkPoint, 'kind' | 'text' | 'due' | 'owner'>;

const tidy = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
/** Two texts that differ in capitals only are one point. */
export const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
/** The numbers of the fields of one kind in a form: 1 up to and including `MOST`. */
export const numbers = Array.from({ length: MOST }, (_, n) => n + 1);

function dueProblem(due: string, day: string): string | undefined {
  if (!isDate(due)) return 'kies een datum.';
  return due < day ? 'kies een dag vanaf vandaag.' : undefined;
}

/** The points that a form holds, with what is wrong with it. `day`: today as ISO date. */
export function writtenIn(
  sent: FormValues,
  colleagues: readonly Colleague[],
  day: string,
): { points: NewPoint[]; problems: string[]; cut: boolean } {
  const problems: string[] = [];
  const points: NewPoint[] = [];
  for (const n of numbers) {
    const text = fitted(tidy(sent[`proud${n}`]), LONGEST_POINT);
    if (text !== '') points.push({ kind: 'proud', text });
  }
  for (const n of numbers) {
    const text = fitted(tidy(sent[`better${n}`]), LONGEST_POINT);
    const due = tidy(sent[`due${n}`]);
    const chosen = tidy(sent[`owner${n}`]);
    const colleague = colleagues.find(({ id }) => id === chosen);
    const owner = colleague?.directoryId;
    if (text === '') {
      if (colleague || due !== '') problems.push(`Verbeterpunt ${n}: schrijf op wat beter kan.`);
      continue;
    }
    // A name that is still typed fits nobody or several, which is said already.
    const isTyped = tidy(sent[`owner${n}Name`]) !== '';
    if (!colleague && !isTyped) problems.push(`Verbeterpunt ${n}: kies wie het oppakt.`);
    if (colleague && !owner) problems.push(`Verbeterpunt ${n}: ${noAccountYet(colleague.name)}`);
    const wrong = dueProblem(due, day);
    if (wrong) problems.push(`Verbeterpunt ${n}: ${wrong}`);
    points.push({ kind: 'better', text, due, owner });
  }
  const cut = numbers.some((n) =>
    ['proud', 'better'].some((kind) => [...tidy(sent[`${kind}${n}`])].length > LONGEST_POINT),
  );
  return { points, problems, cut };
}

/** The points of the talk of a day, of which there is one a day, that were not taken away again. */
export function pointsOf(points: readonly TalkPoint[], day: string, kind: TalkPoint['kind']): TalkPoint[] {
  return points.filter((point) => point.day === day && point.kind === kind && !point.dropped);
}

/**
 * The ids that points of a day's talk may have. Inserting one that is taken fails, so there are never more points than
 * ids.
 */
export const idsOf = (kind: TalkPoint['kind'], day: string): string[] =>
  numbers.map((n) => `${day}-${kind}-${n}`);

/** Open points of earlier talks at which nobody looked back today, oldest first. */
export function toLookAt(points: readonly TalkPoint[], day: string): TalkPoint[] {
  return points.filter((point) => isOpenPoint(point) && point.day < day && point.looked !== day);
}

/** What can become of a point that is looked back at; `later`: not talked about now. */
export const outcomes = {
  later: 'Bespreken we nu niet',
  done: 'Gedaan',
  runs: 'Loopt nog',
  dropped: 'Laten we los',
} as const;
export type PointDecision = keyof typeof outcomes;

/** What a form of looking back says about one point. */
export interface Looked {
  to: PointDecision;
  due?: string;
  /** Directory id, where somebody was chosen. */
  owner?: string;
}

/** What the form says about `count` points, in order, with what is wrong with it. */
export function lookedIn(
  sent: FormValues,
  count: number,
  colleagues: readonly Colleague[],
  day: string,
): { looked: Looked[]; problems: string[] } {
  const problems: string[] = [];
  const looked = Array.from({ length: count }, (_, index): Looked => {
    const n = index + 1;
    const to = (Object.keys(outcomes) as PointDecision[]).find((one) => one === sent[`state${n}`]) ?? 'later';
    const colleague = colleagues.find(({ id }) => id === sent[`owner${n}`]);
    const owner = colleague?.directoryId;
    if (to !== 'runs') return { to };
    if (colleague && !owner) problems.push(noAccountYet(colleague.name));
    const due = tidy(sent[`due${n}`]);
    const wrong = dueProblem(due, day);
    if (wrong) problems.push(count === 1 ? `Loopt het nog? Dan: ${wrong}` : `Punt ${n} loopt nog: ${wrong}`);
    return { to, due, owner };
  });
  return { looked, problems };
}

/**
 * A short text that changes when somebody looks back at a point. A form that was opened on another one may not
 * overwrite it.
 */
export const markOf = ({ due = '', done = '', dropped = '', looked = '' }: TalkPoint): string =>
  [due, done, dropped, looked].join(' ');

/** The point after looking back at it. */
export function after(point: TalkPoint, { to, due }: Looked, day: string): TalkPoint {
  if (to === 'later') return { ...point, looked: day };
  if (to === 'runs') return { ...point, looked: day, due };
  return { ...point, looked: day, [to]: day };
}
