import type { AnyTable, DataSubject } from './definition.ts';
import type { Storage } from './storage.ts';
import type { Stored } from './table.ts';

/** What one table holds about one person. */
export interface SubjectRows {
  definition: AnyTable;
  rows: Stored<object>[];
}

async function rowsIn(storage: Storage, definition: AnyTable, who: DataSubject) {
  if (definition.person.kind === 'none') return [];
  const table = storage.table(definition);
  const found = await Promise.all(definition.person.rows(who).map((range) => table.range(range)));
  return found.flat();
}

/** Everything that any registered table holds about one person, per table, tables without rows included. */
export async function rowsAbout(storage: Storage, who: DataSubject): Promise<SubjectRows[]> {
  return Promise.all(
    storage.definitions.map(async (definition) => ({
      definition,
      rows: await rowsIn(storage, definition, who),
    })),
  );
}

/**
 * Erases all rows about one person, records (audit, official register) excepted. May be repeated: a second run
 * finishes what a crash left. Gives the number of rows that were erased.
 */
export async function eraseSubject(storage: Storage, who: DataSubject): Promise<number> {
  let erased = 0;
  // Last registered first: the people stand at the beginning, and from their rows a next try finds all the others.
  for (const { definition, rows } of (await rowsAbout(storage, who)).toReversed()) {
    const { person } = definition;
    if (person.kind !== 'personal') continue;
    const table = storage.table(definition);
    for (const { partition, row } of rows) {
      // Twins first: if this stops halfway, the row that leads to them is still there for the next try.
      for (const twin of person.twins?.(row) ?? []) await table.remove(partition, twin);
      if (await table.remove(partition, row)) erased += 1;
    }
  }
  return erased;
}
