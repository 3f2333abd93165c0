import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { takenBack, takenBackSince, takenBackTable } from '../../src/people/taken-back.ts';
import { testStorage } from '../support/storage.ts';

const [before, after] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const stopped = { what: 'check-ins', directoryId: 'account-1' } as const;
const start = Temporal.Instant.from('2026-11-24T10:00:00Z');

test('what was noted under an older key holds again once it is undone, under every key', async () => {
  const { storage } = await testStorage([takenBackTable]);
  let now = start;
  const opened = (secret: Buffer, others: readonly Buffer[]) =>
    takenBack(
      storage,
      'gemeente',
      () => secret,
      () => others,
      () => now,
    );
  const isTaken = async () =>
    takenBackSince(await opened(after, [before]).all(), start, 'gemeente', [after, before]).other(stopped);
  await opened(before, []).note(stopped);
  expect(await isTaken()).toBe(true);
  now = now.add({ minutes: 1 });
  await opened(after, [before]).undo(stopped);
  expect(await isTaken()).toBe(false);
  now = now.add({ minutes: 1 });
  await opened(after, [before]).note(stopped);
  expect(await isTaken()).toBe(true);
});

test('what was never taken back leaves nothing behind when it is undone', async () => {
  const { storage } = await testStorage([takenBackTable]);
  const store = takenBack(
    storage,
    'gemeente',
    () => after,
    () => [before],
    () => start,
  );
  await store.undo(stopped);
  expect(await store.all()).toEqual([]);
});
