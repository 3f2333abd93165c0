import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Entry, openAll } from '../features/compose.ts';
import type { Services, Session } from '../features/module.ts';
import type { Storage } from '../storage/index.ts';
import { storagePlace } from '../storage-place.ts';
import { announced } from './announced.ts';
import type { Terminal } from './terminal.ts';

/** Nobody in Teams waits for a command, so storage may take its time. */
const PATIENCE_MS = 15_000;

/** A path as it is shortest to read for whoever works in `folder`. */
function pathFrom(folder: string, path: string): string {
  const within = relative(folder, path);
  return within.startsWith('..') || isAbsolute(within) ? path : within;
}

/**
 * Runs one command on this installation's storage, and says which that is before it changes. On this machine alone it
 * uses the Azurite of the running bot, or starts one for as long as the command takes.
 */
async function withServices<R>(
  terminal: Terminal,
  features: readonly Entry[],
  { isLocal, withAnyKey }: { isLocal: boolean; withAnyKey: boolean },
  work: (services: Services) => Promise<R>,
): Promise<R> {
  const { env, folder } = terminal;
  // Loaded only now: it takes a second, which help and a mistyped command need not wait for.
  const { configFor } = await import('./configured.ts');
  const read = configFor(env, isLocal);
  const config = { ...read, dataFolder: resolve(folder, read.dataFolder) };
  const [{ createServices }, { withKeyInUse }, { refuseOtherKey }, { openKompasStorage }, { clockOf }] =
    await Promise.all([
      import('../services.ts'),
      import('../key-in-use.ts'),
      import('../same-key.ts'),
      import('../kompas.ts'),
      import('../clock.ts'),
    ]);
  const workOn = async (storage: Storage, place: string) => {
    const now = clockOf(config, terminal.now);
    const saying = announced(storage, () => terminal.err(`Opslag: ${place}\n`));
    const services = createServices(await withKeyInUse(config, storage, now), saying, now);
    if (!withAnyKey) await refuseOtherKey(services);
    return work(services);
  };
  const azuriteFolder = join(config.dataFolder, 'azurite');
  const ownPlace = `deze computer (map ${pathFrom(folder, azuriteFolder)})`;
  const place = config.storage ? storagePlace(config.storage).words : ownPlace;
  if (terminal.storage) return workOn(terminal.storage, place);
  if (config.storage)
    return workOn(await openKompasStorage(config.storage, { attemptMs: PATIENCE_MS }, features), place);
  const { startAzurite } = await import('../storage/azurite.ts');
  const azurite = await startAzurite({ folder: azuriteFolder, port: config.azuritePort });
  try {
    const { connectionString, ranAlready } = azurite;
    const storage = await openKompasStorage({ connectionString }, { attemptMs: PATIENCE_MS }, features);
    // One that ran already has its data in a folder that only whoever started it knows.
    return await workOn(storage, ranAlready ? storagePlace({ connectionString }).words : place);
  } finally {
    await azurite.stop();
  }
}

/**
 * What the commands of one feature have of their surroundings: the terminal, and the installation when they need it.
 * `isLocal` is asked when a command runs: whether this machine alone is meant.
 */
export function sessionFor(
  terminal: Terminal,
  features: readonly Entry[],
  { module, needs }: Entry,
  isLocal: () => boolean,
  // biome-ignore lint/suspicious/noExplicitAny: features of all kinds stand in one list; `use` ties each to its needs.
): Session<any, any> {
  return {
    ...terminal,
    open: (work, { withAnyKey } = { withAnyKey: false }) =>
      withServices(terminal, features, { isLocal: isLocal(), withAnyKey }, (services) => {
        const opened = openAll(features, services);
        return work(services, opened(module), needs(opened));
      }),
  };
}
