import {
  type AnyTable,
  isUnopened,
  partsOf,
  type RowChange,
  type Storage,
  type Stored,
  sealedStorage,
  type Table,
} from '../storage/index.ts';
import { type NewPlaceOf, newPlaces } from './key-codes.ts';
import type { KeyRing } from './key-ring.ts';
import { type Pseudonymise, pseudonymiser } from './pseudonym.ts';
import type { PeopleStore } from './store.ts';

/** What moving rows to another key needs. */
export interface MoveTools {
  tenant: string;
  /** As it stands there: what goes from one place to another was not taken back by anybody. */
  asStored: Storage;
  people: Pick<PeopleStore, 'everybody'>;
  pseudonymise: Pseudonymise;
  secret(purpose: string): Buffer;
  ring: KeyRing;
}

/** How many rows went to the new key, and stay under a code of nobody who is known. */
export interface Moved {
  /** To another code. */
  moved: number;
  /** Sealed anew where they stood. */
  resealed: number;
  /** Under a code that no known person has: of somebody who left long ago, or who erased themselves. */
  unknown: number;
  /** What is sealed in them opens with no key that is here. They stay as they are. */
  unopened: number;
}

/** So many bytes go in one transaction at most: Azure Tables takes 4 MiB, and what is packed here is more when it travels. */
const TRANSACTION_BYTES = 1_000_000;
/** To insert one row and remove another are two changes, of a hundred. */
const PAIRS = 50;

/** Accounts of everybody who is known, those that their rows were bound to before included. */
export async function knownAccounts({ people }: Pick<MoveTools, 'people'>): Promise<string[]> {
  const everybody = await people.everybody();
  const accounts = everybody.flatMap(({ directoryId, formerAccounts = [] }) => [
    ...(directoryId ? [directoryId] : []),
    ...formerAccounts,
  ]);
  return [...new Set(accounts)];
}

/** The rows of one tenant's table, a partition at a time. */
async function* partitions<T extends object>(table: Table<T>, tenant: string): AsyncIterable<Stored<T>[]> {
  let together: Stored<T>[] = [];
  for await (const page of table.pages())
    for (const stored of page) {
      if (partsOf(stored.partition)[0] !== tenant) continue;
      if (together[0] && together[0].partition !== stored.partition) {
        yield together;
        together = [];
      }
      together.push(stored);
    }
  if (together.length > 0) yield together;
}

/** Tables with codes in their keys, or with sealed fields. */
const isUnderKey = ({ codes, sealed }: AnyTable) => codes !== undefined || sealed !== undefined;

/**
 * Moves everything that stands under another key of the ring to the one of `KOMPAS_SECRET`: codes in keys, and what is sealed. Of
 * one partition all rows together, in the order of their keys, so that the moment of writing tells nothing of anybody
 * (trust:no-trace). A row comes and its old one goes in one transaction; where a code is a partition, it comes first. May be
 * repeated, and twice at once ends the same. For an installation that does not run.
 */
export async function moveToKey(tools: MoveTools): Promise<Moved> {
  const { tenant, asStored, secret, ring, pseudonymise } = tools;
  const { next } = ring;
  const to = next ?? secret;
  const storages = {
    // Reads and seals with the new key alone, to see what is not under it.
    fresh: sealedStorage(asStored, () => to('sealed fields')),
    all: sealedStorage(
      asStored,
      () => secret('sealed fields'),
      () => ring.others('sealed fields'),
    ),
  };
  const placeOf = newPlaces(
    await knownAccounts(tools),
    [pseudonymise, ...ring.pseudonymisers()],
    next ? pseudonymiser(next('pseudonyms'), tenant) : pseudonymise,
  );
  const counts: Moved = { moved: 0, resealed: 0, unknown: 0, unopened: 0 };
  for (const definition of asStored.definitions.filter(isUnderKey))
    for await (const rows of partitions(storages.all.table(definition), tenant)) {
      const stale = definition.sealed ? await staleIn(storages.fresh.table(definition), rows) : new Set();
      await movePartition({ table: storages.fresh.table(definition), rows, stale, placeOf, counts });
    }
  return counts;
}

/** The rows of a partition of which what is sealed does not open with the new key. */
async function staleIn(fresh: Table<object>, rows: readonly Stored<object>[]): Promise<Set<unknown>> {
  const again = await fresh.range({ partition: rows[0]?.partition });
  return new Set(again.filter(({ value }) => isUnopened(value)).map(({ row }) => row));
}

interface PartitionMove {
  /** Seals with the new key. */
  table: Table<object>;
  /** As they open with any key. */
  rows: readonly Stored<object>[];
  stale: ReadonlySet<unknown>;
  placeOf: NewPlaceOf;
  counts: Moved;
}

async function movePartition({ table, rows, stale, placeOf, counts }: PartitionMove): Promise<void> {
  const { definition } = table;
  const partition = rows[0]?.partition ?? '';
  const standing = new Set(rows.map(({ row }) => row));
  const changes: RowChange<object>[][] = [];
  for (const stored of rows) {
    const to = placeOf(definition, stored);
    if (to.is === 'unknown') counts.unknown += 1;
    if (isUnopened(stored.value)) {
      counts.unopened += 1;
    } else if (to.partition !== partition) {
      // The row that is there already is the later one: it was written under the new key.
      await table.insert(to.partition, to.row, stored.value);
      if (await table.removeRead(stored)) counts.moved += 1;
    } else if (to.is === 'moved') {
      const remove = { do: 'remove' as const, row: stored.row };
      const come = { do: 'insert' as const, row: to.row, value: stored.value };
      changes.push(standing.has(to.row) ? [remove] : [come, remove]);
      counts.moved += 1;
    } else if (stale.has(stored.row)) {
      changes.push([{ do: 'replace', row: stored.row, value: stored.value, etag: stored.etag }]);
      counts.resealed += 1;
    }
  }
  const size = Math.max(1, Math.min(PAIRS, Math.floor(TRANSACTION_BYTES / (definition.sealed?.bytes ?? 1))));
  for (let start = 0; start < changes.length; start += size)
    await table.transact(partition, changes.slice(start, start + size).flat());
}

/** How much still stands under another key than the present one, as far as that can be seen. */
export interface LeftUnderOlder {
  /** Rows from before the move, under a code of nobody who is known. */
  rows: number;
  /** Rows from before the move with marks that only the key they were made with can tell. */
  marked: number;
}

/** Counts what an older key is still needed for, after everything went to the present one on the ISO date `since`. */
export async function leftUnderOlder(tools: MoveTools, since: string): Promise<LeftUnderOlder> {
  const { tenant, asStored, pseudonymise } = tools;
  const placeOf = newPlaces(await knownAccounts(tools), [], pseudonymise);
  const left: LeftUnderOlder = { rows: 0, marked: 0 };
  for (const definition of asStored.definitions) {
    if (!definition.codes && !definition.isMarked) continue;
    const { retention } = definition;
    const from = 'from' in retention ? retention.from : '';
    for await (const rows of partitions(asStored.table(definition), tenant))
      for (const stored of rows) {
        const day = (stored.value as Record<string, unknown>)[from];
        if (typeof day === 'string' && day > since) continue;
        if (placeOf(definition, stored).is === 'unknown') left.rows += 1;
        if (definition.isMarked?.(stored.value)) left.marked += 1;
      }
  }
  return left;
}
