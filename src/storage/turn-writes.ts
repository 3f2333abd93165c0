import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableDefinition } from './definition.ts';

interface Writes {
  aboutSomebody: boolean;
}

const turns = new AsyncLocalStorage<Writes>();

/**
 * Runs the work of a turn and tells whether it wrote rows about somebody that an erasure of a moment before would have missed
 * (trust:see-and-erase). Tables that guard themselves do not count.
 */
export async function notingWrites<R>(
  work: () => Promise<R>,
): Promise<{ result: R; aboutSomebody: boolean }> {
  const writes: Writes = { aboutSomebody: false };
  const result = await turns.run(writes, work);
  return { result, aboutSomebody: writes.aboutSomebody };
}

/** Notes that the turn that goes on writes to a table. */
export function noteWrite({ person }: TableDefinition<never>): void {
  const writes = turns.getStore();
  if (writes && person.kind === 'personal' && !person.guardsItself) writes.aboutSomebody = true;
}
