import { key } from '../../../storage/index.ts';

/** So many reports are remembered at once. After that all are forgotten, and somebody's second tap may count again. */
const MOST = 10_000;
/** So many gaps and faults a day may one person report. */
export const MOST_A_DAY = 30;

/**
 * Counts reports, one a person, matter and day: a second tap is no second report. `name` says what is reported, `work` keeps
 * it. Who reported is kept in memory only, since no row may tell it; after a restart a tap counts again, which does no harm.
 * Gives false when somebody reported too many on this day: then it is not kept.
 */
export function reportLimit() {
  const done = { day: '', names: new Set<string>(), of: new Map<string, number>() };
  return async (who: string, matter: string, day: string, work: () => Promise<unknown>): Promise<boolean> => {
    if (done.day !== day || done.names.size >= MOST) {
      done.day = day;
      done.names.clear();
      done.of.clear();
    }
    const name = key(who, matter);
    if (done.names.has(name)) return true;
    const count = done.of.get(who) ?? 0;
    if (count >= MOST_A_DAY) return false;
    done.names.add(name);
    done.of.set(who, count + 1);
    try {
      await work();
      return true;
    } catch (error) {
      // It may be tried again, and a report that failed still counts among those of the day.
      done.names.delete(name);
      throw error;
    }
  };
}
