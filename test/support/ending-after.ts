import type { Storage } from '../../src/storage/index.ts';

/** Storage of which writing to what stands under a key ends after so many requests, as when a machine stops. */
export function endingAfter(storage: Storage, writes: number): Storage {
  let left = writes;
  const counted =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    (...given: A) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('the machine stopped')) : work(...given);
    };
  return {
    ...storage,
    table: (definition) => {
      const table = storage.table(definition);
      if (!definition.codes && !definition.sealed) return table;
      return {
        ...table,
        insert: counted(table.insert),
        transact: counted(table.transact),
        removeRead: counted(table.removeRead),
      };
    },
  };
}
