import type { Temporal } from 'temporal-polyfill';
import { remembered } from '../../../lib/remember.ts';
import { key, type Storage, TRANSACTION_ROWS } from '../../../storage/index.ts';
import { builtInTips } from '../content/index.ts';
import { asWritten } from '../content/pilot-words.ts';
import type { Tip } from '../content/types.ts';
import { type LibraryRow, tipLibraryTable } from '../tables.ts';

/** What a municipality made of the tips, by id. */
export type LibraryChanges = ReadonlyMap<string, LibraryRow>;

export interface TipLibrary {
  /** The municipality's changes as they stand now. One range. */
  changes(): Promise<LibraryChanges>;
  /** The tips that are on: built-in ones with the changes over them. Read again after a minute at the earliest. */
  tips(): Promise<readonly Tip[]>;
  /** Writes changes in one transaction, all or none; undefined takes a change back. At most `MOST_CHANGES`. */
  save(changes: ReadonlyMap<string, LibraryRow | undefined>): Promise<void>;
}

/** So many tips can change at once: one transaction, so that an import is there as a whole or not at all. */
export const MOST_CHANGES = TRANSACTION_ROWS;
const REMEMBERED_MS = 60_000;

/** The tips of a municipality: the built-in set with its own changes over it. */
export function tipsWith(changes: LibraryChanges): Tip[] {
  const builtIn = builtInTips.map((tip) => ({ tip, change: changes.get(tip.id) }));
  const known = new Set(builtInTips.map(({ id }) => id));
  const added = [...changes].filter(([id]) => !known.has(id)).map(([, change]) => change);
  return [
    ...builtIn.flatMap(({ tip, change }) => (change?.off ? [] : [change?.tip ? asWritten(change.tip) : tip])),
    ...added.flatMap(({ tip, off }) => (tip && !off ? [asWritten(tip)] : [])),
  ];
}

/** The library of one tenant. */
export function tipLibrary(storage: Storage, tenant: string, now: () => Temporal.Instant): TipLibrary {
  const table = storage.table(tipLibraryTable);
  const changes = async () => {
    const rows = await table.range({ partition: key(tenant) });
    return new Map(rows.map(({ row, value }) => [row, value]));
  };
  return {
    changes,
    tips: remembered(async () => tipsWith(await changes()), REMEMBERED_MS, now),
    save: async (list) => {
      const rows = [...list].map(([id, value]) =>
        value ? { do: 'put' as const, row: key(id), value } : { do: 'remove' as const, row: key(id) },
      );
      if (!(await table.transact(key(tenant), rows))) throw new Error('the tips were changed elsewhere');
    },
  };
}
