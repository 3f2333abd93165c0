import type { Queue, Received } from '../storage/index.ts';
import { withRecipients } from './queue-message.ts';

const HELD_SECONDS = 20;
const BATCH = 32;
/** The most batches that are looked through: others may go on filling the queue meanwhile. */
const MOST_BATCHES = 500;

/**
 * Takes one person out of every message that waits. One that is hidden at this moment cannot be changed: a worker holds it, or gave it
 * back for later, for an hour at most. The worker that gives it back or takes it next takes out who is no longer there.
 */
export async function forgetInQueue(queue: Queue, personId: string): Promise<void> {
  const seen: { message: Received; body: string }[] = [];
  for (let n = 0; n < MOST_BATCHES; n += 1) {
    const batch = await queue.receive(BATCH, HELD_SECONDS);
    if (batch.length === 0) break;
    for (const message of batch) {
      seen.push({ message, body: withRecipients(message.body, (id) => id !== personId) });
    }
  }
  await Promise.all(seen.map(({ message, body }) => queue.giveBack(message, body, 0)));
}
