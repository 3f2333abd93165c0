/**
 * The size of a card's data and of what the template puts around each line, at most: a card to read, far below what Teams
 * takes.
 */
export const CARD_BYTES = 21_000;

/** At most so many characters, with a mark where the end was left out. */
export function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/**
 * Makes a card with its texts as long as they can be. Tries `lengths` (characters, longest first) until what `make` gives
 * fits on a card; when none does, the last one is used. `lines` counts the lines of it, and `lineBytes` is the size of
 * what the template puts around each.
 */
export function fitting<T>(
  lengths: readonly [number, ...number[]],
  lineBytes: number,
  make: (longest: number) => T,
  lines: (made: T) => number,
): T {
  const [longest, ...shorter] = lengths;
  const made = make(longest);
  const [next, ...rest] = shorter;
  const fits = Buffer.byteLength(JSON.stringify(made)) + lines(made) * lineBytes <= CARD_BYTES;
  return fits || next === undefined ? made : fitting([next, ...rest], lineBytes, make, lines);
}
