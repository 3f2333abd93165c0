import type { TestProject } from 'vitest/node';
import { startAzurite } from '../../src/storage/index.ts';

/** Ports of the test Azurite: apart from those of local use, so that tests never touch a developer's data. */
const PORT = Number(process.env.KOMPAS_TEST_AZURITE_PORT ?? 21_000);

/**
 * One Azurite for the whole run; each test file takes its own prefix (see `storage.ts` beside this file). It keeps
 * everything in memory: thousands of tables written to one file stall every request while that is saved.
 */
export default async function setup(project: TestProject) {
  const azurite = await startAzurite({ port: PORT });
  project.provide('connectionString', azurite.connectionString);
  return () => azurite.stop();
}

declare module 'vitest' {
  export interface ProvidedContext {
    connectionString: string;
  }
}
