/**
 * So many bytes an activity of ours may have. Teams refuses one of more than 100 KB with a 413 (Teams documentation,
 * "Format your bot messages"); what is left below that is for what the SDK and the connector add to it.
 */
export const MOST_BYTES = 80_000;

/** The size of an activity in bytes as Teams counts it: the whole of it as JSON, in UTF-16. */
export function sizeOf(activity: object): number {
  return JSON.stringify(activity).length * 2;
}

/** True when Teams takes an activity of this size, with room to spare. */
export function fits(activity: object): boolean {
  return sizeOf(activity) <= MOST_BYTES;
}
