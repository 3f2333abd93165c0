import type { TestProject } from 'vitest/node';
import { startOwnAzurite } from '../../src/storage/index.ts';

/**
 * One Azurite for the whole run and for nothing else, so that several checkouts can run their tests side by side; each
 * test file takes its own prefix (see `storage.ts` beside this file). It keeps everything in memory: thousands of tables
 * written to one file stall every request while that is saved.
 */
export default async function setup(project: TestProject) {
  const azurite = await startOwnAzurite();
  project.provide('connectionString', azurite.connectionString);
  // Also when the run is broken off: nobody would ever find it again on these ports.
  process.once('exit', azurite.stop);
  return azurite.stop;
}

declare module 'vitest' {
  export interface ProvidedContext {
    connectionString: string;
  }
}
