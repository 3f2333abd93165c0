import { stepOf } from '../../../people/steps.ts';
import { changeRows, key, partsOf, type RowChange, type Storage } from '../../../storage/index.ts';
import type { Agreements, BoardPoint, Duty, Securing } from './securing.ts';
import { type SecuringRow, securingTable } from './tables.ts';

/** Who looks after something: directory id, '' for nobody. */
export type Owning = readonly (readonly [Duty, string])[];

export interface SecuringStore {
  /** One range. */
  read(): Promise<Securing>;
  /** Changes what was agreed, and who looks after what, all or nothing. False when version `seen` is not what stands there. */
  change(
    seen: number,
    change: (now: Agreements) => Agreements,
    owning: Owning,
    day: string,
  ): Promise<boolean>;
  /** Takes somebody away from duties that they have. */
  leave(duties: readonly Duty[], directoryId: string): Promise<void>;
  /** Adds a point with who takes it up. False when it is there already: the same id is the same point. */
  addPoint(point: BoardPoint, owner: string): Promise<boolean>;
  /** Changes a point and who takes it up. False when version `seen` is not what stands there. */
  changePoint(
    id: string,
    seen: number,
    change: (now: BoardPoint) => BoardPoint,
    day: string,
    owner?: string,
  ): Promise<boolean>;
}

const noAgreements: Agreements = { version: 0, texts: {}, handedOver: {} };
const agreementsOf = ({ version = 0, texts = {}, handedOver = {} }: SecuringRow): Agreements => ({
  version,
  texts,
  handedOver,
});

function pointOf(id: string, row: SecuringRow): BoardPoint | undefined {
  const { version = 0, text, source = 'own', table = 'team', step, since = '', due = '', done } = row;
  const known = stepOf(step);
  return text === undefined || known === undefined
    ? undefined
    : { id, version, text, source, table, step: known, since, due, done };
}

const rowOf = ({ id: _, ...point }: BoardPoint): SecuringRow => ({ ...point, day: point.done });

/** What stays, of one tenant. */
export function securingStore(storage: Storage, tenant: string): SecuringStore {
  const table = storage.table(securingTable);
  const partition = key(tenant);
  const [AGREED, POINT] = ['a', 'b'];

  async function all() {
    const rows = await table.range({ partition });
    const duties = rows.flatMap(({ row }) => {
      const [kind, id = '', duty = ''] = partsOf(row);
      return kind === 'p' ? [{ id, duty }] : [];
    });
    return { rows, duties };
  }

  /** Untouched where the owner stays: who erased themselves meanwhile may not come back by it. */
  function ownerChanges(
    duties: readonly { id: string; duty: string }[],
    owning: Owning,
    day: string,
  ): RowChange<SecuringRow>[] {
    return owning.flatMap(([duty, wanted]) => {
      const there = duties.filter((one) => one.duty === duty).map(({ id }) => id);
      return [
        ...there
          .filter((id) => id !== wanted)
          .map((id) => ({ do: 'remove' as const, row: key('p', id, duty) })),
        ...(wanted === '' || there.includes(wanted)
          ? []
          : [{ do: 'put' as const, row: key('p', wanted, duty), value: { day } }]),
      ];
    });
  }

  return {
    read: async () => {
      const { rows, duties } = await all();
      const agreed = rows.find(({ row }) => row === AGREED);
      return {
        agreements: agreed ? agreementsOf(agreed.value) : noAgreements,
        points: rows.flatMap(({ row, value }) => {
          const [kind, id = ''] = partsOf(row);
          return kind === POINT ? (pointOf(id, value) ?? []) : [];
        }),
        owners: new Map(duties.map(({ id, duty }) => [duty, id])),
      };
    },
    change: (seen, change, owning, day) =>
      changeRows(table, partition, async () => {
        const { rows, duties } = await all();
        const stored = rows.find(({ row }) => row === AGREED);
        const now = stored ? agreementsOf(stored.value) : noAgreements;
        if (now.version !== seen) return { changes: [], done: false };
        const value: SecuringRow = { ...change(now), version: seen + 1 };
        return {
          changes: [
            stored
              ? { do: 'replace', row: stored.row, value, etag: stored.etag }
              : { do: 'insert', row: 'a', value },
            ...ownerChanges(duties, owning, day),
          ],
          done: true,
        };
      }),
    leave: async (duties, directoryId) => {
      for (const duty of duties) await table.remove(partition, key('p', directoryId, duty));
    },
    addPoint: (point, owner) =>
      table.transact(partition, [
        { do: 'insert', row: key('b', point.id), value: rowOf(point) },
        ...ownerChanges([], [[`punt-${point.id}`, owner]], point.since),
      ]),
    changePoint: (id, seen, change, day, owner) =>
      changeRows(table, partition, async () => {
        const [{ duties }, stored] = await Promise.all([all(), table.get(partition, key('b', id))]);
        const now = stored && pointOf(id, stored.value);
        if (!stored || !now || now.version !== seen) return { changes: [], done: false };
        const value = rowOf({ ...change(now), version: seen + 1 });
        return {
          changes: [
            { do: 'replace', row: stored.row, value, etag: stored.etag },
            ...(owner === undefined ? [] : ownerChanges(duties, [[`punt-${id}`, owner]], day)),
          ],
          done: true,
        };
      }),
  };
}
