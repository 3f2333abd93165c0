import type { Signal } from '../signals/signal.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TalkPoint } from '../talk/point.ts';

/** What the view of a group shows, oldest first. */
export interface ViewContent {
  snapshots: Snapshot[];
  signals: Signal[];
  points: TalkPoint[];
}
