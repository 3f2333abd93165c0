import { mondayOf } from '../../calendar/weeks.ts';
import {
  below,
  changeRow,
  changeRows,
  key,
  partsOf,
  type RowChange,
  type Storage,
  type Stored,
} from '../../storage/index.ts';
import type { GroupKind } from './groups.ts';
import type { Signal } from './signals/signal.ts';
import type { Picture } from './snapshot/rules.ts';
import { type GroupRow, groupsTable } from './tables.ts';
import type { TalkPoint } from './talk/point.ts';

/** A closed window of a group: its picture, or none when too few answered. */
export interface Snapshot {
  period: string;
  picture?: Picture;
  /** Of a team: how many people could have answered, whether they did or not. */
  members?: number;
}

/** Where signals go that pass the managers: to who takes them for the works council. */
export const council: GroupPlace = { kind: 'council', key: '' };

/** A group, by what its rows are found under. */
export interface GroupPlace {
  kind: GroupKind | 'council';
  key: string;
}

/** A place within an overview. */
export const placeKey = ({ kind, key: name }: GroupPlace): string => key(kind, name);

/** Everything about a group, oldest first. */
export interface GroupContent {
  snapshots: Snapshot[];
  signals: Signal[];
  points: TalkPoint[];
  /** Of a team: the day (ISO date) on which it last read in its channel what was done. */
  told?: string;
}

export interface GroupStore {
  /** Everything about a group. One range. */
  content(place: GroupPlace): Promise<GroupContent>;
  /** What is shown of all groups in a period, by `placeKey`. One range. */
  overview(period: string): Promise<Map<string, Snapshot>>;
  /** Keeps the day (ISO date) on which a team read in its channel what was done. */
  markTold(place: GroupPlace, day: string): Promise<void>;
  /** Keeps what is shown of a period; the first one stays. Gives what stands there. */
  publish(place: GroupPlace, snapshot: Snapshot): Promise<Snapshot>;
  /** False when it is there already: the same id is the same signal. */
  addSignal(place: GroupPlace, signal: Signal): Promise<boolean>;
  /** Changes a signal with its owner, but not who raised it. Undefined when there is none. */
  changeSignal(
    place: GroupPlace,
    id: string,
    change: (signal: Signal) => Signal | undefined,
  ): Promise<Signal | undefined>;
  /** False when it is there already: the same id is the same point. */
  addPoint(place: GroupPlace, point: TalkPoint): Promise<boolean>;
  /**
   * Puts a point, with its owner and in the place of the owner before, where nothing stands or what stands there `isFree`
   * to be replaced: all of it or nothing. Gives what stays there instead, as it is without its owner.
   */
  takePlace(
    place: GroupPlace,
    point: TalkPoint,
    isFree: (there: TalkPoint) => boolean,
  ): Promise<TalkPoint | undefined>;
  /** Changes a point but not its owner. Undefined when there is none. */
  changePoint(
    place: GroupPlace,
    id: string,
    change: (point: TalkPoint) => TalkPoint | undefined,
  ): Promise<TalkPoint | undefined>;
  /** Gives a point to somebody, or to nobody. */
  give(
    place: GroupPlace,
    item: { id: string; day: string; owner?: string },
    owner: string | undefined,
  ): Promise<void>;
}

function rowOf({ id: _id, owner: _owner, by: _by, ...signal }: Signal): GroupRow {
  return { ...signal, wordsDay: signal.answered };
}

function pointRowOf({ id: _id, owner: _owner, ...point }: TalkPoint): GroupRow {
  return point;
}

function signalOf(id: string, row: GroupRow, people: { owner?: string; by?: string } = {}): Signal {
  const { source = 'raised', theme, state = 'received', day, moved = day, words = {} } = row;
  const { acts, due, answered, announced, asked, reminded, named, passed, unlogged } = row;
  return {
    id,
    source,
    theme,
    state,
    day,
    moved,
    acts,
    due,
    answered,
    announced,
    asked,
    reminded,
    words,
    named,
    passed,
    unlogged,
    ...people,
  };
}

function pointOf(
  id: string,
  { kind = 'better', text = '', day, due, done, dropped, looked }: GroupRow,
  owner?: string,
): TalkPoint {
  return { id, kind, text, day, due, done, dropped, looked, owner };
}

/** What makes a signal or point that of its owner and of nobody else, given the rows that say whose it was. */
function handedTo(
  { id, day, owner }: { id: string; day: string; owner?: string },
  rows: readonly Stored<GroupRow>[],
): RowChange<GroupRow>[] {
  const wanted = owner && key('o', owner, id);
  const others = rows.flatMap(({ row }) => {
    const [kind, , of] = partsOf(row);
    return kind === 'o' && of === id && row !== wanted ? [row] : [];
  });
  return [
    ...others.map((row) => ({ do: 'remove' as const, row })),
    ...(wanted ? [{ do: 'put' as const, row: wanted, value: { day } }] : []),
  ];
}

