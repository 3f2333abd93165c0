import { Temporal } from 'temporal-polyfill';
import type { Registration } from '../content/registrations.ts';
import { MOST_PAST, rungs, type Sampling } from './sampling.ts';

export const rungWords = [
  'Alles nakijken',
  '10 per dag, een week lang',
  '10 per week, een maand lang',
  '10 per maand',
] as const;

/** How long each rung is meant to last at least; nothing for the first and the last. */
const LASTS: readonly Temporal.DurationLike[] = [{}, { weeks: 1 }, { months: 1 }, {}];

/** A registration that nobody moved yet: all of it is looked over. */
export const fresh = (registration: Registration): Sampling => ({
  registration,
  rung: 0,
  since: '',
  version: 0,
  past: [],
});

/** True where fewer may be looked over; false on the last rung. */
export const hasFewer = ({ rung }: Pick<Sampling, 'rung'>): boolean => rung < rungs.length - 1;

/** A move by one rung on a day (ISO date): to fewer, or back since there were faults. The same object where there is no such rung. */
export function moved(now: Sampling, to: 'fewer' | 'faults', day: string): Sampling {
  const rung = to === 'fewer' ? now.rung + 1 : now.rung - 1;
  if (rung < 0 || rung >= rungs.length) return now;
  const before = now.since === '' ? [] : [{ rung: now.rung, since: now.since }];
  return {
    ...now,
    rung,
    since: day,
    version: now.version + 1,
    past: [...before, ...now.past].slice(0, MOST_PAST),
  };
}

/** The day (ISO date) from which it is time for fewer, if nothing was wrong; '' where there is no such day. */
export function readyFrom({ rung, since }: Pick<Sampling, 'rung' | 'since'>): string {
  const lasts = LASTS[rung];
  if (since === '' || !lasts || Object.keys(lasts).length === 0) return '';
  return Temporal.PlainDate.from(since).add(lasts).toString();
}
