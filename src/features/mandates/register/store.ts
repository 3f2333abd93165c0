import { randomBytes } from 'node:crypto';
import { below, key, partsOf, type Storage, type Stored, writeAll } from '../../../storage/index.ts';
import type { ListChoices, ListMapping, ListReading } from './list-reading.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { pagesOf, recordsIn } from './pages.ts';
import { changed, noRecords, type Records, registerOf, replaced } from './records.ts';
import type { Register, RegisterEntry } from './register.ts';
import { type RegisterRow, registerTable } from './tables.ts';

/** The register as it was read: what is known now, and what was known before. */
export interface KnownRegister {
  lookup: Lookup;
  records: Records;
  /** Undefined before the first import. */
  pointer: Stored<RegisterRow> | undefined;
}

export interface MandateStore {
  /** What is known now: one point read while nothing changed, since the index is kept in memory. */
  current(): Promise<KnownRegister>;
  /**
   * Puts a whole register in the place of the one that was read; visible in one step. False when somebody else
   * changed it in between: then nothing changed. `at` is an ISO instant in UTC.
   */
  replace(read: KnownRegister, next: Register, at: string): Promise<boolean>;
  /**
   * Registers one entry, new or in the place of the one with its id. False when the register changed since it was
   * read.
   */
  register(read: KnownRegister, entry: RegisterEntry, at: string): Promise<boolean>;
  /** How the last list with these columns was read; `signature` is that of its columns. */
  mappingFor(signature: string): Promise<ListReading | undefined>;
  rememberMapping(signature: string, reading: ListReading): Promise<void>;
  /** How all lists with columns of their own were read, by signature. */
  mappings(): Promise<Map<string, ListReading>>;
}

const POINTER = key('pointer');
const CHANGE = 'change';
const VERSION = 'version';
const MAPPING = 'mapping';
const ATTEMPTS = 3;
/** Each page is up to 88 KB as it is sent: a command line far from its storage has two seconds for all of them. */
const PAGES_AT_ONCE = 10;
/** A version younger than this is not removed: somebody may still be writing or reading it. */
const IN_PROGRESS_MS = 3_600_000;

/** How a list was read, of the row that remembers it. */
const readingOf = (value: RegisterRow | undefined): ListReading | undefined =>
  value?.mapping && {
    ...(value.choices as ListChoices | undefined),
    kind: value.kind,
    mapping: value.mapping as ListMapping,
  };

/** A number as a part of a row key: all have one length, so that they sort as numbers. */
const sortable = (n: number) => `${n}`.padStart(8, '0');

/**
 * The register of one tenant. Pages are written under a version of their own before the pointer moves to it. `clock`
 * gives the real time in milliseconds: versions are as old as they are, whatever moment an import is recorded at.
 */
export function mandateStore(storage: Storage, tenant: string, clock: () => number = Date.now): MandateStore {
  const table = storage.table(registerTable);
  const home = key(tenant);
  let cache: KnownRegister | undefined;

  const emptyKnown: KnownRegister = {
    lookup: createLookup(registerOf(noRecords)),
    records: noRecords,
    pointer: undefined,
  };

  /** Undefined when the pointer moved while its pages were read. */
  async function load(pointer: Stored<RegisterRow>): Promise<KnownRegister | undefined> {
    const { version = '', changes = 0 } = pointer.value;
    const [pages, changeRows] = await Promise.all([
      table.range({ partition: key(tenant, version) }),
      changes > 0 ? table.range({ partition: home, ...below(CHANGE, version) }) : [],
    ]);
    if (changeRows.length !== changes || pages.length !== Number(version.split('-')[1])) return undefined;
    const imported = recordsIn(pages.flatMap(({ value }) => value.page ?? []));
    const records = changed(
      imported,
      changeRows.map(({ value: { entry, at = '' } }) => ({ entry: entry as RegisterEntry, at })),
    );
    return { pointer, records, lookup: createLookup(registerOf(records)) };
  }

  async function current(): Promise<KnownRegister> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const pointer = await table.get(home, POINTER);
      if (!pointer) return emptyKnown;
      if (cache?.pointer?.etag === pointer.etag) return cache;
      const known = await load(pointer);
      if (!known) continue;
      cache = known;
      return known;
    }
    throw new Error('the register kept changing while it was read');
  }

  const realTime = () => new Date(clock()).toISOString();

  /**
   * Removes versions that nobody can be reading any more: those before the previous one, and what a crash left behind.
   * First the version's own row is changed. Whoever was about to put that version into use then fails, so that the
   * pointer never leads to pages that are being removed.
   */
  async function dropVersions(keep: readonly (string | undefined)[]): Promise<void> {
    const old = new Date(clock() - IN_PROGRESS_MS).toISOString();
    for (const stored of await table.range({ partition: home, ...below(VERSION) })) {
      const { version = '', at = '' } = stored.value;
      if (keep.includes(version) || at > old) continue;
      if (!(await table.replace(stored, stored.value))) continue;
      if ((await table.get(home, POINTER))?.value.version === version) continue;
      for (const partition of [key(tenant, version), home]) {
        const range = partition === home ? below(CHANGE, version) : {};
        const rows = await table.range({ partition, ...range });
        await writeAll(
          table,
          partition,
          rows.map(({ row }) => ({ do: 'remove', row })),
        );
      }
      await table.remove(home, stored.row);
    }
  }

  return {
    current,
    replace: async (read, next, at) => {
      const pages = pagesOf(replaced(read.records, next, at));
      // The number of pages is in the name: a reader sees whether it has them all.
      const version = `${randomBytes(6).toString('hex')}-${pages.length}`;
      const row = key(VERSION, version);
      await table.put(home, row, { version, at: realTime() });
      const own = await table.get(home, row);
      if (!own) return false;
      for (let first = 0; first < pages.length; first += PAGES_AT_ONCE)
        await table.transact(
          key(tenant, version),
          pages
            .slice(first, first + PAGES_AT_ONCE)
            .map((page, n) => ({ do: 'put', row: sortable(first + n), value: { page } })),
        );
      const pointer = { version, changes: 0, at };
      // In one step with the version's own row: somebody who removes this version changed that row before.
      const flipped = await table.transact(home, [
        { do: 'replace', row, value: { version, at: realTime() }, etag: own.etag },
        read.pointer
          ? { do: 'replace', row: POINTER, value: pointer, etag: read.pointer.etag }
          : { do: 'insert', row: POINTER, value: pointer },
      ]);
      if (flipped) await dropVersions([version, read.pointer?.value.version]);
      return flipped;
    },
    register: async (read, entry, at) => {
      if (!read.pointer) return false;
      const { version = '', changes = 0 } = read.pointer.value;
      return table.transact(home, [
        { do: 'insert', row: key(CHANGE, version, sortable(changes)), value: { entry, at } },
        {
          do: 'replace',
          row: POINTER,
          value: { version, changes: changes + 1, at },
          etag: read.pointer.etag,
        },
      ]);
    },
    mappingFor: async (signature) => readingOf((await table.get(home, key(MAPPING, signature)))?.value),
    mappings: async () => {
      const rows = await table.range({ partition: home, ...below(MAPPING) });
      return new Map(
        rows.flatMap(({ row, value }) => {
          const reading = readingOf(value);
          return reading ? [[partsOf(row).at(-1) ?? '', reading] as const] : [];
        }),
      );
    },
    rememberMapping: (signature, { mapping, kind, ...choices }) =>
      table.put(home, key(MAPPING, signature), { mapping, kind, choices }),
  };
}
