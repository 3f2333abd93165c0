import { join, resolve } from 'node:path';
import type { Entry } from '../features/compose.ts';
import type { Services, Session } from '../features/module.ts';
import type { Storage } from '../storage/index.ts';
import type { Terminal } from './terminal.ts';

/** Nobody in Teams waits for a command, so storage may take its time. */
const PATIENCE_MS = 15_000;

/**
 * Runs one command on this installation's storage. In local mode it uses the Azurite of the running bot, or starts
 * one for as long as the command takes.
 */
async function withServices<R>(
  terminal: Terminal,
  features: readonly Entry[],
  work: (services: Services) => Promise<R>,
): Promise<R> {
  const { env, folder } = terminal;
  const { BOT_APP_ID, STORAGE_ACCOUNT, STORAGE_CONNECTION_STRING, NODE_ENV } = env;
  // Without any address there is only this machine, as after `npm run demo`.
  const nowhere = !BOT_APP_ID && !STORAGE_ACCOUNT && !STORAGE_CONNECTION_STRING && NODE_ENV !== 'production';
  // Loaded only now: it takes a second, which help and a mistyped command need not wait for.
  const { readConfig } = await import('../config.ts');
  const read = readConfig(nowhere ? { ...env, KOMPAS_LOCAL: 'true' } : env);
  const config = { ...read, dataFolder: resolve(folder, read.dataFolder) };
  const [{ createServices }, { openKompasStorage }, { clockOf }] = await Promise.all([
    import('../services.ts'),
    import('../kompas.ts'),
    import('../clock.ts'),
  ]);
  const workOn = (storage: Storage) => work(createServices(config, storage, clockOf(config, terminal.now)));
  if (terminal.storage) return workOn(terminal.storage);
  if (config.storage)
    return workOn(await openKompasStorage(config.storage, { attemptMs: PATIENCE_MS }, features));
  const { startAzurite } = await import('../storage/azurite.ts');
  const azurite = await startAzurite({
    folder: join(config.dataFolder, 'azurite'),
    port: config.azuritePort,
  });
  try {
    const { connectionString } = azurite;
    return await workOn(await openKompasStorage({ connectionString }, { attemptMs: PATIENCE_MS }, features));
  } finally {
    await azurite.stop();
  }
}

/** What the commands of one feature have of their surroundings: the terminal, and the installation when they need it. */
export function sessionFor<Opened>(
  terminal: Terminal,
  features: readonly Entry[],
  { open }: { open(services: Services): Opened },
): Session<Opened> {
  return {
    ...terminal,
    open: (work) => withServices(terminal, features, (services) => work(services, open(services))),
  };
}
