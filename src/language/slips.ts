import { distance } from 'fastest-levenshtein';

/** Letters that differ between two texts; two neighbours that changed places count as one. */
export function slipsBetween(a: string, b: string): number {
  const count = distance(a, b);
  if (count !== 2 || a.length !== b.length) return count;
  const first = [...a].findIndex((char, at) => char !== b[at]);
  const swapped = a.slice(0, first) + a[first + 1] + a[first] + a.slice(first + 2);
  return swapped === b ? 1 : count;
}

const spelt = (text: string) =>
  text
    .replace(/(.)\1+/g, '$1')
    .replace(/ij|y|j/g, 'i')
    .replace(/ph/g, 'f')
    .replace(/c(?![eiy])|ck/g, 'k')
    .replace(/th/g, 't');

/**
 * True for the same name in another spelling, or with two neighbours changed: "Amranni" for "Amrani", "Noodr" for "Noord". A
 * letter more or another letter may make another name: "Linden" is not "Linde", "Linge" neither.
 */
export function isSameSpelt(a: string, b: string): boolean {
  if (spelt(a) === spelt(b)) return true;
  return (
    a.length === b.length && slipsBetween(a, b) === 1 && [...a].sort().join('') === [...b].sort().join('')
  );
}
