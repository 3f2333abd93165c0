import { type IbroRole, ibroRoles, teamKey } from '../../../people/person.ts';
import { below, changeRow, key, partsOf, type Storage } from '../../../storage/index.ts';
import type { Following, Line } from './line.ts';
import { type LineTotals, ownLine } from './rules.ts';
import { followersTable, linesTable, lineTotalsTable } from './tables.ts';

/** A following, with the directory id of whose it is. */
export type Follower = Following & { id: string };

/** The leerlijnen of one tenant. */
export interface LineStore {
  /** As the municipality has it, or our own. One point read. */
  of(role: IbroRole): Promise<Line>;
  /** All four. One range. */
  all(): Promise<Record<IbroRole, Line>>;
  /** Writes what `change` makes of the version that was seen. False when that is not the last one any more. */
  change(role: IbroRole, seen: number, change: (now: Line) => Line): Promise<boolean>;
  /** What somebody follows. One range. */
  followedBy(directoryId: string): Promise<Following[]>;
  /** All who follow something. One range. */
  followers(): Promise<Follower[]>;
  /** False when they follow it already. */
  follow(directoryId: string, following: Following): Promise<boolean>;
  /** Undefined when they do not follow it. */
  changeFollowing(
    directoryId: string,
    role: IbroRole,
    change: (now: Following) => Following,
  ): Promise<Following | undefined>;
  unfollow(directoryId: string, role: IbroRole): Promise<void>;
  /** The last totals of a team, or with undefined of the municipality. One point read. */
  totals(team: string | undefined): Promise<LineTotals | undefined>;
  /** All totals, by the key of the team, or undefined for the municipality. One range. */
  everyTotals(): Promise<Map<string | undefined, LineTotals>>;
  /** False when there are others than `last` by now. */
  publish(team: string | undefined, totals: LineTotals, last: LineTotals | undefined): Promise<boolean>;
}

const rowOf = (role: IbroRole) => key(teamKey(role));
const totalsRow = (team: string | undefined) => (team === undefined ? key('gemeente') : key('t', team));

/** Opens the leerlijnen of one tenant. */
export function lineStore(storage: Storage, tenant: string): LineStore {
  const lines = storage.table(linesTable);
  const followers = storage.table(followersTable);
  const totals = storage.table(lineTotalsTable);
  const partition = key(tenant);
  const followerRow = (id: string, role: IbroRole) => key(id, teamKey(role));

  return {
    of: async (role) => (await lines.get(partition, rowOf(role)))?.value ?? ownLine(role),
    all: async () => {
      const rows = new Map((await lines.range({ partition })).map(({ row, value }) => [row, value]));
      return Object.fromEntries(
        ibroRoles.map((role) => [role, rows.get(rowOf(role)) ?? ownLine(role)]),
      ) as Record<IbroRole, Line>;
    },
    change: async (role, seen, change) => {
      const stored = await lines.get(partition, rowOf(role));
      const now = stored?.value ?? ownLine(role);
      if (now.version !== seen) return false;
      const next = change(now);
      return stored ? lines.replace(stored, next) : lines.insert(partition, rowOf(role), next);
    },
    followedBy: async (id) => (await followers.range({ partition, ...below(id) })).map(({ value }) => value),
    followers: async () =>
      (await followers.range({ partition })).map(({ row, value }) => ({
        ...value,
        id: partsOf(row)[0] ?? '',
      })),
    follow: (id, following) => followers.insert(partition, followerRow(id, following.role), following),
    changeFollowing: async (id, role, change) =>
      (await changeRow(followers, partition, followerRow(id, role), change))?.after,
    unfollow: async (id, role) => {
      await followers.remove(partition, followerRow(id, role));
    },
    totals: async (team) => (await totals.get(partition, totalsRow(team)))?.value,
    everyTotals: async () =>
      new Map((await totals.range({ partition })).map(({ row, value }) => [partsOf(row)[1], value])),
    publish: async (team, next, last) => {
      if (!last) return totals.insert(partition, totalsRow(team), next);
      const stored = await totals.get(partition, totalsRow(team));
      return stored?.value.day === last.day ? totals.replace(stored, next) : false;
    },
  };
}
