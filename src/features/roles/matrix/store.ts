import {
  below,
  changeRow,
  key,
  partsOf,
  type Storage,
  type Stored,
  type Table,
} from '../../../storage/index.ts';
import type { Confirmed, Matrix } from './matrix.ts';
import { markOf, since } from './rules.ts';
import {
  confirmedMatricesTable,
  type EarlierReader,
  earlierReadersTable,
  type MatrixReader,
  matricesTable,
  matrixReadersTable,
} from './tables.ts';

/** The matrices of one tenant, by the directory id of whose they are. */
export interface MatrixStore {
  /** The one that is being filled in. One point read. */
  draft(directoryId: string): Promise<Matrix | undefined>;
  /** All that are being filled in. One range. */
  drafts(): Promise<{ id: string; matrix: Matrix }[]>;
  /** What both confirmed last. One point read. */
  confirmed(directoryId: string): Promise<Confirmed | undefined>;
  /** False when one is being filled in already. As with `change` and `confirm`, who sees it along is kept from that day on. */
  begin(directoryId: string, matrix: Matrix): Promise<boolean>;
  /** Undefined when there is none: nothing comes back that its person erased. Writes nothing for the same object. */
  change(directoryId: string, change: (now: Matrix) => Matrix): Promise<Matrix | undefined>;
  /** Takes away what is being filled in where `may` says so. Gives what it was; undefined where nothing was taken away. */
  drop(directoryId: string, may: (now: Matrix) => boolean): Promise<Matrix | undefined>;
  /** All that were confirmed, by directory id. One range. */
  allConfirmed(): Promise<ReadonlyMap<string, Confirmed>>;
  /** Keeps what both agreed on. */
  keep(directoryId: string, confirmed: Confirmed): Promise<void>;
  /** The same, and takes away what was being filled in. May be repeated. `at`: the instant, `day`: the day of it (ISO), `team`: its key. */
  confirm(
    directoryId: string,
    matrix: Matrix,
    on: Required<Pick<Confirmed, 'team' | 'day' | 'at'>>,
  ): Promise<void>;
  /** Keeps how often each was told of a change that was put back. */
  keepTold(directoryId: string, told: Matrix['told']): Promise<void>;
  /** The employee lets HR read the indication of this state (`markOf`), or of none any more. Nothing where another state stands by now. */
  share(directoryId: string, on: { state: string; day: string } | undefined): Promise<void>;
  /** Who may see it along now. One point read. */
  reader(directoryId: string): Promise<MatrixReader | undefined>;
  /** False when somebody may already. */
  firstReader(directoryId: string, reader: MatrixReader): Promise<boolean>;
  /** Lets this manager see it along. Whoever did so before is kept: what they read they still know. */
  setReader(directoryId: string, reader: MatrixReader): Promise<void>;
  /** This manager sees it along no more, and lets HR read nothing of it. Nothing where another does by now. */
  endReader(directoryId: string, manager: string): Promise<void>;
  /** The same as `share`, by this manager. Nothing where another sees the matrix along by now. */
  shareAsReader(directoryId: string, manager: string, state: string | undefined): Promise<void>;
  /** Whether anything is kept of a matrix of theirs. Three point reads, and one range. */
  isAbout(directoryId: string): Promise<boolean>;
  /** Who sees whose matrix along, or was the last who did, by the directory id of whose it is. One range. */
  readers(): Promise<ReadonlyMap<string, MatrixReader>>;
  /** The directory ids of those whose matrix this manager sees along, or was the last who did. One range. */
  readBy(manager: string): Promise<string[]>;
  /** Everybody who sees a matrix along or ever did, with whose. Two ranges. */
  everybodyWhoRead(): Promise<ReadonlyMap<string, ReadAlong>>;
  /** Whose matrix this manager sees along, or ever did. Two ranges. */
  everReadBy(manager: string): Promise<ReadAlong>;
}

/**
 * Whose matrices one person sees along or ever did, by directory id; and until which day (ISO date), '' where nobody came in their place.
 */
export type ReadAlong = ReadonlyMap<string, string>;

/** What each manager read, of the rows of who reads and of who did before. */
function whoReadWhat(
  now: readonly Stored<MatrixReader>[],
  before: readonly Stored<EarlierReader>[],
): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  const note = (manager: string, id: string, until: string) => {
    const read = all.get(manager) ?? new Map<string, string>();
    all.set(manager, read.set(id, until));
  };
  for (const { row, value } of before) note(value.manager, partsOf(row)[0] ?? '', value.day);
  // Last: who sees it along now was not put aside, whatever was before.
  for (const { row, value } of now) note(value.manager, row, '');
  return all;
}

/** Without a yes; the same object where there is none, so that nothing is written. */
function withoutShared<T extends { shared?: string }>(now: T): T {
  if (now.shared === undefined) return now;
  const { shared: _shared, ...rest } = now;
  return rest as T;
}

