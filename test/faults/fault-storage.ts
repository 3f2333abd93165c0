import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnAzurite } from '../../src/storage/index.ts';
import { type StorageLine, storageLine } from '../support/storage-line.ts';
import type { Scenario } from './scenarios.ts';

/** A storage that can fail in any way. */
export interface FaultStorage {
  line: StorageLine;
  stopStorage(): Promise<void>;
  startStorage(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a line before this storage, or before one in a folder of its own where the scenario stops it. */
export async function openFaultStorage(
  { name, ownStorage }: Scenario,
  connectionString: string,
): Promise<FaultStorage> {
  if (!ownStorage) {
    const line = await storageLine(connectionString);
    const impossible = () => Promise.reject(new Error(`${name} has no storage of its own`));
    return { line, stopStorage: impossible, startStorage: impossible, close: async () => line.stop() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'kompas-faults-'));
  let azurite = await startOwnAzurite(folder);
  const line = await storageLine(azurite.connectionString);
  return {
    line,
    stopStorage: () => azurite.stop(),
    startStorage: async () => {
      azurite = await startOwnAzurite(folder);
      line.leadTo(azurite.connectionString);
    },
    close: async () => {
      line.stop();
      await azurite.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
