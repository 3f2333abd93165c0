import { odata, RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { TableDefinition } from './definition.ts';
import { jsonField, jsonIn, textField } from './field.ts';
import { TRANSACTION_ROWS } from './limits.ts';
import { refuseTrace } from './traceless.ts';
import { noteWrite } from './turn-writes.ts';

/** A row as it was read: `etag` guards a later `replace`. */
export interface Stored<T> {
  partition: string;
  row: string;
  etag: string;
  value: T;
}

/** One change within a transaction. `insert` fails the whole transaction when the row exists. */
export type RowChange<T> =
  | { do: 'put'; row: string; value: T }
  | { do: 'insert'; row: string; value: T }
  | { do: 'replace'; row: string; value: T; etag: string }
  | { do: 'remove'; row: string };

/** Rows to read: one partition or all, all of it or a range of row keys. */
export interface Selection {
  partition?: string;
  from?: string;
  below?: string;
  /** Only rows in which this text field sorts before the value. */
  fieldBelow?: { field: string; value: string };
  /** Only rows in which this text field is exactly the value. */
  fieldIs?: { field: string; value: string };
  /** Only rows in which this text field is exactly one of these values, of which there is at least one. */
  fieldIn?: { field: string; values: readonly string[] };
  /** No more rows than this, the first in the order of their keys. */
  most?: number;
}

/** So many rows come in one answer at most (Azure Tables). */
export const PAGE_ROWS = 1_000;

/** A typed table. Every method is one request (a range: one a 1,000 rows), so callers can count what they cost. */
export interface Table<T extends object> {
  readonly definition: TableDefinition<T>;
  get(partition: string, row: string): Promise<Stored<T> | undefined>;
  /** False when the row exists already: the unique insert that serves as a lock. */
  insert(partition: string, row: string, value: T): Promise<boolean>;
  /** Inserts or replaces the whole row. */
  put(partition: string, row: string, value: T): Promise<void>;
  /** Replaces a row only if nobody changed it since it was read; false otherwise. */
  replace(read: Stored<T>, value: T): Promise<boolean>;
  /** False when there was no such row. */
  remove(partition: string, row: string): Promise<boolean>;
  /** Removes a row only if nobody changed it since it was read; false otherwise. */
  removeRead(read: Stored<T>): Promise<boolean>;
  range(selection: Selection): Promise<Stored<T>[]>;
  /** All rows in the order of their keys, some at a time: at most `rows`, which is `PAGE_ROWS` when left out. */
  pages(rows?: number): AsyncIterable<Stored<T>[]>;
  /** All changes or none, in one request: at most 100 rows of one partition (RangeError otherwise). */
  transact(partition: string, changes: readonly RowChange<T>[]): Promise<boolean>;
}

type Entity = Record<string, unknown> & { partitionKey: string; rowKey: string };

function status(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

async function orWhen<R>(codes: readonly number[], result: R, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(status(error) ?? 0)) return result;
    throw error;
  }
}

