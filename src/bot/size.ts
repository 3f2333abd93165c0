/**
 * So many bytes an activity of ours may have. Teams refuses one of more than 100 KB with a 413 (Teams documentation,
 * "Format your bot messages"); what is left below that is for what the SDK and the connector add to it.
 */
export const MOST_BYTES = 80_000;

const known = new WeakMap<object, string>();

/** A card as JSON, written out once: nobody changes a card that was made, and one that many ask for is made once too. */
export function jsonOf(card: object): string {
  const before = known.get(card);
  if (before !== undefined) return before;
  const json = JSON.stringify(card);
  known.set(card, json);
  return json;
}

/** The size of an activity in bytes as Teams counts it: the whole of it as JSON, in UTF-16. */
export function sizeOf(activity: object): number {
  return JSON.stringify(activity).length * 2;
}

/** True when Teams takes a card of this size as the answer to a tap. */
export const cardFits = (card: object): boolean => jsonOf(card).length * 2 <= MOST_BYTES;

/** True when Teams takes an activity of this size, with room to spare. */
export function fits(activity: object): boolean {
  return sizeOf(activity) <= MOST_BYTES;
}
