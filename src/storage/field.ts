import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Azure Tables: a text takes at most 64 KiB, in UTF-16; bytes take as much. */
const LONGEST_TEXT = 32_768;
const MOST_BYTES = 65_536;

/**
 * A list or object as a field keeps it: JSON as text, packed where that is longer than a text may be, as of a round for a
 * very large team. Throws RangeError for what does not fit even so.
 */
export function jsonField(content: unknown): string | Uint8Array {
  const text = JSON.stringify(content);
  if (text.length <= LONGEST_TEXT) return text;
  const bytes = deflateRawSync(text);
  if (bytes.length > MOST_BYTES) throw new RangeError(`a field of ${text.length} characters`);
  return bytes;
}

/** The list or object that `jsonField` made a field of. */
export function jsonIn(field: unknown): unknown {
  return JSON.parse(field instanceof Uint8Array ? inflateRawSync(field).toString('utf8') : String(field));
}

/**
 * A text as a field keeps it. Half a surrogate pair, which is what stays of an emoji where a text was cut, is no text for
 * Azure Tables: it becomes U+FFFD.
 */
export function textField(text: string): string {
  return text.toWellFormed();
}
