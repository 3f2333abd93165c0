import { randomBytes } from 'node:crypto';
import { TableServiceClient } from '@azure/data-tables';
import { inject } from 'vitest';
import { type AnyTable, openStorage, type Storage } from '../../src/storage/index.ts';
import type { OnRequest } from '../../src/storage/request.ts';
import { refuseAsAzure } from './azure-limits.ts';
import { PATIENCE_MS } from './patience.ts';

/**
 * Storage on the run's Azurite with tables and queues of its own, and a list of every request it made. It refuses what Azure refuses.
 * `onRequest` is told of each as well.
 */
export async function testStorage(
  tables: readonly AnyTable[],
  queues: readonly string[] = [],
  onRequest: OnRequest = () => {},
): Promise<{ storage: Storage; requests: { method: string; url: string }[]; prefix: string }> {
  const requests: { method: string; url: string }[] = [];
  const prefix = newPrefix(tables);
  const storage = await openStorage({
    address: { connectionString: inject('connectionString') },
    tables,
    queues,
    prefix,
    attemptMs: PATIENCE_MS,
    onRequest: (request) => {
      refuseAsAzure(request);
      onRequest(request);
      requests.push({ method: request.method, url: request.url });
    },
  });
  requests.length = 0;
  return { storage, requests, prefix };
}

/** The same tables to a version of Kompas that sealed nothing yet. */
export function olderStorage(prefix: string): Promise<Storage> {
  const tables = (given.get(prefix) ?? []).map((table) => ({ ...table, sealed: undefined }));
  return openStorage({
    address: { connectionString: inject('connectionString') },
    tables,
    queues: [],
    prefix,
    attemptMs: PATIENCE_MS,
  });
}

/** What was asked of storage, each request by its method and table, as 'GET people'. A transaction is 'POST $batch'. */
export function asked(requests: readonly { method: string; url: string }[]): string[] {
  return requests.map(({ method, url }) => {
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    return `${method} ${name.replace(/^t[0-9a-f]{10}/, '').replace(/\(.*$/, '')}`;
  });
}

/** Prefixes that were given out in this test file, whose tables are still there. */
const given = new Map<string, readonly AnyTable[]>();

/** A prefix of its own, for tables that are taken away again at the end of the test file at the latest. */
export function newPrefix(tables: readonly AnyTable[]): string {
  const prefix = `t${randomBytes(5).toString('hex')}`;
  given.set(prefix, tables);
  return prefix;
}

/** Takes tables away: of tens of thousands, which a whole run would leave, each makes the next one slower to come by. */
export async function takeAway(prefix: string): Promise<void> {
  const tables = given.get(prefix) ?? [];
  given.delete(prefix);
  const service = TableServiceClient.fromConnectionString(inject('connectionString'), {
    allowInsecureConnection: true,
  });
  await Promise.all(tables.map(({ name }) => service.deleteTable(prefix + name)));
}

/** Takes away what is left of the tables that this test file got. */
export async function takeAllAway(): Promise<void> {
  for (const prefix of [...given.keys()]) await takeAway(prefix);
}
