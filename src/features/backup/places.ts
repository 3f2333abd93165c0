import { newPlaces } from '../../people/key-codes.ts';
import { knownAccounts } from '../../people/key-move.ts';
import { peopleTable } from '../../people/tables.ts';
import type { Gone } from '../../storage/index.ts';
import type { Services } from '../module.ts';
import { rowsIn } from './reading.ts';
import type { SavedRow } from './rows.ts';
import type { SealedFile } from './sealed-file.ts';

/** The accounts that a row of `people` is or was bound to. */
export const accountsIn = ({ value: { directoryId, formerAccounts } }: SavedRow): string[] =>
  [directoryId, ...(Array.isArray(formerAccounts) ? formerAccounts : [])].filter(
    (one) => typeof one === 'string',
  );

/** One text for one place, and another one for every other. */
export const nameOfPlace = ({ table, partition, row }: Gone): string => `${table} ${partition} ${row}`;

/**
 * Gives for a row of a file each place where it may stand by now: its own, and those under the codes of the other keys there are.
 * Tells by the people of the file and of storage.
 */
export async function placesUnderEveryKey(
  { people, asStored, pseudonymise, ring }: Services,
  file: SealedFile,
): Promise<(saved: SavedRow) => Gone[]> {
  const making = [pseudonymise, ...ring.pseudonymisers()];
  if (making.length === 1) return (saved) => [saved];
  const accounts = new Set(await knownAccounts({ people }));
  for await (const saved of rowsIn(file))
    if (saved.table === peopleTable.name) for (const one of accountsIn(saved)) accounts.add(one);
  const ways = making.map((to) => newPlaces([...accounts], making, to));
  const definitions = new Map(asStored.definitions.map((definition) => [definition.name, definition]));
  return (saved) => {
    const definition = definitions.get(saved.table);
    if (!definition?.codes) return [saved];
    return [saved, ...ways.map((placeOf) => ({ ...placeOf(definition, saved), table: saved.table }))];
  };
}
