/** Ends something that was started. */
export type Stop = () => Promise<void>;

/** For who started the demo: what came of it, that nothing is lost, and what to do. */
const notStarted = (error: unknown): string =>
  'De demo is niet gestart, en alles wat al liep is weer gestopt. Er is niets verloren.\n' +
  'Is deze computer druk? Wacht even, en probeer het opnieuw: npm run demo\n' +
  `De reden: ${error instanceof Error ? error.message : String(error)}`;

/**
 * Starts several things one after the other: `start` puts what ends each in `stops`. When it fails, what was started is ended
 * again, the last one first, so that nothing runs on by itself; then it throws in words for who started it.
 */
export async function startingAll<T>(start: (stops: Stop[]) => Promise<T>): Promise<T> {
  const stops: Stop[] = [];
  try {
    return await start(stops);
  } catch (error) {
    // One that cannot be ended keeps no other from its end.
    for (const stop of stops.toReversed()) await stop().catch(() => undefined);
    throw new Error(notStarted(error), { cause: error });
  }
}
