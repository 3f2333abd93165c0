import { mondayOf } from '../../../calendar/weeks.ts';
import { key, type Stored } from '../../../storage/index.ts';
import { type GroupPlace, placeKey } from '../groups/place.ts';
import { type GroupRows, rowKind } from '../groups/rows.ts';
import type { GroupRow } from '../groups/table.ts';
import type { Picture } from './rules.ts';
import type { Snapshot } from './snapshot.ts';

/** Row `s|period`, and in an overview `kind|key`. */
export interface SnapshotRow {
  /** The Monday of the period. */
  day: string;
  /** Missing when too few answered. */
  picture?: Picture;
  /** Of a team. */
  members?: number;
  /** Of what lies above teams. */
  teams?: string[][];
}

const snapshotRows = rowKind<SnapshotRow>('s');

/** The snapshots among the rows of a group, oldest first. */
export const snapshotsIn = (rows: readonly Stored<GroupRow>[]): Snapshot[] =>
  snapshotRows.among(rows).map(({ parts: [period = ''], value: { picture, members, teams } }) => ({
    period,
    picture,
    members,
    teams,
  }));

export interface SnapshotStore {
  /** What is shown of all groups in a period, by `placeKey`. One range. */
  overview(period: string): Promise<Map<string, Snapshot>>;
  /** Keeps what is shown of a period; the first one stays. Gives what stands there. */
  publish(place: GroupPlace, snapshot: Snapshot): Promise<Snapshot>;
}

/** What is shown of the groups of one tenant. */
export function snapshotStore(groups: GroupRows, tenant: string): SnapshotStore {
  const table = snapshotRows.in(groups.table);
  const ofPeriod = (period: string) => key(tenant, 'period', period);
  return {
    overview: async (period) => {
      const rows = await table.range({ partition: ofPeriod(period) });
      return new Map(rows.map(({ row, value: { picture, teams } }) => [row, { period, picture, teams }]));
    },
    publish: async (place, { period, picture, members, teams }) => {
      const partition = groups.partition(place);
      const row = snapshotRows.key(period);
      const value: SnapshotRow = {
        day: mondayOf(period).toString(),
        picture,
        members,
        teams: picture && teams,
      };
      const first = await table.insert(partition, row, value);
      const stands = first ? value : (await table.get(partition, row))?.value;
      await table.put(ofPeriod(period), placeKey(place), {
        ...value,
        picture: stands?.picture,
        teams: stands?.teams,
      });
      return { period, picture: stands?.picture };
    },
  };
}
