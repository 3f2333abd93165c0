import { key } from '../../../storage/index.ts';
import type { Gap, GapStore } from './gaps.ts';

/** So many reports are remembered at once. After that all are forgotten, and somebody's second tap may count again. */
const MOST = 10_000;
/** So many gaps a day may one person report. */
export const MOST_A_DAY = 30;

/**
 * Counts reports of gaps, one a person, gap and day: a second tap is no second report. Who reported is kept in memory
 * only, since no row may tell it; after a restart a tap counts again, which does no harm. Gives false when somebody
 * reported too many on this day: then it is not counted.
 */
export function gapReports(gaps: Pick<GapStore, 'report'>) {
  const done = { day: '', names: new Set<string>(), of: new Map<string, number>() };
  return async (
    who: string,
    gap: Pick<Gap, 'activity' | 'registration' | 'area'>,
    day: string,
  ): Promise<boolean> => {
    if (done.day !== day || done.names.size >= MOST) {
      done.day = day;
      done.names.clear();
      done.of.clear();
    }
    const name = key(who, gap.activity, gap.registration, gap.area);
    if (done.names.has(name)) return true;
    const count = done.of.get(who) ?? 0;
    if (count >= MOST_A_DAY) return false;
    done.names.add(name);
    done.of.set(who, count + 1);
    try {
      await gaps.report(gap, day);
      return true;
    } catch (error) {
      // It may be tried again, and a report that failed still counts among those of the day.
      done.names.delete(name);
      throw error;
    }
  };
}
