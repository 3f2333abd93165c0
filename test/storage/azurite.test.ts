import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openStorage, startAzurite, startOwnAzurite } from '../../src/storage/index.ts';
import { listen } from '../support/listen.ts';
import { PATIENCE_MS } from '../support/patience.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompas-azurite-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('an Azurite of one’s own is on other ports than any that runs, and keeps what is in it in its folder', async () => {
  const azurite = await startOwnAzurite(folder);
  try {
    const { connectionString } = azurite;
    expect(connectionString).not.toBe(inject('connectionString'));
    const address = { connectionString };
    const storage = await openStorage({ address, tables: [], queues: ['one'], attemptMs: PATIENCE_MS });
    await storage.queue('one').send('kept');
    expect(await storage.queue('one').depth()).toBe(1);
  } finally {
    await azurite.stop();
  }
  expect(await readdir(folder)).toEqual(expect.arrayContaining([expect.stringMatching(/queue/)]));
});

test('one that cannot have its ports says so, in its own last words', async () => {
  const taken = createServer();
  const port = await listen(taken);
  try {
    await expect(startAzurite({ folder, port })).rejects.toThrow(/did not start: .*EADDRINUSE/s);
  } finally {
    taken.close();
  }
});
