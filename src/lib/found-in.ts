/**
 * What stands under a key that somebody else chose, such as a choice on a card or a word that was typed; undefined where the record
 * has none of its own. Every object has `constructor` and the like without anybody putting it there.
 */
export const foundIn = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
