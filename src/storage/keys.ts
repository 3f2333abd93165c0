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
