import type { Storage } from '../../storage/index.ts';
import { type ReadMarkStore, readMarkStore, toldIn } from './feedback/store.ts';
import { type GroupReads, groupRows } from './groups/rows.ts';
import { signalsIn } from './signals/rows.ts';
import { type SignalStore, signalStore } from './signals/store.ts';
import { type SnapshotStore, snapshotStore, snapshotsIn } from './snapshot/store.ts';
import { type PointStore, pointStore, pointsIn } from './talk/store.ts';
import type { ViewContent } from './view/content.ts';

/** Everything about a group, oldest first. */
export interface GroupContent extends ViewContent {
  /** Of a team: the day (ISO date) on which it last read in its channel what was done. */
  told?: string;
}

export type GroupStore = GroupReads<GroupContent> & SnapshotStore & SignalStore & PointStore & ReadMarkStore;

/** What there is about the groups of one tenant: each part keeps its own rows, and one range reads them all. */
export function groupStore(storage: Storage, tenant: string): GroupStore {
  const groups = groupRows(storage, tenant);
  return {
    ...snapshotStore(groups, tenant),
    ...signalStore(groups),
    ...pointStore(groups),
    ...readMarkStore(groups),
    content: async (place) => {
      const rows = await groups.of(place);
      return {
        snapshots: snapshotsIn(rows),
        signals: signalsIn(rows),
        points: pointsIn(rows),
        told: toldIn(rows),
      };
    },
  };
}