/** What there is about the groups of one tenant. */
export function groupStore(storage: Storage, tenant: string): GroupStore {
  const table = storage.table(groupsTable);
  const partition = ({ kind, key: name }: GroupPlace) => key(tenant, kind, name);
  const ofPeriod = (period: string) => key(tenant, 'period', period);
  const byDay = (a: { day: string; id: string }, b: { day: string; id: string }) =>
    a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1;

  function contentOf(rows: readonly Stored<GroupRow>[]): GroupContent {
    const split = rows.map(({ row, value }) => ({ parts: partsOf(row), value }));
    const named = (kind: string) =>
      new Map(split.flatMap(({ parts: [it, who = '', id = ''] }) => (it === kind ? [[id, who]] : [])));
    const [owners, writers] = [named('o'), named('b')];
    const of = (kind: string) =>
      split.flatMap(({ parts: [it, id = ''], value }) => (it === kind ? [{ id, value }] : []));
    return {
      snapshots: of('s').map(({ id: period, value: { picture, members } }) => ({ period, picture, members })),
      signals: of('g')
        .map(({ id, value }) => signalOf(id, value, { owner: owners.get(id), by: writers.get(id) }))
        .sort(byDay),
      points: of('p')
        .map(({ id, value }) => pointOf(id, value, owners.get(id)))
        .sort(byDay),
      told: of('f')[0]?.value.day,
    };
  }

  return {
    overview: async (period) =>
      new Map(
        (await table.range({ partition: ofPeriod(period) })).map(({ row, value: { picture } }) => [
          row,
          { period, picture },
        ]),
      ),
    content: async (place) => contentOf(await table.range({ partition: partition(place) })),
    markTold: (place, day) => table.put(partition(place), key('f'), { day }),
    publish: async (place, { period, picture, members }) => {
      const row = key('s', period);
      const value = { day: mondayOf(period).toString(), picture, members };
      const first = await table.insert(partition(place), row, value);
      const stands = first ? value : (await table.get(partition(place), row))?.value;
      await table.put(ofPeriod(period), placeKey(place), { ...value, picture: stands?.picture });
      return { period, picture: stands?.picture };
    },
    addSignal: (place, signal) => {
      const { id, day, source, owner, by } = signal;
      return table.transact(partition(place), [
        { do: 'insert', row: key('g', id), value: rowOf(signal) },
        ...(owner ? [{ do: 'put' as const, row: key('o', owner, id), value: { day } }] : []),
        ...(by ? [{ do: 'put' as const, row: key('b', by, id), value: { day, source } }] : []),
      ]);
    },
    changeSignal: (place, id, change) =>
      changeRows(table, partition(place), async () => {
        const rows = await table.range({ partition: partition(place) });
        const stored = rows.find(({ row }) => row === key('g', id));
        const before = contentOf(rows).signals.find((one) => one.id === id);
        const after = before && change(before);
        if (!stored || !after || after === before) return { changes: [], done: after };
        // Untouched when the owner stays: who erased themselves meanwhile may not come back by it.
        const moves = after.owner !== before.owner;
        return {
          changes: [
            { do: 'replace', row: stored.row, value: rowOf(after), etag: stored.etag },
            ...(moves ? handedTo(after, rows) : []),
          ],
          done: after,
        };
      }),
    addPoint: (place, point) =>
      table.transact(partition(place), [
        { do: 'insert', row: key('p', point.id), value: pointRowOf(point) },
        ...(point.owner
          ? [{ do: 'put' as const, row: key('o', point.owner, point.id), value: { day: point.day } }]
          : []),
      ]),
    takePlace: (place, point, isFree) =>
      changeRows(table, partition(place), async () => {
        const stored = await table.get(partition(place), key('p', point.id));
        const there = stored && pointOf(point.id, stored.value);
        if (there && !isFree(there)) return { changes: [], done: there };
        const owned = stored ? await table.range({ partition: partition(place), ...below('o') }) : [];
        return {
          changes: [
            stored
              ? { do: 'replace', row: stored.row, value: pointRowOf(point), etag: stored.etag }
              : { do: 'insert', row: key('p', point.id), value: pointRowOf(point) },
            ...handedTo(point, owned),
          ],
          done: undefined,
        };
      }),
    changePoint: async (place, id, change) => {
      const changed = await changeRow(table, partition(place), key('p', id), (row) => {
        const before = pointOf(id, row);
        const after = change(before);
        return after === before ? row : after && pointRowOf(after);
      });
      return changed && pointOf(id, changed.after);
    },
    give: async (place, { id, day, owner: before }, owner) => {
      if (owner) await table.put(partition(place), key('o', owner, id), { day });
      if (before && before !== owner) await table.remove(partition(place), key('o', before, id));
    },
  };
}
