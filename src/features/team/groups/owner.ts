import { below, type RowChange, type Stored } from '../../../storage/index.ts';
import type { GroupPlace } from './place.ts';
import { type GroupRows, rowKind } from './rows.ts';
import type { GroupRow } from './table.ts';

/** Row `o|directory id|id`: who takes care of a signal or a point. */
export interface OwnerRow {
  /** The day of the signal or the point. */
  day: string;
}

/** A signal or a point, as far as whose it is. `owner` is a directory id. */
export interface Owned {
  id: string;
  day: string;
  owner?: string;
}

const ownerRows = rowKind<OwnerRow>('o');

/** The directory id of who takes care of each signal and point of a group, by its id. */
export const ownersIn = (rows: readonly Stored<GroupRow>[]): Map<string, string> =>
  new Map(ownerRows.among(rows).map(({ parts: [who = '', id = ''] }) => [id, who]));

/** The owner rows of a group alone. One range. */
export const readOwnerRows = ({ table, partition }: GroupRows, place: GroupPlace) =>
  table.range({ partition: partition(place), ...below('o') });

/** What makes something that of its owner, if it has one. */
export const ownedFromStart = ({ id, day, owner }: Owned): RowChange<OwnerRow>[] =>
  owner ? [{ do: 'put', row: ownerRows.key(owner, id), value: { day } }] : [];

/** What makes something that of its owner and of nobody else, given the rows that say whose it was. */
export function handedTo(item: Owned, rows: readonly Stored<GroupRow>[]): RowChange<OwnerRow>[] {
  const wanted = item.owner && ownerRows.key(item.owner, item.id);
  const others = ownerRows.among(rows).filter(({ row, parts: [, of] }) => of === item.id && row !== wanted);
  return [...others.map(({ row }) => ({ do: 'remove' as const, row })), ...ownedFromStart(item)];
}
