import { mayWorkLater } from '../../conversation/send-outcome.ts';
import type { JobContext } from '../../delivery/jobs.ts';
import type { PilotStores } from './open.ts';
import type { NewestPost, Post } from './posts/store.ts';
import { boardPost } from './retro/post.ts';
import { kickoffPost } from './setup/kickoff.ts';
import { standupPost } from './standup/channel.ts';

/**
 * Brings messages in channels up to date. By the clock, so that a restart loses nothing; any number of instances may run
 * it at once. One message that fails keeps no other from its turn.
 */
export async function renewPosts(
  stores: Pick<PilotStores, 'pilots' | 'actions' | 'standups' | 'retros' | 'posts'>,
  context: JobContext,
): Promise<void> {
  const { now, everybody, rewrite } = context;
  const { posts } = stores;
  const tools = { ...stores, everybody };
  const newest = ({ kind, pilot, of }: Post): Promise<NewestPost | undefined> =>
    kind === 'kickoff'
      ? kickoffPost(tools, pilot, of)
      : kind === 'card' || kind === 'summary'
        ? standupPost(tools, kind, pilot, of, now)
        : boardPost(tools, context, pilot, of);
  const faults: unknown[] = [];
  for (const stale of await posts.stale(now)) {
    try {
      const found = await newest(stale);
      // Somebody got a form while this was read, so the message waits after all.
      if (found && (await posts.isTyping(stale, now))) continue;
      const outcome = found && (await rewrite(found.address, found.message, found.says));
      // Left as it is: the next tick tries again. A refusal that nobody else gets is of this message, such as a deleted one.
      const isOfThisMessage = outcome?.kind === 'barred' && !outcome.tenant;
      if (outcome && mayWorkLater(outcome) && !isOfThisMessage) continue;
      await posts.upToDate(stale);
      // Another instance may have sent something newer before this arrived: then this was the older of the two.
      const since = found && (await newest(stale));
      if (since && JSON.stringify(since.says) !== JSON.stringify(found.says)) await posts.changed(stale, now);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}
