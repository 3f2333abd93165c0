import { Temporal } from 'temporal-polyfill';
import { createLimiter } from '../../src/bot/limiter.ts';
import { createRender } from '../../src/bot/render.ts';
import { createSender } from '../../src/bot/sender.ts';
import { readConfig } from '../../src/config.ts';
import { startEngine } from '../../src/delivery/engine.ts';
import { createRefusals } from '../../src/delivery/refusals.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { refuseAsAzure } from '../support/azure-limits.ts';
import { createCore } from '../support/core.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { makeWire } from '../support/wire.ts';

/** What the test tells this process, as JSON in its only argument. */
export interface BotProcessOptions {
  connectionString: string;
  prefix: string;
  /** The shared clock: this instant was at that moment of real time (milliseconds). */
  instant: string;
  realMs: number;
  visibilitySeconds: number;
  /** So many times as fast as real time that clock runs: what is left lying is taken up after two minutes of it. */
  speed: number;
  /** Cards a second; rounds may use four of five. */
  perSecond: number;
  /** How long one request to storage may take, in milliseconds; long enough for any machine when left out. */
  storageMs?: number;
  /** How long one attempt to send may take, in milliseconds; as in life when left out. */
  attemptMs?: number;
}

/** What the test says to it while it runs: to begin, or that its clock jumps. */
export type BotWord = 'go' | { jumpSeconds: number };

/** A bot without its server, so that a test can kill it: it plans and sends with the real parts. */
async function run(options: BotProcessOptions): Promise<void> {
  const storage = await openKompasStorage(
    { connectionString: options.connectionString },
    { prefix: options.prefix, attemptMs: options.storageMs ?? PATIENCE_MS, onRequest: refuseAsAzure },
  );
  const start = Temporal.Instant.from(options.instant);
  let jumped = 0;
  const now = () =>
    start.add({ milliseconds: (Date.now() - options.realMs) * options.speed }).add({ seconds: jumped });
  const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, now);
  const limiter = createLimiter({ perSecond: options.perSecond, roundsPerSecond: 0.8 * options.perSecond });
  const wire = makeWire({ tenantId: 'local', limiter });
  const send = createSender({
    wire,
    limiter,
    render: createRender({ refresh: true }),
    attemptMs: options.attemptMs,
  });
  let isRunning = false;
  process.on('message', (word: BotWord) => {
    if (word !== 'go') jumped += word.jumpSeconds;
    if (isRunning) return;
    isRunning = true;
    startEngine(
      {
        ...core.planner,
        now,
        random: Math.random,
        visibilitySeconds: options.visibilitySeconds,
        markBlocked: async () => {},
        unmarkBlocked: async () => {},
        refusals: createRefusals({ now, onPause: () => {} }),
        send: (address, message) => send(address, message, 'round'),
        onError: (where, error) => process.stderr.write(`${where}: ${error}\n`),
      },
      { tickMs: 500, idleMs: 500 },
    );
  });
  process.send?.('ready');
}

await run(JSON.parse(process.argv[2] ?? '{}') as BotProcessOptions);
