import { forEach } from '../../../lib/for-each.ts';
import type { Tools } from '../../module.ts';
import type { Following } from './line.ts';
import { isSharedWith, unshared } from './rules.ts';
import type { LineStore } from './store.ts';

/**
 * That somebody follows a leerlijn is shared with the team in which they shared it, as long as they are in it. Where that holds no more it
 * is taken away, so that it does not hold again when they come back.
 */
export function lineSharing({
  people,
  lines,
}: Pick<Tools, 'people'> & { lines: Pick<LineStore, 'followedBy' | 'followers' | 'changeFollowing'> }) {
  async function held(id: string, following: Following): Promise<Following> {
    if (following.shared === undefined) return following;
    const team = (await people.find(id))?.team;
    if (isSharedWith(following, team)) return following;
    await lines.changeFollowing(id, following.role, (now) => (isSharedWith(now, team) ? now : unshared(now)));
    return unshared(following);
  }

  return {
    /** What somebody follows, by their directory id, shared as it is at this moment. One range, and a few point reads for each that is. */
    followedBy: async (id: string): Promise<Following[]> =>
      Promise.all((await lines.followedBy(id)).map((one) => held(id, one))),

    /** Takes away all that holds no more. */
    async endOld(): Promise<void> {
      await forEach(await lines.followers(), async ({ id, ...following }) => {
        await held(id, following);
      });
    },
  };
}
