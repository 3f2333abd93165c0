import { createHash } from 'node:crypto';

/**
 * Keys of rows. Parts are joined by `|`, so that everything below one part is one contiguous range.
 */

/** A half-open range of row keys: `from` is included, `below` is not. */
export interface KeyRange {
  from: string;
  below: string;
}

/** Azure Tables: a partition or row key takes at most 1 KiB, in UTF-16. */
const LONGEST_KEY = 512;
/** Of a key of so many parts every part but the last keeps its own range, however long the others are. */
const PARTS = 6;
/** What stands before a hash. Nothing else is written like this: after `=` come two hexadecimal digits. */
const HASHED = '=.';
const HASH_LENGTH = 32;
/** What a part takes at least when it has to be hashed, with the separator before it. */
const LEAST = 1 + HASHED.length + HASH_LENGTH;

const special = /[^A-Za-z0-9._:@-]/gu;

/** The bytes of a character. Half a surrogate pair has none in UTF-8; it gets those that its number would have. */
function bytesOf(char: string): Buffer {
  if (char.isWellFormed()) return Buffer.from(char, 'utf8');
  const code = char.charCodeAt(0);
  return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}

function escapePart(part: string): string {
  return part.replace(special, (char) =>
    [...bytesOf(char)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** Stands for parts that are too long. */
function hashOf(parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return HASHED + hash.slice(0, HASH_LENGTH);
}

/** Writes parts behind what stands there, or their hash when that would become longer than `most`. */
function append(before: string, parts: readonly string[], most: number): string {
  const whole = before + parts.map(escapePart).join('|');
  return whole.length <= most ? whole : before + hashOf(parts);
}

/**
 * Joins parts to one partition or row key. Characters that Azure Tables forbids in keys (`/ \ # ?`, control
 * characters), the separator and everything outside plain ASCII are written as `=hh` per UTF-8 byte, so that two
 * different lists of parts never give the same key.
 *
 * No key is longer than Azure Tables takes: in place of a part that would make it so stands its hash. Whether a part is
 * hashed depends on it and on the parts before it alone, so that ranges hold. Whoever needs the text of a part that may be
 * long keeps it in the row as well. Only a part of several hundred characters is ever hashed.
 */
export function key(...parts: readonly string[]): string {
  const first = parts.slice(0, -1).slice(0, PARTS - 1);
  // Room is left for all parts that may follow, so that at least their hashes fit.
  const begin = first.reduce(
    (before, part, n) => `${append(before, [part], LONGEST_KEY - (PARTS - 1 - n) * LEAST)}|`,
    '',
  );
  return append(begin, parts.slice(first.length), LONGEST_KEY);
}

/** Bytes of one or more characters as `key` writes them. */
const written = /(?:=[0-9a-f]{2})+/g;
/** Half a surrogate pair as `key` writes it. No other character has such bytes. */
const half = /=ed=([ab][0-9a-f])=([89ab][0-9a-f])/g;

function unescapePart(part: string): string {
  return part
    .replace(half, (_, high, low) => {
      const code = 0xd000 | ((Number.parseInt(high, 16) & 0x3f) << 6) | (Number.parseInt(low, 16) & 0x3f);
      return String.fromCharCode(code);
    })
    .replace(written, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}

/**
 * Takes a key apart into the parts that `key` joined, each as it was. A part that was hashed comes back as its hash: ask
 * only for parts that are short, such as ids, periods and pseudonyms. What `key` never writes stays as it is.
 */
export function partsOf(joined: string): string[] {
  return joined.split('|').map(unescapePart);
}

/**
 * True for what `key` can have written. The name of a row that comes back with a tap may be anything, and Azure Tables refuses to
 * look for what no key can be.
 */
export const isKey = (text: string): boolean =>
  text.length <= LONGEST_KEY && /^[A-Za-z0-9._:@|=-]+$/.test(text);

/** The range of all keys that begin with exactly these parts (at most five) and have at least one more. */
export function below(...parts: readonly string[]): KeyRange {
  const from = key(...parts, '');
  return { from, below: `${from.slice(0, -1)}}` };
}

/** The range that holds exactly the key of these parts. */
export function exactly(...parts: readonly string[]): KeyRange {
  const whole = key(...parts);
  // No key continues with a character as low as this one.
  return { from: whole, below: `${whole}!` };
}
