import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Sealing, TableDefinition } from './definition.ts';
import { textField } from './field.ts';
import type { Storage } from './storage.ts';
import type { RowChange, Stored, Table } from './table.ts';

/** The column that holds what is sealed. */
export const SEALED = 'sealed';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** In front of what is sealed stands how long it is. */
const LENGTH_BYTES = 2;

type Row = Record<string, unknown>;

/** Where a row stands: what is sealed there can be opened nowhere else. */
const placeOf = (...place: readonly [table: string, partition: string, row: string]) =>
  Buffer.from(JSON.stringify(place));

/** The only block of a deflate stream, stored as it is (RFC 1951, 3.2.4); its length and the complement of that follow. */
const STORED_BLOCK = 1;
const STORED_HEAD = 5;

/** A deflate stream of a text: stored as it is where that fits in so many bytes, since packing a few words takes longer than sealing them. */
function packedOf(text: string, size: number): Buffer {
  const length = Buffer.byteLength(text);
  if (length + STORED_HEAD > size) return deflateRawSync(text);
  const bytes = Buffer.allocUnsafe(STORED_HEAD + length);
  bytes.writeUInt8(STORED_BLOCK);
  bytes.writeUInt16LE(length, 1);
  bytes.writeUInt16LE(0xffff - length, 3);
  bytes.write(text, STORED_HEAD);
  return bytes;
}

const unpacked = (packed: Buffer): string =>
  (packed[0] === STORED_BLOCK ? packed.subarray(STORED_HEAD) : inflateRawSync(packed)).toString('utf8');

/** Fields as bytes, always as many. Throws RangeError for what does not fit. */
function padded(fields: Row, size: number): Buffer {
  const packed = packedOf(JSON.stringify(fields), size);
  if (packed.length > size) throw new RangeError(`${packed.length} bytes to seal, of at most ${size}`);
  const bytes = Buffer.alloc(LENGTH_BYTES + size);
  bytes.writeUInt16BE(packed.length);
  packed.copy(bytes, LENGTH_BYTES);
  return bytes;
}

function seal(secret: KeyObject, place: Buffer, plain: Buffer): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES }).setAAD(place);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function unseal(secret: KeyObject, place: Buffer, sealed: Uint8Array): Row {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
    .setAAD(place)
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(unpacked(plain.subarray(LENGTH_BYTES, LENGTH_BYTES + plain.readUInt16BE())));
}

function sealedTable<T extends object>(
  table: Table<T>,
  { fields, bytes, beside }: Sealing<T>,
  secret: () => KeyObject,
  older: () => readonly KeyObject[],
): Table<T> {
  const { definition } = table;
  const isSealed = (name: string) => fields.some((field) => field === name);

  function closed(partition: string, row: string, value: T): T {
    const entries = Object.entries(value);
    const plain: Row = Object.fromEntries(entries.filter(([name]) => !isSealed(name)));
    if (plain[beside] === undefined) {
      const lost = entries.find(([name, content]) => isSealed(name) && content !== undefined);
      if (lost) throw new Error(`${definition.name} has ${lost[0]} without ${beside}`);
      return plain as T;
    }
    const secrets = entries
      .filter(([name, content]) => isSealed(name) && content !== undefined)
      .map(([name, content]) => [name, typeof content === 'string' ? textField(content) : content]);
    if (secrets.length === 0 && SEALED in plain) return plain as T;
    const place = placeOf(definition.name, partition, row);
    return { ...plain, [SEALED]: seal(secret(), place, padded(Object.fromEntries(secrets), bytes)) } as T;
  }

  function opened(stored: Stored<T>): Stored<T> {
    const { [SEALED]: sealed, ...plain } = stored.value as Row;
    // A row from before there was sealing, or one whose sealed fields have expired.
    if (!(sealed instanceof Uint8Array)) return stored;
    const place = placeOf(definition.name, stored.partition, stored.row);
    for (const opening of [secret(), ...older()]) {
      try {
        return { ...stored, value: { ...plain, ...unseal(opening, place, sealed) } as T };
      } catch {
        // Not with this key.
      }
    }
    return stored;
  }

  const closedChange = (partition: string, change: RowChange<T>): RowChange<T> =>
    change.do === 'remove' ? change : { ...change, value: closed(partition, change.row, change.value) };

  return {
    definition,
    get: async (partition, row) => {
      const stored = await table.get(partition, row);
      return stored && opened(stored);
    },
    range: async (selection) => (await table.range(selection)).map(opened),
    pages: async function* (rows) {
      for await (const page of table.pages(rows)) yield page.map(opened);
    },
    insert: async (partition, row, value) => table.insert(partition, row, closed(partition, row, value)),
    put: async (partition, row, value) => table.put(partition, row, closed(partition, row, value)),
    replace: async (read, value) => table.replace(read, closed(read.partition, read.row, value)),
    transact: async (partition, changes) =>
      table.transact(
        partition,
        changes.map((change) => closedChange(partition, change)),
      ),
    remove: table.remove,
    removeRead: table.removeRead,
  };
}

/** True for a row as it was read of which what is sealed does not open with this key. */
export const isUnopened = (value: object): boolean => SEALED in value;

/**
 * The same storage to whoever holds the key. What a table declares as `sealed` is encrypted in it: AES-256-GCM with a new
 * nonce at each write, bound to the table and the key of its row, and always of the same size, so that neither an empty nor
 * a long text can be told apart (trust:no-readable-draft). A row from before is read as it stands, and sealed when it
 * is written next. What was sealed with another key, or was moved or changed, does not open: that row comes without those fields
 * (`isUnopened`) and keeps what is sealed in it when it is written as it was read. `secret` gives 32 bytes, and is asked when something sealed is
 * read or written: where there is no key it throws. `older` gives keys with which is read as well, and never written: a row goes over
 * to the present one as it is written. Writing throws RangeError for what does not fit.
 */
export function sealedStorage(
  storage: Storage,
  secret: () => Buffer,
  older: () => readonly Buffer[] = () => [],
): Storage {
  const keys = new WeakMap<Buffer, KeyObject>();
  /** Made once of the same bytes: a key that is given as bytes is made into one at each use. */
  function keyOf(bytes: Buffer): KeyObject {
    const made = keys.get(bytes) ?? createSecretKey(bytes);
    keys.set(bytes, made);
    return made;
  }
  const own = () => keyOf(secret());
  const others = () => older().map(keyOf);
  return {
    definitions: storage.definitions,
    queueNames: storage.queueNames,
    queue: storage.queue,
    ping: storage.ping,
    serverTime: storage.serverTime,
    table: <T extends object>(definition: TableDefinition<T>) => {
      const table = storage.table(definition);
      return definition.sealed ? sealedTable(table, definition.sealed, own, others) : table;
    },
  };
}