function filterOf({ partition, from, below, fieldBelow, fieldIs, fieldIn }: Selection): string | undefined {
  const parts = [
    partition === undefined ? undefined : odata`PartitionKey eq ${partition}`,
    from === undefined ? undefined : odata`RowKey ge ${from}`,
    below === undefined ? undefined : odata`RowKey lt ${below}`,
    // The `odata` helper only quotes a value that has some text before it.
    fieldBelow === undefined ? undefined : fieldBelow.field + odata` lt ${fieldBelow.value}`,
    fieldIs === undefined ? undefined : fieldIs.field + odata` eq ${fieldIs.value}`,
    fieldIn && `(${fieldIn.values.map((value) => fieldIn.field + odata` eq ${value}`).join(' or ')})`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

/**
 * Gives a table its typed shape; `client` speaks to Azure Tables or Azurite. Writing throws for a field that is `sealed` in
 * the definition: `sealedStorage` gives the same table to whoever holds the key.
 */
export function openTable<T extends object>(definition: TableDefinition<T>, client: TableClient): Table<T> {
  const json = new Set<string>(definition.json ?? []);
  const sealed = new Set<string>(definition.sealed?.fields ?? []);

  function entityOf(partitionKey: string, rowKey: string, value: T): Entity {
    const entity: Entity = { partitionKey, rowKey };
    for (const [field, content] of Object.entries(value)) {
      if (content === undefined) continue;
      if (sealed.has(field)) throw new Error(`${field} of ${definition.name} would be written unsealed`);
      if (json.has(field)) entity[field] = jsonField(content);
      else entity[field] = typeof content === 'string' ? textField(content) : content;
    }
    return entity;
  }

  function storedOf(entity: Record<string, unknown>): Stored<T> {
    const value: Record<string, unknown> = {};
    for (const [field, content] of Object.entries(entity)) {
      if (['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata'].includes(field)) continue;
      value[field] = json.has(field) ? jsonIn(content) : content;
    }
    return {
      partition: String(entity.partitionKey),
      row: String(entity.rowKey),
      etag: String(entity.etag),
      value: value as T,
    };
  }

  function actionOf(partition: string, change: RowChange<T>): TransactionAction {
    if (change.do === 'remove') return ['delete', { partitionKey: partition, rowKey: change.row }];
    const entity = entityOf(partition, change.row, change.value);
    if (change.do === 'insert') return ['create', entity];
    if (change.do === 'put') return ['upsert', entity, 'Replace'];
    return ['update', entity, 'Replace', { etag: change.etag }];
  }

  return {
    definition,
    get: (partition, row) =>
      orWhen([404], undefined, async () => storedOf(await client.getEntity(partition, row))),
    insert: (partition, row, value) =>
      orWhen([409], false, async () => {
        refuseTrace(definition, row);
        noteWrite(definition);
        await client.createEntity(entityOf(partition, row, value));
        return true;
      }),
    put: async (partition, row, value) => {
      refuseTrace(definition, row);
      noteWrite(definition);
      await client.upsertEntity(entityOf(partition, row, value), 'Replace');
    },
    replace: (read, value) =>
      orWhen([404, 412], false, async () => {
        refuseTrace(definition, read.row);
        noteWrite(definition);
        await client.updateEntity(entityOf(read.partition, read.row, value), 'Replace', { etag: read.etag });
        return true;
      }),
    remove: (partition, row) =>
      orWhen([404], false, async () => {
        refuseTrace(definition, row);
        await client.deleteEntity(partition, row);
        return true;
      }),
    removeRead: ({ partition, row, etag }) =>
      orWhen([404, 412], false, async () => {
        refuseTrace(definition, row);
        await client.deleteEntity(partition, row, { etag });
        return true;
      }),
    range: async (selection) => {
      const filter = filterOf(selection);
      const rows: Stored<T>[] = [];
      for await (const entity of client.listEntities(filter ? { queryOptions: { filter } } : {})) {
        rows.push(storedOf(entity as Record<string, unknown>));
        if (rows.length === selection.most) break;
      }
      return rows;
    },
    pages: async function* (rows = PAGE_ROWS) {
      for await (const page of client.listEntities().byPage({ maxPageSize: rows }))
        yield page.map((entity) => storedOf(entity as Record<string, unknown>));
    },
    transact: (partition, changes) => {
      if (changes.length > TRANSACTION_ROWS)
        throw new RangeError(`${changes.length} rows in one transaction`);
      if (changes.length === 0) return Promise.resolve(true);
      return orWhen([404, 409, 412], false, async () => {
        for (const { row } of changes) refuseTrace(definition, row);
        if (changes.some((change) => change.do !== 'remove')) noteWrite(definition);
        await client.submitTransaction(changes.map((change) => actionOf(partition, change)));
        return true;
      });
    },
  };
}
