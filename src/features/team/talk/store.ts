import { changeRows, type Stored } from '../../../storage/index.ts';
import { handedTo, ownedFromStart, ownersIn, readOwnerRows } from '../groups/owner.ts';
import type { GroupPlace } from '../groups/place.ts';
import { byDay, type GroupReads, type GroupRows, rowKind } from '../groups/rows.ts';
import type { GroupRow } from '../groups/table.ts';
import type { TalkPoint } from './point.ts';

/** Row `p|id`: a point of a team talk, without who takes it on. */
export type PointRow = Omit<TalkPoint, 'id' | 'owner'>;

const pointRows = rowKind<PointRow>('p');

const pointRowOf = ({ id: _id, owner: _owner, ...point }: TalkPoint): PointRow => point;

function pointOf(
  id: string,
  { kind, text, day, due, done, dropped, looked, told, askedFor }: PointRow,
  owner?: string,
): TalkPoint {
  return { id, kind, text, day, due, done, dropped, looked, told, askedFor, owner };
}

/** The points among the rows of a group, oldest first. */
export function pointsIn(rows: readonly Stored<GroupRow>[]): TalkPoint[] {
  const owners = ownersIn(rows);
  return pointRows
    .among(rows)
    .map(({ parts: [id = ''], value }) => pointOf(id, value, owners.get(id)))
    .sort(byDay);
}

/** Reads the points of a group, oldest first. One range. */
export type PointReads = GroupReads<{ points: TalkPoint[] }>;

export interface PointStore {
  /** False when it is there already: the same id is the same point. */
  addPoint(place: GroupPlace, point: TalkPoint): Promise<boolean>;
  /**
   * Puts a point with its owner where nothing stands, or where what stands there `isFree` to be replaced together with
   * its owner: all of it or nothing. Gives undefined when the point was put, and otherwise the point that stays there,
   * without its owner.
   */
  takePlace(
    place: GroupPlace,
    point: TalkPoint,
    isFree: (there: TalkPoint) => boolean,
  ): Promise<TalkPoint | undefined>;
  /** Changes a point, and whose it is, all of it or nothing. Undefined when there is none. */
  changePoint(
    place: GroupPlace,
    id: string,
    change: (point: TalkPoint) => TalkPoint | undefined,
  ): Promise<TalkPoint | undefined>;
}

/** The points that the teams of one tenant chose in their talks. */
export function pointStore(groups: GroupRows): PointStore {
  const { table, partition } = groups;
  const points = pointRows.in(table);
  return {
    addPoint: (place, point) =>
      table.transact(partition(place), [
        { do: 'insert', row: pointRows.key(point.id), value: pointRowOf(point) },
        ...ownedFromStart(point),
      ]),
    takePlace: (place, point, isFree) =>
      changeRows(table, partition(place), async () => {
        const row = pointRows.key(point.id);
        const stored = await points.get(partition(place), row);
        const there = stored && pointOf(point.id, stored.value);
        if (there && !isFree(there)) return { changes: [], done: there };
        const owned = stored ? await readOwnerRows(groups, place) : [];
        const value = pointRowOf(point);
        return {
          changes: [
            stored ? { do: 'replace', row, value, etag: stored.etag } : { do: 'insert', row, value },
            ...handedTo(point, owned),
          ],
          done: undefined,
        };
      }),
    changePoint: (place, id, change) =>
      changeRows(table, partition(place), async () => {
        const row = pointRows.key(id);
        // First the point: whoever it is given to meanwhile writes it too, and then this is planned again.
        const stored = await points.get(partition(place), row);
        const owned = stored ? await readOwnerRows(groups, place) : [];
        const before = stored && pointOf(id, stored.value, ownersIn(owned).get(id));
        const after = before && change(before);
        if (!stored || !after || after === before) return { changes: [], done: after };
        // Untouched when the owner stays: who erased themselves meanwhile may not come back by it.
        const moves = after.owner !== before.owner;
        return {
          changes: [
            { do: 'replace', row, value: pointRowOf(after), etag: stored.etag },
            ...(moves ? handedTo(after, owned) : []),
          ],
          done: after,
        };
      }),
  };
}
