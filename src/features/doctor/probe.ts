import { randomBytes } from 'node:crypto';
import { key, type Storage, storageTrouble } from '../../storage/index.ts';
import type { Probed, ProbeStep } from './rules.ts';
import { PROBE_QUEUE, probeTable } from './tables.ts';

/** So long a message is ours, in seconds: long enough to remove it. */
const HELD_SECONDS = 5;

async function trying(work: (at: (step: ProbeStep) => void) => Promise<boolean>): Promise<Probed> {
  let step: ProbeStep = 'write';
  try {
    const isRight = await work((next) => {
      step = next;
    });
    return isRight ? { is: 'well' } : { is: 'wrong', step };
  } catch (error) {
    const trouble = storageTrouble(error);
    return trouble ? { is: trouble, step } : { is: 'wrong', step };
  }
}

/** Writes, reads and removes a row of its own. Never rejects. */
export function probeTables(storage: Storage, tenant: string, day: string): Promise<Probed> {
  const table = storage.table(probeTable);
  return trying(async (at) => {
    const row = randomBytes(9).toString('base64url');
    await table.put(key(tenant), key(row), { day });
    at('read');
    const read = await table.get(key(tenant), key(row));
    at('remove');
    const isRemoved = await table.remove(key(tenant), key(row));
    if (read?.value.day !== day) at('read');
    return isRemoved && read?.value.day === day;
  });
}

/**
 * Puts a message of its own in a queue for that alone, takes it out and removes it. What somebody else who looks at the same
 * moment left there is removed along. Never rejects.
 */
export function probeQueue(storage: Storage): Promise<Probed> {
  const queue = storage.queue(PROBE_QUEUE);
  return trying(async (at) => {
    await queue.send('probe');
    at('read');
    const messages = await queue.receive(32, HELD_SECONDS);
    at('remove');
    const removed = await Promise.all(messages.map((message) => queue.remove(message)));
    return removed.every(Boolean);
  });
}
