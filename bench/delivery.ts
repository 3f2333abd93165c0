import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { createLimiter } from '../src/bot/limiter.ts';
import { createRender } from '../src/bot/render.ts';
import { createSender } from '../src/bot/sender.ts';
import { wireMaker } from '../src/bot/wires.ts';
import { readConfig } from '../src/config.ts';
import { startEngine } from '../src/delivery/engine.ts';
import { createRefusals } from '../src/delivery/refusals.ts';
import { deliveryStore } from '../src/delivery/store.ts';
import { open } from '../src/features/checkin/open.ts';
import { checkinRounds } from '../src/features/checkin/rounds.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { createServices } from '../src/services.ts';
import { startOwnAzurite } from '../src/storage/index.ts';
import { startConnectorProcess } from './connector.ts';
import { START, seed } from './town.ts';

export interface DeliveryBenchOptions {
  recipients: number;
  /** What the connector takes in any sliding second; beyond it answers 429. */
  rps: number;
  /** People in a round before the measured one, so that a bot is measured that has been up for a while. */
  warmUp: number;
}

const GIVE_UP_MS = 300_000;
/**
 * A worker has ten cards on their way at most, and then waits for a checkpoint: with answers in 100 ms it sends some
 * 50 a second. The four of a normal installation are enough for the 50 that Teams takes.
 */
const RPS_A_WORKER = 50;

interface Round {
  recipients: number;
  rps: number;
  connectionString: string;
  serviceUrl: string;
  /** Keeps the tables and conversations of the two rounds apart. */
  kind: string;
}

/** Plans and sends one round of check-in cards and waits until everything is recorded. */
async function sendRound({ recipients, rps, connectionString, serviceUrl, kind }: Round) {
  let requests = 0;
  const storage = await openKompasStorage(
    { connectionString },
    {
      prefix: kind,
      onRequest: () => {
        requests += 1;
      },
    },
  );
  const offset = START.epochMilliseconds - Date.now();
  const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset);
  const config = readConfig({ KOMPAS_LOCAL: 'true', KOMPAS_WIRE: process.env.KOMPAS_WIRE });
  const services = createServices(config, storage, now);
  await seed(services, recipients, serviceUrl, kind);

  const limiter = createLimiter({ perSecond: rps, roundsPerSecond: rps });
  const makeWire = await wireMaker(config.wire);
  const wire = makeWire({ tenantId: 'local', limiter });
  const send = createSender({ wire, limiter, render: createRender({ refresh: true }) });
  let recorded = 0;
  let faults = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const giveUp = setTimeout(finish, GIVE_UP_MS);
  requests = 0;
  const startedMs = Date.now();
  const startedCpu = process.cpuUsage();
  const store = deliveryStore(storage, services.tenant);
  const engine = startEngine(
    {
      store,
      // What happened since the last check-in is read once a minute for a team: here there is nothing.
      rounds: checkinRounds(
        open(services).store,
        services.pseudonymise,
        store.sentBefore,
        async () => undefined,
      ),
      readSettings: () => services.settings.read(),
      members: (team) => services.people.members(team),
      everybody: () => services.people.everybody(),
      now,
      random: Math.random,
      markBlocked: async () => {},
      unmarkBlocked: async () => {},
      refusals: createRefusals({ now, onPause: () => {} }),
      send: (address, message) => send(address, message, 'round'),
      onError: (where, error) => {
        faults += 1;
        process.stderr.write(`${where}: ${error}\n`);
      },
      onRun: ({ results }) => {
        recorded += Object.values(results).reduce((sum, count) => sum + count, 0);
        if (recorded >= recipients) finish();
      },
    },
    { parallel: Math.max(4, Math.ceil(rps / RPS_A_WORKER)) },
  );
  await finished;
  const cpu = process.cpuUsage(startedCpu);
  const done = { startedMs, requests, faults, cpuSeconds: (cpu.user + cpu.system) / 1e6 };
  clearTimeout(giveUp);
  await engine.stop();
  return done;
}

/**
 * Sends one round of check-in cards through everything but the server: real planning, queue, storage (Azurite),
 * templates, limiter and Bot Framework adapter, against a connector that enforces its rate. Rounds may use all of
 * that rate here, where a normal installation keeps a fifth for people who are there now.
 *
 * `seconds` runs from the first look at the calendar to the arrival of the last card, so planning is in it.
 * `storageTransactionsPerCard` counts every HTTP request to tables and queue from that first look until every
 * outcome is recorded and every message removed, a batch as one, as Azure bills it. `peakRssMb` and `cpuSeconds` are
 * of this process: bot and bench, without connector and Azurite.
 */
export async function benchDelivery({ recipients, rps, warmUp }: DeliveryBenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(folder);
  const connector = await startConnectorProcess(rps);
  try {
    const { connectionString } = azurite;
    const places = { rps, connectionString, serviceUrl: connector.url };
    if (warmUp > 0) await sendRound({ ...places, recipients: warmUp, kind: 'warm' });
    await connector.forget();
    const { startedMs, requests, faults, cpuSeconds } = await sendRound({
      ...places,
      recipients,
      kind: 'real',
    });
    const tally = await connector.tally();
    const seconds = (tally.lastMs - startedMs) / 1_000;
    const round = (value: number) => Math.round(value * 1_000) / 1_000;
    return {
      bench: 'delivery',
      recipients,
      limitRps: rps,
      utilisation: round(tally.people / seconds / rps),
      delivered: tally.people,
      lost: recipients - tally.people,
      duplicates: tally.delivered - tally.people,
      throttled: tally.throttled,
      storageTransactionsPerCard: round(requests / recipients),
      seconds: round(seconds),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      cpuSeconds: round(cpuSeconds),
      faults,
    };
  } finally {
    await connector.stop();
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
