import type { Storage, StorageOptions } from './storage.ts';

export { type LocalStorage, startAzurite, startOwnAzurite } from './azurite.ts';
export { changeOrAddRow, changeRow, changeRows, persistently } from './change.ts';
export { changeAllRows } from './change-all.ts';
export { emptyCoded } from './coded.ts';
export {
  type AnyTable,
  type CodeInKey,
  type DataSubject,
  defineTable,
  type PersonRange,
  type TableDefinition,
} from './definition.ts';
export { below, exactly, isKey, type KeyRange, key, partsOf } from './keys.ts';
export { TRANSACTION_ROWS } from './limits.ts';
export { eraseSubject, rowsAbout, type SubjectRows } from './person-data.ts';
export type { Queue, Received } from './queue.ts';
export { type Gone, noticingRemovals } from './removals.ts';
export { removeTogether } from './remove-together.ts';
export type { StorageRequest } from './request.ts';
export { enforceRetention } from './retention.ts';
export { isUnopened, sealedStorage } from './sealed.ts';
export type { Storage, StorageAddress, StorageOptions } from './storage.ts';
export type { RowChange, Stored, Table } from './table.ts';
export { withoutTrace } from './traceless.ts';
export { type StorageTrouble, storageTrouble } from './trouble.ts';
export { notingWrites } from './turn-writes.ts';
export { writeAll } from './write-all.ts';

/**
 * Opens storage and makes the tables and queues that do not exist yet. Throws when storage does not answer, or when a
 * table is used that was not registered. The Azure libraries are loaded only now: whoever asks the command line for help
 * need not wait for them.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { connect } = await import('./storage.ts');
  return connect(options);
}
