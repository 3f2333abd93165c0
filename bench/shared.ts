import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '../src/config.ts';
import { deliveryStore } from '../src/delivery/store.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { createServices } from '../src/services.ts';
import { startOwnAzurite } from '../src/storage/index.ts';
import { startConnectorProcess } from './connector.ts';
import { startSharedBot } from './shared/bots.ts';
import { START, seed } from './town.ts';

export interface SharedBenchOptions {
  /** Bots on one storage that share the rate. */
  processes: number;
  recipients: number;
  /** What the connector takes in any sliding second from the installation; beyond it answers 429. */
  rps: number;
  /** People of another installation, with one process, whose round begins at the same moment; 0 for none. */
  beside: number;
}

const LOOK_MS = 250;
const GIVE_UP_MS = 600_000;

const round = (value: number) => Math.round(value * 1_000) / 1_000;

/** An installation with its people and its connector, whose bots start by `begin` and look at once what is due. */
async function install(connectionString: string, kind: string, people: number, rps: number) {
  const connector = await startConnectorProcess(rps);
  const storage = await openKompasStorage({ connectionString }, { prefix: kind });
  const services = createServices(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => START);
  await seed(services, people, connector.url, kind);
  const { queue } = deliveryStore(storage, services.tenant);
  return {
    connector,
    depth: () => queue.depth(),
    begin: async (bots: number) => {
      const begunMs = Date.now();
      const options = { connectionString, prefix: kind, instant: START.toString(), realMs: begunMs, rps };
      const running = await Promise.all(Array.from({ length: bots }, () => startSharedBot(options)));
      return {
        listensMs: Date.now(),
        tallies: () => Promise.all(running.map((bot) => bot.tally())),
        stop: () => Promise.all(running.map((bot) => bot.stop())),
      };
    },
  };
}

/** Waits until so many have a card, and for the last of them until the queue is empty; gives up after ten minutes. */
async function sent({ connector, depth }: Awaited<ReturnType<typeof install>>, people: number, isAll = true) {
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until) {
    if ((await connector.tally()).people >= people && (!isAll || (await depth()) === 0)) return;
    await delay(LOOK_MS);
  }
}

/**
 * One round of check-in cards by whole bots that share the rate, on one Azurite, against a connector that enforces it. `utilisation` runs
 * from the first card to the last; all requests of all processes to storage are counted, their start and their clock too.
 * `beside` is another installation on the same machine and storage, which starts in the middle of that: how long its first card took after
 * its bot listened (before, where it is negative).
 */
export async function benchShared({ processes, recipients, rps, beside }: SharedBenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(folder);
  try {
    const large = await install(azurite.connectionString, 'large', recipients, rps);
    const small = beside > 0 ? await install(azurite.connectionString, 'small', beside, rps) : undefined;
    const bots = await large.begin(processes);
    await sent(large, Math.min(recipients, 5 * rps), false);
    const other = small && { bots: await small.begin(1), connector: small.connector };
    if (small) await sent(small, beside);
    await sent(large, recipients);
    const [tally, tallies] = [await large.connector.tally(), await bots.tallies()];
    const first = other && (await other.connector.tally()).firstMs - other.bots.listensMs;
    await Promise.all([bots.stop(), other?.bots.stop()]);
    await Promise.all([large.connector.stop(), other?.connector.stop()]);
    return {
      bench: 'shared',
      processes,
      recipients,
      limitRps: rps,
      utilisation: round((1_000 * (tally.people - 1)) / (tally.lastMs - tally.firstMs) / rps),
      lost: recipients - tally.people,
      duplicates: tally.delivered - tally.people,
      throttled: round(tally.throttled / tally.requests),
      storageTransactionsPerCard: round(
        tallies.reduce((sum, { requests }) => sum + requests, 0) / recipients,
      ),
      peakRssMb: Math.max(...tallies.map(({ peakRssMb }) => peakRssMb)),
      ...(first === undefined ? {} : { firstCardBesideSeconds: round(first / 1_000) }),
    };
  } finally {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
