import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';

/** What the bench tells this process, as JSON in its only argument. */
export interface SharedBotOptions {
  connectionString: string;
  prefix: string;
  /** The shared clock: this instant was at that moment of real time (milliseconds). */
  instant: string;
  realMs: number;
  /** Calls a second of the whole installation, all of which rounds may use. */
  rps: number;
}

/** What it tells when asked. */
export interface SharedBotTally {
  /** Requests to tables and queue. */
  requests: number;
  peakRssMb: number;
}

/** The whole bot in a process of its own, as an installation runs it. */
async function run({ connectionString, prefix, instant, realMs, rps }: SharedBotOptions): Promise<void> {
  let requests = 0;
  const storage = await openKompasStorage(
    { connectionString },
    {
      prefix,
      onRequest: () => {
        requests += 1;
      },
    },
  );
  const start = Temporal.Instant.from(instant);
  const app = await startApp({
    config: readConfig({
      KOMPAS_LOCAL: 'true',
      KOMPAS_WIRE: process.env.KOMPAS_WIRE,
      PORT: '0',
      SEND_PER_SECOND: `${rps}`,
      ROUNDS_PER_SECOND: `${rps}`,
    }),
    storage,
    log: pino({ level: 'silent' }),
    now: () => start.add({ milliseconds: Date.now() - realMs }),
  });
  process.on('message', (message) => {
    if (message === 'stop') {
      void app.stop().then(() => process.disconnect());
      return;
    }
    const tally: SharedBotTally = {
      requests,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    };
    process.send?.(tally);
  });
  process.send?.('listening');
}

await run(JSON.parse(process.argv[2] ?? '{}') as SharedBotOptions);
