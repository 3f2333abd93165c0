import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import { newPrefix } from '../support/storage.ts';
import { type StorageLine, storageLine } from '../support/storage-line.ts';

let line: StorageLine;
let storage: Storage;
const requests: string[] = [];

beforeEach(async () => {
  line = await storageLine(inject('connectionString'));
  storage = await openStorage({
    address: { connectionString: line.connectionString },
    tables: [],
    queues: ['letters'],
    prefix: newPrefix([]),
    onRequest: ({ url }) => requests.push(url),
  });
  requests.length = 0;
});
afterEach(() => line.stop());

test.each(['3600', new Date(Date.now() + 3_600_000).toUTCString()])(
  'storage that asks to wait for an hour (%s) is not waited for: somebody in Teams waits for us',
  async (retryAfter) => {
    line.behave({ do: 'busy', retryAfter });
    const start = performance.now();
    await expect(storage.ping()).rejects.toMatchObject({ statusCode: 503 });
    await expect(storage.queue('letters').send('x')).rejects.toMatchObject({ statusCode: 503 });
    expect(performance.now() - start).toBeLessThan(5_000);
    // Twice for the table; of the queue only the first try is told.
    expect(requests).toHaveLength(3);
  },
);

test('storage that asks for a second is asked again after it', async () => {
  line.behave({ do: 'busy', retryAfter: '1' });
  const start = performance.now();
  const asked = storage.ping();
  await expect.poll(() => line.refused()).toBe(1);
  line.behave({ do: 'pass' });
  await asked;
  expect(requests).toHaveLength(2);
  expect(performance.now() - start).toBeGreaterThanOrEqual(1_000);
});
