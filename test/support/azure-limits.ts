import type { StorageRequest } from '../../src/storage/index.ts';

/**
 * What Azure Tables and Queues refuse, whatever Azurite lets pass. From Microsoft's "Understanding the Table service data
 * model", "Performing entity group transactions" and "Scalability and performance targets for Queue Storage". Sizes are
 * those of UTF-16, in which Azure Tables keeps texts.
 */
const LONGEST_KEY = 1_024 / 2;
const LONGEST_TEXT = 65_536 / 2;
const LARGEST_ENTITY = 1_048_576;
const MOST_PROPERTIES = 252;
const LONGEST_PROPERTY_NAME = 255;
const MOST_IN_TRANSACTION = 100;
const LARGEST_TRANSACTION = 4 * 1_048_576;
const LARGEST_LETTER = 65_536;

const inTables = /^[A-Za-z][A-Za-z0-9]{2,62}$/;
const inQueues = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** An identifier of C#. */
const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there.
const forbiddenInKey = /[/\\#?\u0000-\u001f\u007f-\u009f]/;

type Json = Record<string, unknown>;

/** One row as it is asked for or changed. */
interface Row {
  partition: string;
  row: string;
  /** What is written; nothing for reading and removing. */
  entity?: Json;
}

function* wrongKey(what: string, key: string): Generator<string> {
  if (key.length > LONGEST_KEY) yield `a ${what} of ${key.length} characters`;
  if (forbiddenInKey.test(key)) yield `a character in a ${what} that may not be there`;
  if (!key.isWellFormed()) yield `half a surrogate pair in a ${what}`;
}

const keys = ['PartitionKey', 'RowKey'];
const isAnnotation = (name: string) => name.includes('odata.');

/** Bytes that Azure counts for a property: its name, its kind and its value. */
function sizeOf(name: string, value: unknown): number {
  const bytes = typeof value === 'string' ? 4 + 2 * value.length : typeof value === 'boolean' ? 1 : 8;
  return 8 + 2 * name.length + bytes;
}

function* wrongProperty(name: string, value: unknown): Generator<string> {
  if (name.length > LONGEST_PROPERTY_NAME || !identifier.test(name)) yield 'a name that no property may have';
  if (name.toLowerCase() === 'timestamp') yield 'a property that is Azure’s own';
  if (typeof value === 'object' && value !== null) yield `a list or object in ${name}`;
  if (typeof value !== 'string') return;
  if (value.length > LONGEST_TEXT) yield `a text of ${value.length} characters in ${name}`;
  if (!value.isWellFormed()) yield `half a surrogate pair in ${name}`;
}

function* wrongRow({ partition, row, entity = {} }: Row): Generator<string> {
  yield* wrongKey('PartitionKey', partition);
  yield* wrongKey('RowKey', row);
  const properties = Object.entries(entity).filter(([name]) => !keys.includes(name) && !isAnnotation(name));
  for (const [name, value] of properties) yield* wrongProperty(name, value);
  if (properties.length > MOST_PROPERTIES) yield `${properties.length} properties`;
  const size = properties.reduce(
    (sum, [name, value]) => sum + sizeOf(name, value),
    4 + 2 * (partition.length + row.length),
  );
  if (size > LARGEST_ENTITY) yield `a row of ${size} bytes`;
}

/** The row that an address and a body are about; undefined for a table as a whole. */
function rowOf(address: string, body: string): Row | undefined {
  const inAddress = /\(PartitionKey='(.*)',RowKey='(.*)'\)$/s.exec(decodeURIComponent(address));
  const entity: Json | undefined = body === '' ? undefined : JSON.parse(body);
  const text = (name: string, n: number) => inAddress?.[n]?.replaceAll("''", "'") ?? entity?.[name];
  const [partition, row] = [text('PartitionKey', 1), text('RowKey', 2)];
  return typeof partition === 'string' && typeof row === 'string' ? { partition, row, entity } : undefined;
}

/** The rows of a transaction, which comes as requests within a request. */
function rowsIn(body: string): Row[] {
  return body.split(/^--changeset_\S*$/m).flatMap((part) => {
    const address = /^(?:POST|PUT|PATCH|MERGE|DELETE) (\S+) HTTP\/1\.1\r?$/m.exec(part)?.[1];
    if (address === undefined) return [];
    const entity = /^\{.*\}\r?$/m.exec(part)?.[0] ?? '';
    return rowOf(new URL(address).pathname, entity.trim()) ?? [];
  });
}

function* wrongTransaction(body: string): Generator<string> {
  const size = Buffer.byteLength(body);
  if (size > LARGEST_TRANSACTION) yield `a transaction of ${size} bytes`;
  const rows = rowsIn(body);
  if (rows.length === 0) yield 'a transaction of nothing';
  if (rows.length > MOST_IN_TRANSACTION) yield `a transaction of ${rows.length} rows`;
  if (new Set(rows.map(({ row }) => row)).size < rows.length) yield 'the same row twice in a transaction';
  if (new Set(rows.map(({ partition }) => partition)).size > 1) yield 'two partitions in a transaction';
  for (const row of rows) yield* wrongRow(row);
}

function* wrongTable(name: string): Generator<string> {
  if (!inTables.test(name) || name.toLowerCase() === 'tables') yield 'a name that no table may have';
}

function* wrongLetter(name: string, letter: string): Generator<string> {
  if (!inQueues.test(name)) yield 'a name that no queue may have';
  if (Buffer.byteLength(letter) > LARGEST_LETTER) yield `a letter of ${Buffer.byteLength(letter)} bytes`;
}

/** Why Azure refuses a request, all of it; nothing for one that it takes. No value of a row is in it. */
export function refusalsOf({ service, url, body = '' }: StorageRequest): string[] {
  const { pathname } = new URL(url);
  const name = pathname.split('/').at(-1)?.replace(/\(.*$/s, '') ?? '';
  if (service === 'queue') return [...wrongLetter(name, body)];
  if (name === '$batch') return [...wrongTransaction(body)];
  if (name === 'Tables') return [...(body === '' ? [] : wrongTable(JSON.parse(body).TableName))];
  const row = rowOf(pathname, body);
  return [...wrongTable(name), ...(row ? wrongRow(row) : [])];
}

/** What was refused since somebody last looked: the code that is tested may have made nothing of it. */
let refused: string[] = [];

/** Gives what was refused since the last look, and forgets it. */
export function takeRefused(): string[] {
  const taken = refused;
  refused = [];
  return taken;
}

/**
 * For `onRequest` of a storage: throws in place of sending what Azure would refuse. The test fails in any case, also when
 * the code that asked for it swallows the error.
 */
export function refuseAsAzure(request: StorageRequest): void {
  const reasons = refusalsOf(request);
  if (reasons.length === 0) return;
  refused.push(...reasons);
  throw new Error(`Azure refuses ${reasons.join(', ')}`);
}
