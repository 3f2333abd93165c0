import { createHmac } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { defineTable, type Gone, key, type RowChange, type Storage, writeAll } from '../storage/index.ts';

/** A backup may be put back for so many days: so long is kept what must not come back with it (docs/privacy.md). */
export const BACKUP_DAYS = 30;

/** That something was erased or taken back. Partition: tenant. Row: a keyed hash of what it was. */
export interface TakenBackRow {
  /** The last time, as an instant. */
  at: string;
  day: string;
  /** True where it holds again since then: a list of before that names it is no longer right. */
  undone?: true;
}

export const takenBackTable = defineTable<TakenBackRow>({
  name: 'takenback',
  namesPeople: false,
  coded: true,
  owner: 'people',
  holds: 'codes van wat is gewist of ingetrokken, zodat een reservekopie dat niet terugbrengt',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  // A day longer than a backup, which was made in the course of a day.
  retention: { days: BACKUP_DAYS + 1, from: 'day' },
  person: {
    kind: 'none',
    why: 'Er staat alleen een code in van iets wat er niet meer is. Kompas leest er niet uit van wie het was.',
  },
});

/** What is not a row, and was erased or taken back all the same. */
export type Withdrawal =
  | { what: 'person'; directoryId: string }
  /** Who said that they want no check-ins any more. */
  | { what: 'check-ins'; directoryId: string }
  /** A decision that an administrator took back. */
  | { what: 'decision'; name: 'consent' | 'dpia' | 'teamsForDirection' };

/** Whether something was erased or taken back at a moment or later. */
export interface TakenBackSince {
  /** `value` is what is in the row as far as it opens. */
  row(gone: Gone & { value?: object }): boolean;
  other(what: Withdrawal): boolean;
  /** How many there are. */
  count: number;
}

export interface TakenBack {
  /**
   * Sees to it that storage says since when it remembers what was taken back: from this moment on where it did not. A backup holds
   * that too; storage that was emptied meanwhile says nothing, or a later moment.
   */
  begin(at: Temporal.Instant): Promise<void>;
  /** From this moment on, whatever was said before: of what was before that nobody is sure. */
  beginAgain(at: Temporal.Instant): Promise<void>;
  /** The day on which a backup or a list was last made, or put back; undefined when that is longer ago than a backup holds. */
  lastSaved(): Promise<string | undefined>;
  rows(gone: readonly Gone[]): Promise<void>;
  note(what: Withdrawal): Promise<void>;
  /** It holds again, such as check-ins that somebody wants after all. */
  undo(what: Withdrawal): Promise<void>;
  /** All that is kept, as it is kept. One range. */
  all(): Promise<{ row: string; value: TakenBackRow }[]>;
  /** Adds what is kept elsewhere; of what is known on both sides the later moment. */
  add(rows: readonly { row: string; value: TakenBackRow }[]): Promise<void>;
}

/** The row that says since when all is remembered. Its day is that on which it was last written, so that it outlives the backups. */
const SINCE = key('since');

type Noted = { row: string; value: TakenBackRow };

/** Since when what was taken back is remembered, by these rows; undefined when they do not say. */
export function rememberedSince(rows: readonly Noted[]): Temporal.Instant | undefined {
  const found = rows.find(({ row }) => row === SINCE);
  return found && Temporal.Instant.from(found.value.at);
}

/** A keyed hash: nobody can tell without the key what it stands for, nor try who it may be of. */
const hashing = (secret: () => Buffer, tenant: string) => (parts: readonly string[]) =>
  createHmac('sha256', secret())
    .update(JSON.stringify([tenant, ...parts]))
    .digest('base64url')
    .slice(0, 32);

/** A decision is nobody's, and is noted as what it is: taking one back takes no key. */
const nameOf = (one: Withdrawal, hash: (parts: readonly string[]) => string): string =>
  one.what === 'decision' ? key('decision', one.name) : hash([one.what, one.directoryId]);
const partsOfRow = ({ table, partition, row }: Gone) => ['row', table, partition, row];

/**
 * What was erased or taken back, of one tenant. `secret` is derived for this alone, and asked for people and rows only; `others` are those
 * of keys that are not in use, under which earlier notes stand.
 */
export function takenBack(
  storage: Storage,
  tenant: string,
  secret: () => Buffer,
  others: () => readonly Buffer[],
  now: () => Temporal.Instant,
): TakenBack {
  const table = storage.table(takenBackTable);
  const hash = hashing(secret, tenant);
  const put = (rows: readonly { row: string; value: TakenBackRow }[]) =>
    writeAll(
      table,
      key(tenant),
      // Each once: a transaction takes no row twice.
      [...new Map(rows.map((one) => [one.row, one])).values()].map(
        ({ row, value }): RowChange<TakenBackRow> => ({ do: 'put', row, value }),
      ),
    );
  const write = async (names: readonly string[]) => {
    const value = { at: now().toString(), day: today(now()).toString() };
    await put(names.map((row) => ({ row, value })));
  };
  const all = async () =>
    (await table.range({ partition: key(tenant) })).map(({ row, value }) => ({ row, value }));
  const mark = async (since: string, at: Temporal.Instant) => {
    await put([{ row: SINCE, value: { at: since, day: today(at).toString() } }]);
  };
  return {
    begin: async (at) => {
      const known = await table.get(key(tenant), SINCE);
      await mark(known?.value.at ?? at.toString(), at);
    },
    beginAgain: (at) => mark(at.toString(), at),
    lastSaved: async () => (await table.get(key(tenant), SINCE))?.value.day,
    rows: (gone) => write(gone.map((one) => hash(partsOfRow(one)))),
    note: (what) => write([nameOf(what, hash)]),
    undo: async (what) => {
      const earlier = what.what === 'decision' ? [] : others().map((other) => hashing(() => other, tenant));
      const names = [hash, ...earlier].map((by) => nameOf(what, by));
      const stand = await Promise.all(names.map((row) => table.get(key(tenant), row)));
      const rows = names.filter((_, n) => stand[n] !== undefined);
      const value = { at: now().toString(), day: today(now()).toString(), undone: true as const };
      await put(rows.map((row) => ({ row, value })));
    },
    all,
    add: async (rows) => {
      const known = new Map((await all()).map(({ row, value }) => [row, value.at]));
      await put(
        latestOf(rows).filter(({ row, value }) => row !== SINCE && isLater(value.at, known.get(row))),
      );
    },
  };
}

const isLater = (at: string, than: string | undefined) =>
  than === undefined || Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(than)) > 0;

/** Of each row what was noted last: it may be known on more than one side. */
function latestOf(rows: readonly Noted[]): Noted[] {
  const latest = new Map<string, Noted>();
  for (const one of rows) if (isLater(one.value.at, latest.get(one.row)?.value.at)) latest.set(one.row, one);
  return [...latest.values()];
}

/** What of these was erased or taken back at that moment or later. `secrets` as in `takenBack`, of every key that there is. */
export function takenBackSince(
  rows: readonly { row: string; value: TakenBackRow }[],
  moment: Temporal.Instant,
  tenant: string,
  secrets: readonly Buffer[],
): TakenBackSince {
  const hashes = secrets.map((secret) => hashing(() => secret, tenant));
  const later = latestOf(rows).filter(
    ({ value }) => !value.undone && Temporal.Instant.compare(Temporal.Instant.from(value.at), moment) >= 0,
  );
  const names = new Set(later.map(({ row }) => row));
  return {
    row: (gone) => hashes.some((hash) => names.has(hash(partsOfRow(gone)))),
    other: (what) => hashes.some((hash) => names.has(nameOf(what, hash))),
    count: names.size,
  };
}
