import type { SettingsStore } from '../../../people/settings.ts';
import type { SharedLearnings } from '../contract.ts';
import { newestFirst } from './learning.ts';
import type { LearningStore } from './store.ts';

/**
 * Gives what is shared at this moment, with nothing but what the team agreed that others read: its name only where it wanted to
 * be named. What is taken back is in it no longer.
 */
export function sharedLearnings(
  learnings: Pick<LearningStore, 'all'>,
  settings: Pick<SettingsStore, 'recent'>,
): SharedLearnings {
  return async () => {
    const [all, { teams }] = await Promise.all([learnings.all(), settings.recent()]);
    return newestFirst(all.filter(({ state }) => state === 'shared')).map(
      ({ id, title = '', why = '', result = '', role, team }) => ({
        id,
        title,
        why,
        result,
        role,
        teamName: teams.find(({ key }) => key === team)?.name,
      }),
    );
  };
}
