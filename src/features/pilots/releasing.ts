import type { JobContext } from '../../delivery/jobs.ts';
import type { PilotStores } from './open.ts';
import { isUnderWay } from './retro/phases.ts';

/**
 * Lets go of what a closed pilot no longer needs: evaluations at once, and from that day on who was in it. A
 * board that is still open is of no use any more, so its points go from the channel. This runs by the clock
 * and not in the turn that closed the pilot, so that a crash in between leaves nothing behind.
 */
export async function releaseClosedPilots(
  { pilots, evaluations, retros, posts }: Pick<PilotStores, 'pilots' | 'evaluations' | 'retros' | 'posts'>,
  { now, once }: JobContext,
): Promise<void> {
  for (const { id, closedOn } of await pilots.all())
    if (closedOn !== undefined)
      await once({ what: 'pilot-closed', about: id, period: closedOn }, async () => {
        await evaluations.clear(id);
        await pilots.closeMembers(id, closedOn);
        const last = await retros.newest(id);
        if (last && isUnderWay(last.board))
          await posts.changed({ kind: 'retro', pilot: id, of: last.board.id }, now);
      });
}
