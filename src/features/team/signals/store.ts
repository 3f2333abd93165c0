import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { changeRows, persistently } from '../../../storage/index.ts';
import { handedTo, ownedFromStart } from '../groups/owner.ts';
import { type GroupPlace, placeKey } from '../groups/place.ts';
import type { GroupReads, GroupRows } from '../groups/rows.ts';
import {
  namedBy,
  namedFromStart,
  namerKey,
  newSignalRow,
  signalRowOf,
  signalRows,
  signalsIn,
} from './rows.ts';
import type { Signal } from './signal.ts';

/** Reads the signals of a group, oldest first. One range. */
export type SignalReads = GroupReads<{ signals: Signal[] }>;

export interface GivenReads {
  /**
   * Where somebody (a directory id) gave signals with their name, whether or not they still belong there. One range over all
   * groups.
   */
  givenIn(directoryId: string): Promise<GroupPlace[]>;
}

export interface SignalStore extends GivenReads {
  /** False when it is there already: the same id is the same signal. */
  addSignal(place: GroupPlace, signal: Signal): Promise<boolean>;
  /**
   * Adds a signal that somebody raised, unless as many as `most` were raised there on its day. Gives false then. One that is
   * there already counts as added.
   */
  raiseSignal(place: GroupPlace, signal: Signal, most: number): Promise<boolean>;
  /** Changes a signal with its owner, but not who raised it. Undefined when there is none. */
  changeSignal(
    place: GroupPlace,
    id: string,
    change: (signal: Signal) => Signal | undefined,
  ): Promise<Signal | undefined>;
  /** Removes a signal that nobody takes care of yet, where `may` says so; false when there is none, or it may not be. */
  removeSignal(place: GroupPlace, id: string, may: (signal: Signal) => boolean): Promise<boolean>;
}

/** The signals of the groups of one tenant. */
export function signalStore({ table, partition, of, placeOf }: GroupRows): SignalStore {
  const inTurn = oneAtATime();
  const addSignal: SignalStore['addSignal'] = (place, signal) =>
    table.transact(partition(place), [
      { do: 'insert', row: signalRows.key(signal.id), value: newSignalRow(signal) },
      ...ownedFromStart(signal),
      ...namedFromStart(signal),
    ]);
  return {
    addSignal,
    givenIn: async (directoryId) => {
      const places = (await table.range(namedBy(directoryId))).flatMap((row) => placeOf(row) ?? []);
      return [...new Map(places.map((place) => [placeKey(place), place])).values()];
    },
    raiseSignal: (place, signal, most) =>
      inTurn(partition(place), async () => {
        // What is there is counted, and not who raised it: nothing is kept for this.
        const raised = signalsIn(await of(place)).filter(
          // Of one without a name the day is known only until it was announced; then it is of an earlier day.
          ({ source, day, held, named }) => source === 'raised' && (named ? day : held) === signal.day,
        );
        if (raised.some(({ id }) => id === signal.id)) return true;
        if (raised.length >= most) return false;
        await addSignal(place, signal);
        return true;
      }),
    removeSignal: (place, id, may) =>
      persistently(async () => {
        const rows = await of(place);
        const stored = rows.find(({ row }) => row === signalRows.key(id));
        const before = signalsIn(rows).find((one) => one.id === id);
        if (!stored || !before || !may(before)) return { done: false };
        // Only as it was read: who takes care of it may be writing a step at this moment.
        if (!(await table.removeRead(stored))) return undefined;
        if (before.by) await table.remove(partition(place), namerKey(before.by, id));
        return { done: true };
      }),
    changeSignal: (place, id, change) =>
      changeRows(table, partition(place), async () => {
        const rows = await of(place);
        const stored = rows.find(({ row }) => row === signalRows.key(id));
        const before = signalsIn(rows).find((one) => one.id === id);
        const after = before && change(before);
        if (!stored || !after || after === before) return { changes: [], done: after };
        // Untouched when the owner stays: who erased themselves meanwhile may not come back by it.
        const moves = after.owner !== before.owner;
        return {
          changes: [
            { do: 'replace', row: stored.row, value: signalRowOf(after), etag: stored.etag },
            ...(moves ? handedTo(after, rows) : []),
          ],
          done: after,
        };
      }),
  };
}
