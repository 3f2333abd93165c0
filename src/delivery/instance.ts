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
   * Renews its place and takes its share, or with `rests` the few calls of who has little to send: one read and one write. Gives false
   * while others still have to make room. When it throws, the share that it had stays until its time is over.
   */
  renew(rests?: boolean): Promise<boolean>;
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
    renew: async (rests = false) => {
      let last: Renewal | undefined;
      await changeOrAddRow(table, tenant, SHARES, (row) => {
        last = renewal(standing, row?.instances ?? [], rates.perSecond, now(), rests);
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
const RESTING_BEAT_MS = 120_000;
/** The same while others still have to make room, so that it is used soon. */
const WAITING_MS = 500;
/** So long it takes its full share once there is something to send. Longer than a message of the queue is in hand. */
const AWAKE_MS = 120_000;

/** A process that shares the rate with others. */
export interface SharingInstance {
  /** There is a message of the queue to work on: for a while it takes its full share. The same whatever comes of it (trust:no-trace). */
  wake(): void;
  /** More waits than its calls of now can take: the same, but it is kept awake no longer by it. */
  isBehind(): void;
  /** Leaves; to be called after the last call to Teams. */
  stop(): Promise<void>;
}

/**
 * Takes part in sharing the rate, by the clock, until `stop`: it rests until there is something to send. Resolves after the first renewal,
 * whatever came of it. `onError` is told of each renewal that failed.
 */
export async function startInstance(
  tools: InstanceTools & { onError(error: unknown): void },
): Promise<SharingInstance> {
  const instance = createInstance(tools);
  const ending = new AbortController();
  let waking = new AbortController();
  let isThere = false;
  let awakeUntil = -Infinity;
  const isAwake = () => tools.now() < awakeUntil;

  /** Gives how long to wait for the next one. */
  async function renew(): Promise<number> {
    const rests = !isAwake();
    try {
      const isSettled = await instance.renew(rests);
      isThere = true;
      if (!isSettled) return WAITING_MS;
      return !rests ? BEAT_MS : isAwake() ? 0 : RESTING_BEAT_MS;
    } catch (error) {
      isThere = false;
      tools.onError(error);
      return BEAT_MS;
    }
  }

  async function renewing(firstPauseMs: number): Promise<void> {
    for (let pauseMs = firstPauseMs; ; pauseMs = await renew()) {
      const signal = AbortSignal.any([ending.signal, waking.signal]);
      await delay(pauseMs, undefined, { signal }).catch(() => {});
      if (ending.signal.aborted) return;
    }
  }

  function wake(): void {
    const slept = !isAwake();
    awakeUntil = tools.now() + AWAKE_MS;
    if (!slept) return;
    waking.abort();
    waking = new AbortController();
  }

  const loop = renewing(await renew());
  return {
    wake,
    isBehind: () => {
      if (!isAwake()) wake();
    },
    stop: async () => {
      ending.abort();
      await loop;
      // Without storage nothing can be given up: the others miss this process soon enough.
      if (isThere) await instance.leave().catch(tools.onError);
    },
  };
}
