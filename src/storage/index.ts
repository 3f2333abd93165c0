export { type LocalStorage, startAzurite, startOwnAzurite } from './azurite.ts';
export { changeOrAddRow, changeRow, changeRows } from './change.ts';
export {
  type AnyTable,
  type DataSubject,
  defineTable,
  type PersonRange,
  type TableDefinition,
} from './definition.ts';
export { below, exactly, type KeyRange, key, partsOf } from './keys.ts';
export { eraseSubject, rowsAbout, type SubjectRows } from './person-data.ts';
export type { Queue, Received } from './queue.ts';
export { removeTogether } from './remove-together.ts';
export { enforceRetention } from './retention.ts';
export { openStorage, type Storage, type StorageAddress, type StorageOptions } from './storage.ts';
export { type RowChange, type Stored, type Table, TRANSACTION_ROWS } from './table.ts';
export { writeAll } from './write-all.ts';
