import type { Stored } from '../../../storage/index.ts';
import type { GroupPlace } from '../groups/place.ts';
import { type GroupRows, rowKind } from '../groups/rows.ts';
import type { GroupRow } from '../groups/table.ts';

/** Row `f`: the team read in its channel what was done. */
export interface ReadMarkRow {
  /** The day on which it last did. */
  day: string;
}

const readMarkRows = rowKind<ReadMarkRow>('f');

/** The day (ISO date) on which a team last read in its channel what was done, among the rows of the group. */
export const toldIn = (rows: readonly Stored<GroupRow>[]): string | undefined =>
  readMarkRows.among(rows)[0]?.value.day;

export interface ReadMarkStore {
  /** Keeps the day (ISO date) on which a team read in its channel what was done. */
  markTold(place: GroupPlace, day: string): Promise<void>;
}

/** When the teams of one tenant last read what was done. */
export const readMarkStore = ({ table, partition }: GroupRows): ReadMarkStore => ({
  markTold: (place, day) => table.put(partition(place), readMarkRows.key(), { day }),
});
