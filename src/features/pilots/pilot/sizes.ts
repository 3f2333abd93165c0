/** Teams takes 28 KB a card; this is left for what stands in the data and what the template puts around each line. */
const CARD_BYTES = 21_000;

/** At most so many characters, with a mark where the end was left out. */
export function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/**
 * What `make` gives with texts of the first of these lengths (characters, longest first) that fits on a card, or of the
 * last. `lineBytes`: what the template puts around each of the `lines`.
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
