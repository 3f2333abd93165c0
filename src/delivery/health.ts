import { inTens } from '../lib/in-tens.ts';
import { remembered } from '../lib/remember.ts';
import type { Storage } from '../storage/index.ts';
import type { DeliveryStore } from './store.ts';

/** Storage is asked once in so many milliseconds how it is: whoever reaches the port may want to know, and needs no token. */
export const HEALTH_KEPT_MS = 2_000;

/** How many messages wait, rounded down to tens, and how many were set aside. */
export interface Waiting {
  queueDepth: number;
  setAside: number;
}

/**
 * Gives the function that says what waits in storage, and rejects when storage does not answer. All who ask within
 * `HEALTH_KEPT_MS` get the same answer, also when that is none. `elapsed` is in milliseconds, of a clock that nobody sets.
 */
export function storageHealth(
  storage: Pick<Storage, 'ping'>,
  { queue, setAside }: Pick<DeliveryStore, 'queue' | 'setAside'>,
  elapsed: () => number,
): () => Promise<Waiting> {
  async function look(): Promise<Waiting> {
    const [depth, aside] = await Promise.all([queue.depth(), setAside(), storage.ping()]);
    return { queueDepth: inTens(depth), setAside: aside };
  }
  const looked = remembered(
    () => look().catch(() => undefined),
    HEALTH_KEPT_MS,
    () => ({ epochMilliseconds: elapsed() }),
  );
  return async () => {
    const waiting = await looked();
    if (!waiting) throw new Error('storage does not answer');
    return waiting;
  };
}
