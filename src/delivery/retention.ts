import { today } from '../calendar/clock.ts';
import { enforceRetention, type Storage } from '../storage/index.ts';
import type { Job } from './jobs.ts';

/** At night, when nobody is waiting; later in the day where nothing ran then. */
const HOURS = ['03:00', '24:00'] as const;

/** Removes once a day what is older than its table may keep it (trust:kept-no-longer); then does `onSwept`. How many rows went is told to nobody: it is how many people answered in a week. */
export function retentionJob(storage: Storage, onSwept: () => Promise<void>): Job {
  return {
    name: 'retention',
    when: { hours: HOURS },
    run: async ({ now, once }) => {
      const day = today(now).toString();
      await once({ what: 'retention', about: 'all', period: day }, async () => {
        await enforceRetention(storage, day);
        await onSwept();
      });
    },
  };
}
