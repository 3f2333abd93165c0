import type { Group } from '../groups/group.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { GroupReads } from '../groups/rows.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Comment, type Reply, shownPeriods } from './rules.ts';
import type { ReplyStore } from './store.ts';

/** What is read of the comments that stand after the closing of a window. */
export interface Comments {
  /** All of a team, in no order. The writer is a pseudonym, or with name a directory id. One range. */
  shared(team: string, how: 'withName' | 'withoutName'): Promise<Comment[]>;
  /** One comment without name. One point read. */
  sharedText(team: string, period: string, pseudonym: string): Promise<string | undefined>;
}

export interface SharedTools {
  groups: GroupReads<{ snapshots: Snapshot[] }>;
  comments: Comments;
  replies: ReplyStore;
  hashedIds: HashedIds;
}

/** A comment without name with what was said about it; without text where the comment is no longer kept. */
export interface DiscussedComment extends Omit<Comment, 'text'> {
  text?: string;
  said: Reply[];
}

/**
 * What may be seen of what a team shared without name, in an order that tells nothing about who wrote it, and the periods
 * of which nothing may be seen. Three ranges at once, whatever there is: pictures, comments, conversations.
 */
export async function readShared(
  { groups, comments, replies, hashedIds }: SharedTools,
  team: Group,
): Promise<{ all: DiscussedComment[]; hidden: string[] }> {
  const [{ snapshots }, shared, conversations] = await Promise.all([
    groups.content(team),
    comments.shared(team.key, 'withoutName'),
    replies.ofTeam(team.key),
  ]);
  const shown = shownPeriods(snapshots);
  const nameOf = ({ period, writer }: Pick<Comment, 'period' | 'writer'>) => `${period} ${writer}`;
  const saidAbout = new Map(conversations.map((one) => [nameOf(one), one.said]));
  const kept = new Set(shared.map(nameOf));
  const all = hashedIds.shuffled<DiscussedComment>(team.key, [
    ...shared
      .filter(({ period }) => shown.has(period))
      .map((one) => ({ ...one, said: saidAbout.get(nameOf(one)) ?? [] })),
    ...conversations
      .filter((one) => !kept.has(nameOf(one)))
      .map(({ period, writer, said }) => ({ period, writer, said })),
  ]);
  return { all, hidden: snapshots.filter(({ period }) => !shown.has(period)).map(({ period }) => period) };
}
