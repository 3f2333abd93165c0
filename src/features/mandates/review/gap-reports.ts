import { key } from '../../../storage/index.ts';
import type { Gap, GapStore } from './gaps.ts';

/** So many reports are remembered at once. After that all are forgotten, and somebody's second tap may count again. */
const MOST = 10_000;

/**
 * Counts reports of gaps, one a person, gap and day: a second tap is no second report. Who reported is kept in memory
 * only, since no row may tell it; after a restart a tap counts again, which does no harm.
 */
export function gapReports(gaps: Pick<GapStore, 'report'>) {
  const done = { day: '', names: new Set<string>() };
  return async (
    who: string,
    gap: Pick<Gap, 'activity' | 'registration' | 'area'>,
    day: string,
  ): Promise<void> => {
    if (done.day !== day || done.names.size >= MOST) {
      done.day = day;
      done.names.clear();
    }
    const name = key(who, gap.activity, gap.registration, gap.area);
    if (done.names.has(name)) return;
    done.names.add(name);
    try {
      await gaps.report(gap, day);
    } catch (error) {
      done.names.delete(name);
      throw error;
    }
  };
}
