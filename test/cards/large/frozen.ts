import type { Queue, Storage, Table } from '../../../src/storage/index.ts';

/** Writes that are said to be done and are not: whoever reads next finds what was there before. */
const written = async () => true;

const quiet: Queue = {
  send: async () => {},
  receive: async () => [],
  giveBack: written,
  remove: written,
  depth: async () => 0,
  oldest: async () => undefined,
};

/**
 * Storage in which nothing changes any more: every write is said to be done, and everything is read once. So each card
 * is that of the town as it was made, whatever was tapped before.
 */
export function frozen(storage: Storage): Storage {
  const known = new Map<string, Promise<unknown>>();
  function once<R>(name: string, read: () => Promise<R>): Promise<R> {
    const before = known.get(name) as Promise<R> | undefined;
    const reading = before ?? read();
    known.set(name, reading);
    return reading;
  }
  return {
    ...storage,
    queue: () => quiet,
    table: (definition) => {
      const real = storage.table(definition);
      const named = (...parts: unknown[]) => JSON.stringify([definition.name, ...parts]);
      const table: typeof real = {
        definition,
        get: (partition, row) => once(named('get', partition, row), () => real.get(partition, row)),
        range: (selection) => once(named('range', selection), () => real.range(selection)),
        pages: real.pages,
        insert: written,
        put: async () => {},
        replace: written,
        remove: written,
        removeRead: written,
        transact: written,
      };
      return table satisfies Table<never> | typeof real;
    },
  };
}
