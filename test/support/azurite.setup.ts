import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startAzurite } from '../../src/storage/index.ts';

/** Ports of the test Azurite: apart from those of local use, so that tests never touch a developer's data. */
const PORT = Number(process.env.KOMPAS_TEST_AZURITE_PORT ?? 21_000);

/** One Azurite for the whole run; each test file takes its own prefix (see `storage.ts` beside this file). */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-azurite-'));
  const azurite = await startAzurite({ folder, port: PORT });
  project.provide('connectionString', azurite.connectionString);
  return async () => {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    connectionString: string;
  }
}
