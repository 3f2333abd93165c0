import type { Municipality } from './municipality.ts';
import type { SettingsStore } from './settings.ts';
import type { PeopleStore } from './store.ts';
import type { TakenBack } from './taken-back.ts';

const decisions = ['consent', 'dpia', 'teamsForDirection'] as const;

/** The same settings, which note a decision that is taken back, and one that is there again: see `TakenBack`. */
export function notingDecisions(
  settings: SettingsStore,
  noted: Pick<TakenBack, 'note' | 'undo'>,
): SettingsStore {
  return {
    ...settings,
    changeMunicipality: async (change) => {
      let before: Partial<Municipality> = {};
      let after: Partial<Municipality> = {};
      await settings.changeMunicipality((now) => {
        before = now;
        const next = change(now);
        after = next;
        return next;
      });
      for (const name of decisions) {
        const [had, has] = [before[name] !== undefined, after[name] !== undefined];
        if (had && !has) await noted.note({ what: 'decision', name });
        if (!had && has) await noted.undo({ what: 'decision', name });
      }
    },
  };
}

/** The same people, which note that somebody wants no check-ins any more, and that they want them after all. */
export function notingStops(people: PeopleStore, noted: Pick<TakenBack, 'note' | 'undo'>): PeopleStore {
  return {
    ...people,
    change: async (team, id, change) => {
      let [had, has] = [true, true];
      const changed = await people.change(team, id, (now) => {
        const after = change(now);
        [had, has] = [now.checkins, after.checkins];
        return after;
      });
      const directoryId = changed?.directoryId;
      if (directoryId !== undefined && had && !has) await noted.note({ what: 'check-ins', directoryId });
      if (directoryId !== undefined && !had && has) await noted.undo({ what: 'check-ins', directoryId });
      return changed;
    },
  };
}
