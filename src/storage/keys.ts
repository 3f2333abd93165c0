/**
 * Keys of rows. Parts are joined by `|`, so that everything below one part is one contiguous range.
 */

/** A half-open range of row keys: `from` is included, `below` is not. */
export interface KeyRange {
  from: string;
  below: string;
}

const plain = /[^A-Za-z0-9._:@-]/gu;

function escapePart(part: string): string {
  return part.replace(plain, (char) =>
    [...Buffer.from(char, 'utf8')].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/**
 * Joins parts to one partition or row key. Characters that Azure Tables forbids in keys (`/ \ # ?`, control
 * characters), the separator and everything outside plain ASCII are written as `=hh` per UTF-8 byte, so that two
 * different lists of parts never give the same key.
 */
export function key(...parts: readonly string[]): string {
  return parts.map(escapePart).join('|');
}

/** Bytes of one or more characters as `key` writes them. */
const written = /(?:=[0-9a-f]{2})+/g;

/**
 * Takes a key apart into the parts that `key` joined, each as it was. Half a surrogate pair, which has no UTF-8, comes
 * back as U+FFFD. What `key` never writes stays as it is.
 */
export function partsOf(joined: string): string[] {
  return joined
    .split('|')
    .map((part) =>
      part.replace(written, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8')),
    );
}

/** The range of all keys that begin with exactly these parts and have at least one more. */
export function below(...parts: readonly string[]): KeyRange {
  const prefix = key(...parts);
  return { from: `${prefix}|`, below: `${prefix}}` };
}

/** The range that holds exactly the key of these parts. */
export function exactly(...parts: readonly string[]): KeyRange {
  const whole = key(...parts);
  // No key continues with a character as low as this one.
  return { from: whole, below: `${whole}!` };
}
