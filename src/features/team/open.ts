import { whenUsed } from '../../lib/when-used.ts';
import type { Team } from '../../people/municipality.ts';
import type { Services } from '../module.ts';
import { type ChangeStore, changeStore } from './changes/store.ts';
import { type ReplyStore, replyStore } from './comments/store.ts';
import type { Ending, ReadPassable, SinceLast } from './contract.ts';
import { endingTeams } from './ending.ts';
import { sinceLastReader } from './feedback/since-last.ts';
import { type HashedIds, hashedIds } from './groups/hashed-ids.ts';
import { passableOf } from './passing.ts';
import { type GroupStore, groupStore } from './store.ts';

/** What the team view keeps, and the ids of what has no author. */
export interface TeamStores {
  groups: GroupStore;
  changes: ChangeStore;
  replies: ReplyStore;
  hashedIds: HashedIds;
  ending: Ending;
  /** What who leads a team may pass on of it. */
  passable: ReadPassable;
  /** What happened with what a team said in its last check-in. */
  sinceLast(team: Team, period: string): Promise<SinceLast | undefined>;
}

/** Opens the groups of one tenant. */
export function openStores({ storage, tenant, secret, ring, settings, audit, now }: Services): TeamStores {
  const groups = groupStore(storage, tenant);
  return {
    groups,
    changes: changeStore(storage, tenant),
    replies: replyStore(storage, tenant),
    hashedIds: whenUsed(() => hashedIds(secret('comments'), ring.others('comments'))),
    ending: endingTeams({ groups, settings, audit, now }),
    passable: passableOf(groups),
    sinceLast: sinceLastReader(groups, now),
  };
}
