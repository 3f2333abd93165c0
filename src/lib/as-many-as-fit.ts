/** The first of a list: at most so many, and as many as take no more than so many characters of JSON together. */
export function asManyAsFit<T>(list: readonly T[], most: number, characters: number): T[] {
  const fitting: T[] = [];
  let taken = 0;
  for (const item of list.slice(0, most)) {
    taken += JSON.stringify(item).length;
    if (taken > characters) break;
    fitting.push(item);
  }
  return fitting;
}
