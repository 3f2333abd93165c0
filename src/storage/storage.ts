import { TableClient, TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { storageCredential } from './credential.ts';
import type { AnyTable, TableDefinition } from './definition.ts';
import { openQueue, type Queue } from './queue.ts';
import type { OnRequest } from './request.ts';
import { openTable, type Table } from './table.ts';
import { isTraceless } from './traceless.ts';

/**
 * Where storage is: a connection string (Azurite, or a key), or an account that is reached without one. `clientId` names
 * the user-assigned identity that reaches it; without it, whoever the environment says that we are.
 */
export type StorageAddress = { connectionString: string } | { account: string; clientId?: string };

/** All tables and queues of one installation. */
export interface Storage {
  table<T extends object>(definition: TableDefinition<T>): Table<T>;
  queue(name: string): Queue;
  /** Every table that was registered, for retention, "mijn gegevens" and "vergeet mij". */
  readonly definitions: readonly AnyTable[];
  readonly queueNames: readonly string[];
  /** Resolves when tables answer; rejects within a few seconds otherwise. */
  ping(): Promise<void>;
  /** What time it is by the storage server, to the second; undefined where it does not tell. Rejects as `ping` does. */
  serverTime(): Promise<Date | undefined>;
}

export interface StorageOptions {
  address: StorageAddress;
  tables: readonly AnyTable[];
  queues: readonly string[];
  /** Put before each table and queue name, so that several installations or tests can share one account. */
  prefix?: string;
  /** How long one attempt may take, in milliseconds; two seconds when left out, since somebody in Teams waits. */
  attemptMs?: number;
  /** Called for every HTTP request to storage: they are counted by table, and tests refuse. */
  onRequest?: OnRequest;
}

/**
 * Teams waits about five seconds for the answer to a card action, so storage gets two short attempts and then the
 * person is told; background work has its own retries.
 */
const ATTEMPT_MS = 2_000;
const TRIES = 2;
/** More than what passes before and between attempts. */
const WAITS_MS = 1_000;
const waits = { retryDelayInMs: 100, maxRetryDelayInMs: 300 };
/** The SDK heeds any `Retry-After`, hours too, with whoever waits. One that asks for longer than this is tried again as if it said nothing. */
const LONGEST_RETRY_AFTER_MS = 1_000;

interface PipelineRequest {
  method: string;
  url: string;
  timeout: number;
  body?: unknown;
}

interface PipelineResponse {
  headers: { get(name: string): string | undefined; delete(name: string): void };
}

/** Takes away a `Retry-After`, in seconds or as a date, that asks for a longer wait than there is time for. */
function withinPatience<R extends PipelineResponse>(response: R): R {
  const { headers } = response;
  const asked = headers.get('retry-after');
  const isShort = asked !== undefined && Number(asked) * 1_000 <= LONGEST_RETRY_AFTER_MS;
  if (!isShort) headers.delete('retry-after');
  return response;
}

function tableOptions(onRequest: OnRequest, attemptMs: number, table?: string) {
  const policy = {
    name: 'kompas-attempt',
    sendRequest: async <Q extends PipelineRequest, R extends PipelineResponse>(
      request: Q,
      next: (request: Q) => Promise<R>,
    ) => {
      const { method, url, body } = request;
      request.timeout = attemptMs;
      onRequest({
        service: 'table',
        table: isTraceless() ? undefined : table,
        method,
        url,
        body: typeof body === 'string' ? body : undefined,
      });
      return withinPatience(await next(request));
    },
  };
  return {
    allowInsecureConnection: true,
    retryOptions: { ...waits, maxRetries: TRIES - 1 },
    additionalPolicies: [{ position: 'perRetry' as const, policy }],
  };
}

function services(address: StorageAddress, prefix: string, onRequest: OnRequest, attemptMs: number) {
  const options = tableOptions(onRequest, attemptMs);
  const optionsOf = (name: string) => tableOptions(onRequest, attemptMs, name);
  const queueOptions = { retryOptions: { ...waits, maxTries: TRIES, tryTimeoutInMs: attemptMs } };
  if ('account' in address) {
    const credential = storageCredential(address);
    const tableUrl = `https://${address.account}.table.core.windows.net`;
    const queueUrl = `https://${address.account}.queue.core.windows.net`;
    return {
      tables: new TableServiceClient(tableUrl, credential, options),
      queues: new QueueServiceClient(queueUrl, credential, queueOptions),
      tableClient: (name: string) => new TableClient(tableUrl, prefix + name, credential, optionsOf(name)),
    };
  }
  const { connectionString } = address;
  return {
    tables: TableServiceClient.fromConnectionString(connectionString, options),
    queues: QueueServiceClient.fromConnectionString(connectionString, queueOptions),
    tableClient: (name: string) =>
      TableClient.fromConnectionString(connectionString, prefix + name, optionsOf(name)),
  };
}

/** Opens storage: see `openStorage` in `index.ts`, which loads this file. */
export async function connect(options: StorageOptions): Promise<Storage> {
  const onRequest = options.onRequest ?? (() => {});
  const { attemptMs = ATTEMPT_MS } = options;
  const prefix = options.prefix ?? '';
  const { tables, queues, tableClient } = services(options.address, prefix, onRequest, attemptMs);
  await Promise.all([
    ...options.tables.map((definition) => tables.createTable(prefix + definition.name)),
    ...options.queues.map((name) => queues.getQueueClient(prefix + name).createIfNotExists()),
  ]);
  const opened = new Map(
    options.tables.map((definition) => [
      definition.name,
      openTable(definition, tableClient(definition.name)),
    ]),
  );
  return {
    definitions: options.tables,
    queueNames: options.queues,
    table: <T extends object>(definition: TableDefinition<T>) => {
      const table = opened.get(definition.name);
      if (!table) throw new Error(`table ${definition.name} is not registered in kompas.ts`);
      return table as unknown as Table<T>;
    },
    queue: (name) => openQueue(queues.getQueueClient(prefix + name), onRequest, TRIES * attemptMs + WAITS_MS),
    ping: async () => {
      for await (const _page of tables.listTables().byPage({ maxPageSize: 1 })) return;
    },
    serverTime: async () => {
      let told: string | undefined;
      // The same request as that of `ping`: to read the properties of the service takes a role that Kompas does not have.
      const onResponse = ({ headers }: { headers: { get(name: string): string | undefined } }) => {
        told = headers.get('date');
      };
      for await (const _page of tables.listTables({ onResponse }).byPage({ maxPageSize: 1 })) break;
      return told === undefined ? undefined : new Date(told);
    },
  };
}
