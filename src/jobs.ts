import type { Logger } from 'pino';
import type { Job } from './delivery/jobs.ts';
import { retentionJob } from './delivery/retention.ts';
import type { FeatureOffer, Services } from './features/module.ts';

/** The jobs of the clock: those of the features, and retention. */
export function jobsOf(
  features: readonly FeatureOffer[],
  { asStored, people }: Pick<Services, 'asStored' | 'people'>,
  log: Logger,
): Job[] {
  const retention = retentionJob(asStored, async () => {
    log.info('retention');
    // What pointed at people who are gone now goes with them.
    await people.mendDirectory();
  });
  return [...features.flatMap(({ jobs = [] }) => jobs), retention];
}
