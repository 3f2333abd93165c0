import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableDefinition } from './definition.ts';

const turns = new AsyncLocalStorage<'traceless'>();

/**
 * Runs work that may leave no trace beside a person (trust:no-trace): from here on, and in all that it starts, a write to
 * a row that names somebody throws before anything is sent.
 */
export function withoutTrace<R>(work: () => Promise<R>): Promise<R> {
  return turns.run('traceless', work);
}

/** True within work that may leave no trace. */
export const isTraceless = (): boolean => turns.getStore() !== undefined;

/** Throws when a row that names people would be written by work that may leave no trace. */
export function refuseTrace({ name, namesPeople }: TableDefinition<never>, row: string): void {
  if (!isTraceless()) return;
  if (typeof namesPeople === 'function' ? namesPeople(row) : namesPeople)
    throw new Error(`a turn that may leave no trace would write to ${name}`);
}
