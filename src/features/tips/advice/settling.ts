import { newestSettled } from '../../../calendar/schedule.ts';
import type { Job } from '../../../delivery/jobs.ts';
import type { TipsStore } from './store.ts';

/**
 * Writes all that is kept of tips anew when the week closes, so that no row tells any longer at which moment of the week
 * somebody was there: who answers a check-in sees a tip in the same turn (trust:no-trace).
 */
export function settling({ store }: { store: Pick<TipsStore, 'settle'> }): Job {
  return {
    name: 'tips-settle',
    when: 'always',
    everyMinutes: 2,
    run: ({ now, once }) =>
      once({ what: 'tips-settle', about: 'all', period: newestSettled(now) }, () => store.settle()),
  };
}
