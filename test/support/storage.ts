import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type AnyTable, openStorage, type Storage } from '../../src/storage/index.ts';
import { PATIENCE_MS } from './patience.ts';

/** Storage on the run's Azurite with tables and queues of its own, and a list of every request it made. */
export async function testStorage(
  tables: readonly AnyTable[],
  queues: readonly string[] = [],
): Promise<{ storage: Storage; requests: { method: string; url: string }[]; prefix: string }> {
  const requests: { method: string; url: string }[] = [];
  const prefix = `t${randomBytes(5).toString('hex')}`;
  const storage = await openStorage({
    address: { connectionString: inject('connectionString') },
    tables,
    queues,
    prefix,
    attemptMs: PATIENCE_MS,
    onRequest: (request) => requests.push(request),
  });
  requests.length = 0;
  return { storage, requests, prefix };
}
