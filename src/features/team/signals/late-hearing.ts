import { Temporal } from 'temporal-polyfill';
import { type Presence, worksOn } from '../../../calendar/availability.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import { isNameless, type Signal } from './signal.ts';

type Closures = ReadonlySet<string>;

/** Whoever is away for longer is reminded of a signal when they are back, like everybody. */
const LONGEST_AWAY_DAYS = 60;

/** The dates from one up to another, which is left out. */
function datesBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: Math.max(0, from.until(to).days) }, (_, n) => from.add({ days: n }));
}

/**
 * True on the first date on which somebody works who was away when the others who take care of a signal were told of it, while
 * nobody took it up. Of a signal without name the week is known and not the day (trust:no-trace): whoever missed a working day
 * of that week hears of it on their first day of work after it, some of them again. Dates are local; throws nothing.
 */
export function hearsLate(
  signal: Pick<Signal, 'state' | 'announced' | 'source' | 'named'>,
  person: Presence,
  date: Temporal.PlainDate,
  closures: Closures,
): boolean {
  const { state, announced } = signal;
  if (state !== 'received' || announced === undefined || announced >= date.toString()) return false;
  const told = Temporal.PlainDate.from(announced);
  if (told.until(date).days > LONGEST_AWAY_DAYS) return false;
  const works = (day: Temporal.PlainDate) => worksOn(person, day, closures);
  if (!works(date)) return false;
  if (!isNameless(signal)) return !datesBetween(told, date).some(works);
  const after = told.add({ days: 1 });
  const isFirst = !datesBetween(after, date).some(works);
  return (
    isFirst &&
    datesBetween(mondayOf(periodOf(told)), after).some((day) => isWorkday(day, closures) && !works(day))
  );
}
