/**
 * The first of a list: at most so many, and as many as take no more than so many characters of JSON together. One at least,
 * however long it is, so that a list in pages always goes on.
 */
export function asManyAsFit<T>(list: readonly T[], most: number, characters: number): T[] {
  const fitting: T[] = [];
  let taken = 0;
  for (const item of list.slice(0, most)) {
    taken += JSON.stringify(item).length;
    if (taken > characters && fitting.length > 0) break;
    fitting.push(item);
  }
  return fitting;
}
