import type { Temporal } from 'temporal-polyfill';
import type { Messenger } from '../../src/conversation/messenger.ts';
import { type Job, type JobTools, runJobs } from '../../src/delivery/jobs.ts';
import type { Core } from './core.ts';

/** What a test sets of the surroundings of a job; the rest is real, and nothing is sent. */
export type Surroundings = Partial<
  Messenger & Pick<JobTools, 'markBlocked' | 'everybody' | 'readSettings' | 'once' | 'onFailed'>
>;

/** One tick of the clock for these jobs, on real storage. Throws what a job threw. */
export async function runAt(
  jobs: Job | readonly Job[],
  core: Pick<Core, 'people' | 'settings' | 'store'>,
  now: Temporal.Instant,
  surroundings: Surroundings = {},
): Promise<void> {
  const failures: unknown[] = [];
  await runJobs(
    {
      jobs: [jobs].flat(),
      readSettings: () => core.settings.read(),
      everybody: () => core.people.everybody(),
      once: (name, moment, work) => core.store.once(name, moment, work),
      markBlocked: async () => {},
      send: async () => ({ kind: 'sent' }),
      post: async () => ({ kind: 'sent', id: 'posted' }),
      rewrite: async () => ({ kind: 'sent' }),
      onFailed: (_job, error) => failures.push(error),
      ...surroundings,
    },
    now,
  );
  if (failures.length > 0) throw failures[0];
}
