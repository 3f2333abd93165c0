import { join } from 'node:path';
import type { Logger } from 'pino';
import { startApp } from './app.ts';
import { clockOf, systemClock } from './clock.ts';
import { type Config, ConfigError, readConfig, WHERE_EXPLAINED } from './config.ts';
import { loadEnvFile } from './env.ts';
import { openKompasStorage } from './kompas.ts';
import { within } from './lib/within.ts';
import { createLog } from './log.ts';
import { countingIn, createHourly } from './metrics/hourly.ts';
import { startAzurite } from './storage/index.ts';
import { requireUnwatched } from './unwatched.ts';

/** Longest wait for everything to stop. Each part has a shorter limit of its own; platforms kill a process after 30 seconds. */
const STOP_MS = 28_000;

/** Starts everything; gives what stops it in order. */
async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const azurite = config.storage
    ? undefined
    : await startAzurite({ folder: join(config.dataFolder, 'azurite'), port: config.azuritePort });
  try {
    const now = clockOf(config, systemClock);
    const requests = createHourly(now);
    const storage = await openKompasStorage(
      config.storage ?? { connectionString: azurite?.connectionString ?? '' },
      { onRequest: countingIn(requests) },
    );
    const app = await startApp({ config, storage, log, now, requests });
    const { port, metricsPort } = app;
    log.info({ port, metricsPort, local: config.local }, 'listening');
    return async () => {
      await app.stop();
      await azurite?.stop();
    };
  } catch (error) {
    await azurite?.stop();
    throw error;
  }
}

/** The process: reads the configuration, starts everything, and stops in order on a signal to stop, also while it starts. */
async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  requireUnwatched(config, process.execArgv);
  const log = createLog(config.logLevel);
  const started = start(config, log);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    try {
      await within(
        STOP_MS,
        started.then((end) => end()),
      );
    } catch {
      log.error('stopped with something still in hand');
      process.exit(1);
    }
    log.info('stopped');
    process.exit(0);
  };
  // The last is what a window sends that is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  await started;
}

main().catch((error: unknown) => {
  const words =
    error instanceof ConfigError ? `${error.message}\n${WHERE_EXPLAINED}` : (error as Error).stack;
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
