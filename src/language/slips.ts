import { distance } from 'fastest-levenshtein';

/** Letters that differ between two texts; two neighbours that changed places count as one. */
export function slipsBetween(a: string, b: string): number {
  const count = distance(a, b);
  if (count !== 2 || a.length !== b.length) return count;
  const first = [...a].findIndex((char, at) => char !== b[at]);
  const swapped = a.slice(0, first) + a[first + 1] + a[first] + a.slice(first + 2);
  return swapped === b ? 1 : count;
}
