import { key, partsOf, type Storage, type Stored, type Table } from '../../../storage/index.ts';
import { type GroupPlace, kinds } from './place.ts';
import { type GroupRow, groupsTable } from './table.ts';

/** The rows about the groups of one tenant. */
export interface GroupRows {
  table: Table<GroupRow>;
  partition(place: GroupPlace): string;
  /** All rows of a group, of every kind. One range. */
  of(place: GroupPlace): Promise<Stored<GroupRow>[]>;
  /** The group whose row this is; undefined for a row of another tenant, or one that is no row of a group. */
  placeOf(row: Stored<GroupRow>): GroupPlace | undefined;
}

/** Reads of a group what `Content` names: one range, whatever that is. */
export interface GroupReads<Content> {
  content(place: GroupPlace): Promise<Content>;
}

/** A row as it was read, with the parts of its key behind the letter of its kind. */
export interface KindRow<Row> extends Stored<Row> {
  parts: readonly string[];
}

/** One kind of row about a group. Whoever owns the kind reads through it, and sees no other. */
export interface RowKind<Row extends GroupRow> {
  /** The key of a row of this kind. */
  key(...parts: readonly string[]): string;
  /** The rows of this kind among all those of a group. */
  among(rows: readonly Stored<GroupRow>[]): KindRow<Row>[];
  /** The table, for reading and writing rows of this kind alone. */
  in(table: Table<GroupRow>): Table<Row>;
}

/** The kind of row whose keys begin with this letter, and which holds a `Row`. */
export function rowKind<Row extends GroupRow>(letter: 's' | 'g' | 'p' | 'f' | 'o' | 'b'): RowKind<Row> {
  return {
    key: (...parts) => key(letter, ...parts),
    among: (rows) =>
      rows.flatMap((stored) => {
        const [kind, ...parts] = partsOf(stored.row);
        return kind === letter ? [{ ...stored, value: stored.value as Row, parts }] : [];
      }),
    // A claim, as every row type is: what stands under a letter is written by its owner alone.
    in: (table) => table as unknown as Table<Row>,
  };
}

/** Oldest first; of one day in order of id. */
export function byDay(a: { day: string; id: string }, b: { day: string; id: string }): number {
  if (a.day === b.day) return a.id < b.id ? -1 : 1;
  return a.day < b.day ? -1 : 1;
}

/** Opens the rows about the groups of one tenant. */
export function groupRows(storage: Storage, tenant: string): GroupRows {
  const table = storage.table(groupsTable);
  const partition = ({ kind, key: name }: GroupPlace) => key(tenant, kind, name);
  return {
    table,
    partition,
    of: (place) => table.range({ partition: partition(place) }),
    placeOf: (row) => {
      const [whose, kind, name = ''] = partsOf(row.partition);
      const known = kinds.find((one) => one === kind);
      return whose === tenant && known ? { kind: known, key: name } : undefined;
    },
  };
}
