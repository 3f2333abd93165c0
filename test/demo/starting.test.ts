import { expect, test } from 'vitest';
import { isTaken } from '../../demo/running.ts';
import { startingAll } from '../../demo/starting.ts';
import { startOwnAzurite } from '../../src/storage/index.ts';

const portIn = (connectionString: string) =>
  Number(/TableEndpoint=http:\/\/[^:]+:(\d+)/.exec(connectionString)?.[1]);

test('a demo that does not start leaves no storage running, and says so in Dutch', async () => {
  let port = 0;
  const ended: string[] = [];
  const failed = startingAll(async (stops) => {
    const azurite = await startOwnAzurite();
    stops.push(azurite.stop);
    port = portIn(azurite.connectionString);
    expect(await isTaken(port)).toBe(true);
    stops.push(async () => {
      ended.push('bot');
      throw new Error('does not end');
    });
    throw new Error('The operation was aborted. Rejecting from abort signal callback while making request.');
  });
  await expect(failed).rejects.toThrow(/De demo is niet gestart.*Er is niets verloren/s);
  await expect(failed).rejects.toThrow('npm run demo');
  expect(ended).toEqual(['bot']);
  expect(await isTaken(port)).toBe(false);
});

test('a demo that starts gives what it is, and ends nothing', async () => {
  const ended: string[] = [];
  const given = await startingAll(async (stops) => {
    stops.push(async () => {
      ended.push('bot');
    });
    return 'the page';
  });
  expect(given).toBe('the page');
  expect(ended).toEqual([]);
});
