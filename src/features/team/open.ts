import type { Services } from '../module.ts';
import { type ChangeStore, changeStore } from './changes/store.ts';
import { type ReplyStore, replyStore } from './comments/store.ts';
import { type HashedIds, hashedIds } from './groups/hashed-ids.ts';
import { type GroupStore, groupStore } from './store.ts';

/** What the team view keeps, and the ids of what has no author. */
export interface TeamStores {
  groups: GroupStore;
  changes: ChangeStore;
  replies: ReplyStore;
  hashedIds: HashedIds;
}

/** Opens the groups of one tenant. */
export function openStores({ storage, tenant, secret }: Services): TeamStores {
  return {
    groups: groupStore(storage, tenant),
    changes: changeStore(storage, tenant),
    replies: replyStore(storage, tenant),
    hashedIds: hashedIds(secret('comments')),
  };
}