/** Opens the matrices of one tenant. */
export function matrixStore(storage: Storage, tenant: string): MatrixStore {
  const drafts = storage.table(matricesTable);
  const confirmed = storage.table(confirmedMatricesTable);
  const readers = storage.table(matrixReadersTable);
  const earlier = storage.table(earlierReadersTable);
  const partition = key(tenant);
  const all = async <T extends object>(table: Table<T>) =>
    new Map((await table.range({ partition })).map(({ row, value }) => [row, value] as const));
  const keep = (id: string, content: Confirmed) => confirmed.put(partition, key(id), content);
  /** Puts a reader in the place of the one who was read there; false where another was put there since. */
  async function putAfter(id: string, before: Stored<MatrixReader>, reader: MatrixReader): Promise<boolean> {
    const { manager } = before.value;
    // First: whoever read it is never forgotten.
    if (manager !== reader.manager)
      await earlier.put(partition, key(id, manager), { manager, day: reader.day });
    return readers.replace(before, reader);
  }

  /** Who sees it along is known as long as what they saw is kept: else their picture of the team would count it as unknown to them. */
  const readOn = (id: string, day: string) =>
    changeRow(readers, partition, key(id), (now) => (now.day < day ? { ...now, day } : now));

  return {
    draft: async (id) => (await drafts.get(partition, key(id)))?.value,
    drafts: async () =>
      (await drafts.range({ partition })).map(({ row, value }) => ({ id: row, matrix: value })),
    confirmed: async (id) => (await confirmed.get(partition, key(id)))?.value,
    begin: async (id, matrix) => {
      await readOn(id, matrix.day);
      return drafts.insert(partition, key(id), matrix);
    },
    change: async (id, change) => {
      const done = await changeRow(drafts, partition, key(id), change);
      if (done && done.after.day !== done.before.day) await readOn(id, done.after.day);
      return done?.after;
    },
    drop: async (id, may) => {
      const stored = await drafts.get(partition, key(id));
      return stored && may(stored.value) && (await drafts.removeRead(stored)) ? stored.value : undefined;
    },
    allConfirmed: () => all(confirmed),
    keep,
    confirm: async (id, { length, answers, alone, shares, job, appointment, list }, on) => {
      const before = (await confirmed.get(partition, key(id)))?.value;
      const tasks = list ? { tasks: list } : {};
      const content = { length, answers, alone, shares, job, appointment, ...tasks, ...on };
      await readOn(id, on.day);
      await keep(id, { ...content, since: since(content, before) });
      await drafts.remove(partition, key(id));
    },
    keepTold: async (id, told) => {
      await changeRow(confirmed, partition, key(id), (now) => ({ ...now, told }));
    },
    share: async (id, on) => {
      await changeRow(confirmed, partition, key(id), (now) => {
        if (!on) return withoutShared(now);
        return markOf(now) === on.state ? { ...now, shared: on.day } : now;
      });
    },
    reader: async (id) => {
      const reader = (await readers.get(partition, key(id)))?.value;
      return reader?.ended ? undefined : reader;
    },
    firstReader: async (id, reader) => {
      const before = await readers.get(partition, key(id));
      if (before) return before.value.ended === true && putAfter(id, before, reader);
      return readers.insert(partition, key(id), reader);
    },
    setReader: async (id, reader) => {
      const place = key(id);
      for (;;) {
        const before = await readers.get(partition, place);
        const isPut = before
          ? await putAfter(id, before, reader)
          : await readers.insert(partition, place, reader);
        if (isPut) return;
      }
    },
    endReader: async (id, manager) => {
      await changeRow(
        readers,
        partition,
        key(id),
        (now): MatrixReader =>
          now.manager === manager && !now.ended ? { ...withoutShared(now), ended: true } : now,
      );
    },
    shareAsReader: async (id, manager, state) => {
      await changeRow(readers, partition, key(id), (now) => {
        if (now.manager !== manager || now.ended) return now;
        return state === undefined ? withoutShared(now) : { ...now, shared: state };
      });
    },
    isAbout: async (id) => {
      const [before, ...found] = await Promise.all([
        earlier.range({ partition, ...below(id) }),
        drafts.get(partition, key(id)),
        confirmed.get(partition, key(id)),
        readers.get(partition, key(id)),
      ]);
      return before.length > 0 || found.some((row) => row !== undefined);
    },
    readers: () => all(readers),
    readBy: async (manager) =>
      (await readers.range({ partition, fieldIs: { field: 'manager', value: manager } })).map(
        ({ row }) => row,
      ),
    everybodyWhoRead: async () => {
      const [now, before] = await Promise.all([readers.range({ partition }), earlier.range({ partition })]);
      return whoReadWhat(now, before);
    },
    everReadBy: async (manager) => {
      const theirs = { partition, fieldIs: { field: 'manager', value: manager } } as const;
      const [now, before] = await Promise.all([readers.range(theirs), earlier.range(theirs)]);
      return whoReadWhat(now, before).get(manager) ?? new Map();
    },
  };
}
