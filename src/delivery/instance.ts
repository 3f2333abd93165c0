import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { changeOrAddRow, changeRow, type Storage } from '../storage/index.ts';
import { CUT_OFF, newcomer, type Rates, type Renewal, renewal } from './shares.ts';
import { instanceTable, SHARES } from './tables.ts';

export interface InstanceTools {
  storage: Storage;
  tenant: string;
  /** Of all processes together. */
  rates: Rates;
  /** Told what this process may send until `until`, a moment of `now`, and what after that. */
  share(rates: Rates, until: number, after: Rates): void;
  /** Milliseconds of a clock that only runs on. */
  now(): number;
}

/** This process among those that share the rate to Teams. */
export interface Instance {
  /**
   * Renews its place and takes its share: one read and one write. Gives false while others still have to make room. When
   * it throws, the share that it had stays until its time is over.
   */
  renew(): Promise<boolean>;
  /** Gives its place up, after its last call: the others need not wait until they miss it. */
  leave(): Promise<void>;
}

/** Once it is cut off from storage it only answers people. */
const WITHOUT_SHARE: Rates = { perSecond: CUT_OFF, roundsPerSecond: 0 };

/** A process that takes its place by hand, under a random name; `startInstance` does so by the clock. */
export function createInstance({ storage, tenant, rates, share, now }: InstanceTools): Instance {
  const table = storage.table(instanceTable);
  let standing = newcomer(randomUUID(), now());
  // Should storage be away from the start, then people hear so all the same.
  become(standing);

  function become(next: typeof standing): void {
    standing = next;
    const { calls, until } = standing;
    share(
      { perSecond: calls, roundsPerSecond: (calls * rates.roundsPerSecond) / rates.perSecond },
      until,
      WITHOUT_SHARE,
    );
  }

  return {
    renew: async () => {
      let last: Renewal | undefined;
      await changeOrAddRow(table, tenant, SHARES, (row) => {
        last = renewal(standing, row?.instances ?? [], rates.perSecond, now());
        become(last.meanwhile);
        return { instances: last.instances };
      });
      if (!last) return false;
      become(last.written);
      return last.isSettled;
    },
    leave: async () => {
      await changeRow(table, tenant, SHARES, ({ instances }) => ({
        instances: instances.filter(({ id }) => id !== standing.id),
      }));
    },
  };
}

/** Between two renewals; several of them fit in a lease. */
const BEAT_MS = 3_000;
/** The same while others still have to make room, so that it is used soon. */
const WAITING_MS = 500;

/**
 * Takes part in sharing the rate, by the clock, until `stop`. Resolves after the first renewal, whatever came of it.
 * `onError` is told of each renewal that failed.
 */
export async function startInstance(tools: InstanceTools & { onError(error: unknown): void }): Promise<{
  /** Leaves; to be called after the last call to Teams. */
  stop(): Promise<void>;
}> {
  const instance = createInstance(tools);
  const ending = new AbortController();
  let isThere = false;

  /** Gives how long to wait for the next one. */
  async function renew(): Promise<number> {
    try {
      const isSettled = await instance.renew();
      isThere = true;
      return isSettled ? BEAT_MS : WAITING_MS;
    } catch (error) {
      isThere = false;
      tools.onError(error);
      return BEAT_MS;
    }
  }

  async function renewing(firstPauseMs: number): Promise<void> {
    for (let pauseMs = firstPauseMs; ; pauseMs = await renew()) {
      await delay(pauseMs, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
    }
  }

  const loop = renewing(await renew());
  return {
    stop: async () => {
      ending.abort();
      await loop;
      // Without storage nothing can be given up: the others miss this process soon enough.
      if (isThere) await instance.leave().catch(tools.onError);
    },
  };
}
