import pMap from 'p-map';
import type { AnyTable, DataSubject } from './definition.ts';
import { removeTogether } from './remove-together.ts';
import type { Storage } from './storage.ts';
import type { Stored } from './table.ts';

/** What one table holds about one person. */
export interface SubjectRows {
  definition: AnyTable;
  rows: Stored<object>[];
}

/**
 * So many tables are looked through side by side, and so many ranges of each: a few of the some hundreds that a municipality of
 * a hundred teams has for one person, since others are waiting for storage too.
 */
const AT_ONCE = 3;

async function rowsIn(storage: Storage, definition: AnyTable, who: DataSubject) {
  if (definition.person.kind === 'none') return [];
  const table = storage.table(definition);
  const found = await pMap(
    definition.person.rows(who),
    async ({ isTheirs = () => true, ...range }) => {
      const rows: Stored<object>[] = await table.range(range);
      return rows.filter(isTheirs);
    },
    { concurrency: AT_ONCE },
  );
  return found.flat();
}

/** Everything that any registered table holds about one person, per table, tables without rows included. */
export async function rowsAbout(storage: Storage, who: DataSubject): Promise<SubjectRows[]> {
  return pMap(
    storage.definitions,
    async (definition) => ({ definition, rows: await rowsIn(storage, definition, who) }),
    { concurrency: AT_ONCE },
  );
}

/**
 * How often we look at most. When there is something new each time, somebody goes on writing, and we do not
 * chase their rows for ever.
 */
const MOST_LOOKS = 4;

/**
 * Erases all rows about one person, records (audit, official register) excepted, and looks again until there are none:
 * a tap of a moment before may have been writing meanwhile. May be repeated: a second run finishes what a crash left.
 * Gives the number of rows that were erased.
 */
export async function eraseSubject(storage: Storage, who: DataSubject): Promise<number> {
  let erased = 0;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = await eraseFound(storage, who);
    if (found === 0) break;
    erased += found;
  }
  return erased;
}

async function eraseFound(storage: Storage, who: DataSubject): Promise<number> {
  let erased = 0;
  // The tables that were registered last go first. People are registered first: as long as their rows stand,
  // a next try finds all the others.
  for (const { definition, rows } of (await rowsAbout(storage, who)).toReversed()) {
    const { person } = definition;
    if (person.kind !== 'personal') continue;
    const table = storage.table(definition);
    for (const { partition, row } of rows) {
      // A row goes together with its twins: a write at the same moment finds all of them or none, and no twin
      // is left without the row that leads to it.
      const twins = person.twins?.(row) ?? [];
      const gone =
        twins.length > 0
          ? await removeTogether(table, partition, [row, ...twins])
          : await table.remove(partition, row);
      if (gone) erased += 1;
    }
  }
  return erased;
}
