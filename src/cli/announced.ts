import { PROBE_QUEUE, probeTable } from '../features/doctor/tables.ts';
import { auditTable } from '../people/tables.ts';
import type { Queue, Storage, Table } from '../storage/index.ts';

/** Tables in which a write changes nothing that is kept. */
const quiet = [auditTable.name, probeTable.name];

/**
 * The same storage, which calls `announce` before its first change and not again. What is written in the log does not
 * count: there it also says who read something. Nor does a probe, which leaves nothing.
 */
export function announced(storage: Storage, announce: () => void): Storage {
  let isSaid = false;
  function say(): void {
    if (isSaid) return;
    isSaid = true;
    announce();
  }
  const first =
    <A extends unknown[], R>(change: (...given: A) => R) =>
    (...given: A): R => {
      say();
      return change(...given);
    };
  const tableOf = <T extends object>(table: Table<T>): Table<T> => ({
    ...table,
    insert: first(table.insert),
    put: first(table.put),
    replace: first(table.replace),
    remove: first(table.remove),
    removeRead: first(table.removeRead),
    transact: (partition, changes) => {
      if (changes.length > 0) say();
      return table.transact(partition, changes);
    },
  });
  const queueOf = (queue: Queue): Queue => ({
    ...queue,
    send: first(queue.send),
    receive: first(queue.receive),
    giveBack: first(queue.giveBack),
    remove: first(queue.remove),
  });
  return {
    ...storage,
    table: (definition) => {
      const table = storage.table(definition);
      return quiet.includes(definition.name) ? table : tableOf(table);
    },
    queue: (name) => (name === PROBE_QUEUE ? storage.queue(name) : queueOf(storage.queue(name))),
  };
}
