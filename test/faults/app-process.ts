import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { wireOfRun } from '../support/wire.ts';

/** What the test tells this process, as JSON in its only argument. */
export interface AppProcessOptions {
  connectionString: string;
  prefix: string;
  /** The shared clock: this instant was at that moment of real time (milliseconds). */
  instant: string;
  realMs: number;
  /** Calls a second of the whole installation, and of those what rounds may use. */
  perSecond: number;
  roundsPerSecond: number;
  /** For so long nobody else takes up what a killed process had in hand. */
  visibilitySeconds: number;
  /** How long one request to storage may take, in milliseconds; long enough for any machine when left out. */
  storageMs?: number;
}

/** The whole bot in a process of its own. It tells the port on which it listens. */
async function run(options: AppProcessOptions): Promise<void> {
  const storage = await openKompasStorage(
    { connectionString: options.connectionString },
    { prefix: options.prefix, attemptMs: options.storageMs ?? PATIENCE_MS },
  );
  const start = Temporal.Instant.from(options.instant);
  const app = await startApp({
    config: readConfig({
      KOMPAS_LOCAL: 'true',
      ...wireOfRun,
      PORT: '0',
      SEND_PER_SECOND: `${options.perSecond}`,
      ROUNDS_PER_SECOND: `${options.roundsPerSecond}`,
    }),
    storage,
    log: pino({ level: 'silent' }),
    now: () => start.add({ milliseconds: Date.now() - options.realMs }),
    engine: { tickMs: 500, idleMs: 250, visibilitySeconds: options.visibilitySeconds },
  });
  process.send?.(app.port);
}

await run(JSON.parse(process.argv[2] ?? '{}') as AppProcessOptions);
