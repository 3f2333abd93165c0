import type { JobContext } from '../../delivery/jobs.ts';
import type { PilotStores } from './open.ts';
import { canReopen } from './pilot/pilot.ts';
import { isUnderWay } from './retro/phases.ts';

/**
 * Lets go of what a closed pilot no longer needs: evaluations at once; and once nobody can take the closing back any more, who
 * was in it from that day on. A board that is still open is of no use then, so its points go from the channel. This runs by the
 * clock and not in the turn that closed the pilot, so that a crash in between leaves nothing behind.
 */
export async function releaseClosedPilots(
  {
    pilots,
    evaluations,
    retros,
    posts,
    triedRoles,
  }: Pick<PilotStores, 'pilots' | 'evaluations' | 'retros' | 'posts' | 'triedRoles'>,
  { now, once }: JobContext,
): Promise<void> {
  for (const pilot of await pilots.all()) {
    const { id, closedOn, closedAt = closedOn } = pilot;
    if (closedOn === undefined || closedAt === undefined) continue;
    await once({ what: 'pilot-closed', about: id, period: closedAt }, async () => {
      // Taken back meanwhile, the pilot may have new answers.
      if ((await pilots.get(id))?.closedOn !== undefined) await evaluations.clear(id);
    });
    if (canReopen(pilot, now)) continue;
    await once({ what: 'pilot-released', about: id, period: closedAt }, async () => {
      const fixed = await pilots.change(id, (current) =>
        current.closedOn === undefined || current.released || canReopen(current, now)
          ? current
          : { ...current, released: true },
      );
      // Somebody took the closing back in the same moment.
      if (!fixed?.released) return;
      await pilots.closeMembers(id, closedOn);
      await triedRoles.close(id, closedOn);
      const last = await retros.newest(id);
      if (last && isUnderWay(last.board))
        await posts.changed({ kind: 'retro', pilot: id, of: last.board.id }, now);
    });
  }
}
