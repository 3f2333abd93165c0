import type { Job } from '../../../src/delivery/jobs.ts';
import { releaseClosedPilots } from '../../../src/features/pilots/releasing.ts';
import type { Core } from '../../support/core.ts';

/** The job that lets go of what members wrote, once their pilot is closed. */
export function releasing({ pilots, evaluations, retros, pilotPosts: posts, triedRoles }: Core): Job {
  return {
    name: 'pilots-closed',
    when: 'always',
    run: (context) => releaseClosedPilots({ pilots, evaluations, retros, posts, triedRoles }, context),
  };
}
