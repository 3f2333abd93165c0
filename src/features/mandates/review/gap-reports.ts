import { key } from '../../../storage/index.ts';

/** So many reports are remembered at once. After that all are forgotten, and somebody's second tap may count again. */
const MOST = 10_000;
/** So many gaps and faults a day may one person report. */
export const MOST_A_DAY = 30;

/**
 * Counts reports, one a person, matter and day: a second tap is no second report. Who reported is kept in memory only, since no
 * row may tell it; after a restart a tap counts again, which does no harm.
 */
export function reportLimit() {
  const done = { day: '', ids: new Map<string, string>(), of: new Map<string, number>() };
  return {
    /**
     * `matter` says what is reported, and `keep` keeps it under `id`. Gives the id under which it is kept, which is that of the
     * first tap; undefined when somebody reported too many on this day: then it is not kept.
     */
    once: async (
      who: string,
      matter: string,
      day: string,
      id: string,
      keep: () => Promise<unknown>,
    ): Promise<string | undefined> => {
      if (done.day !== day || done.ids.size >= MOST) {
        done.day = day;
        done.ids.clear();
        done.of.clear();
      }
      const name = key(who, matter);
      const before = done.ids.get(name);
      if (before !== undefined) return before;
      const count = done.of.get(who) ?? 0;
      if (count >= MOST_A_DAY) return undefined;
      done.ids.set(name, id);
      done.of.set(who, count + 1);
      try {
        await keep();
        return id;
      } catch (error) {
        // It may be tried again, and a report that failed still counts among those of the day.
        done.ids.delete(name);
        throw error;
      }
    },

    /** Lets what was reported under an id be reported again, after it was taken back. */
    forget: (id: string): void => {
      for (const [name, one] of done.ids) if (one === id) done.ids.delete(name);
    },
  };
}
