import { Temporal } from 'temporal-polyfill';
import { dutchDate } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { PilotKind } from './pilot.ts';

/** Days (ISO dates) on which the municipality is closed. */
type Closures = ReadonlySet<string>;

/** Days on which the municipality is closed, as set now. */
export const closuresOf = async (turn: Pick<Turn, 'settings'>): Promise<Closures> =>
  new Set((await turn.settings()).municipality.closures);

/** No municipality is closed for so many days in a row. */
const LONGEST_CLOSURE_DAYS = 60;

function nearest(date: Temporal.PlainDate, closures: Closures, step: 1 | -1): Temporal.PlainDate {
  const days = Array.from({ length: LONGEST_CLOSURE_DAYS }, (_, n) => date.add({ days: n * step }));
  return days.find((day) => isWorkday(day, closures)) ?? date;
}

/** This day, or the first working day after it. */
export const workdayFrom = (date: Temporal.PlainDate, closures: Closures): Temporal.PlainDate =>
  nearest(date, closures, 1);
/** This day, or the last working day before it. */
export const workdayUntil = (date: Temporal.PlainDate, closures: Closures): Temporal.PlainDate =>
  nearest(date, closures, -1);

/**
 * The first and the last day (ISO dates) that a new pilot is offered. A proefweek is the next whole working week, from Monday to
 * Friday without the days off at either end; the others begin on the next working day and go on for four weeks.
 */
export function firstDates(
  kind: PilotKind | undefined,
  day: Temporal.PlainDate,
  closures: Closures,
): { from: string; until: string } {
  if (kind !== 'proefweek')
    return {
      from: workdayFrom(day, closures).toString(),
      until: workdayUntil(day.add({ weeks: 4 }), closures).toString(),
    };
  const monday = day.add({ days: (8 - day.dayOfWeek) % 7 });
  const from = workdayFrom(monday, closures);
  const friday = from.add({ days: 5 - from.dayOfWeek });
  return { from: from.toString(), until: workdayUntil(friday, closures).toString() };
}

/** The last working day (ISO date) of a pilot, which may have an older last day that is none. */
export const lastWorkdayOf = (until: string, closures: Closures): string =>
  workdayUntil(Temporal.PlainDate.from(until), closures).toString();

/** The last day (ISO date) of a pilot that goes on for so many weeks after its last day, or after today when that is over. */
export function longerBy(weeks: number, until: string, today: string, closures: Closures): string {
  const from = Temporal.PlainDate.from(until < today ? today : until);
  return workdayUntil(from.add({ weeks }), closures).toString();
}

/** How many weekdays there are from one ISO date up to and including another, days off among them; 0 when it ends before it begins. */
export function weekdaysIn(from: string, until: string): number {
  if (until < from) return 0;
  const first = Temporal.PlainDate.from(from);
  const { days } = first.until(Temporal.PlainDate.from(until), { largestUnit: 'days' });
  return Array.from({ length: days + 1 }, (_, n) => first.add({ days: n })).filter(
    ({ dayOfWeek }) => dayOfWeek <= 5,
  ).length;
}

function dayOffProblem(label: string, iso: string, closures: Closures): string[] {
  const date = Temporal.PlainDate.from(iso);
  if (isWorkday(date, closures)) return [];
  const weekday = dutchDate(date, { weekday: true });
  const why = date.dayOfWeek > 5 ? `valt op ${weekday}` : `valt op een vrije dag, ${weekday}`;
  const before = dutchDate(workdayUntil(date, closures), { weekday: true });
  const after = dutchDate(workdayFrom(date, closures), { weekday: true });
  return [`${label} ${why}. Kies een werkdag, bijvoorbeeld ${before} of ${after}.`];
}

/**
 * What is wrong with the dates of a pilot, in Dutch sentences. ISO dates, '' for what could not be read. `before` are its dates
 * so far: what stays as it was is not in the way of another change.
 */
export function datesProblems(
  { from, until }: { from: string; until: string },
  today: string,
  closures: Closures,
  before?: { from: string; until: string },
): string[] {
  if (from === '' || until === '') return ['Kies een eerste en een laatste dag.'];
  if (until < from) return ['De laatste dag ligt vóór de eerste.'];
  if (until < today && until !== before?.until) return ['De laatste dag is al voorbij.'];
  const { years } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), {
    largestUnit: 'years',
  });
  if (years >= 1) return ['Een pilot duurt hooguit een jaar. Klopt het jaartal?'];
  return [
    ...(from === before?.from ? [] : dayOffProblem('De eerste dag', from, closures)),
    ...(until === before?.until ? [] : dayOffProblem('De laatste dag', until, closures)),
  ];
}
