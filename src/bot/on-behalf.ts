import { AsyncLocalStorage } from 'node:async_hooks';
import type { Messenger } from '../conversation/messenger.ts';
import { createBuckets } from '../lib/buckets.ts';
import { type Address, channelOf } from '../people/person.ts';
import type { IncomingActivity } from './activity.ts';

/**
 * So many messages come in one channel or chat through what one person says and taps, and as many again in the course of a day:
 * more than anybody has to tell there, and no more than somebody can read. It is as much as a person may put on the calendar in
 * a day, all of which is told.
 */
export const MOST_IN_ONE_PLACE = 50;
const DAY_MS = 24 * 3_600_000;
/** So many people and places together are remembered at once. */
const MOST_REMEMBERED = 20_000;

const enough = { kind: 'refused', reason: 'enough of one person today' } as const;

/**
 * Keeps one person from filling a channel or a chat with what Kompas writes there at their taps. `within` runs a turn as that of
 * its sender; `limited` gives a messenger that, in such a turn, writes to one place as long as its bucket of
 * `MOST_IN_ONE_PLACE` is not empty. What comes after that is refused like a message that cannot be delivered: what somebody did
 * is kept, and who does it hears that the others were not told. Answers to who talks to Kompas do not count, and neither does the
 * clock.
 *
 * It is counted in memory, so that nothing is kept of who told whom (trust:no-trace); each process counts for itself. `now` is in
 * milliseconds.
 */
export function createOnBehalf(now: () => number) {
  const senders = new AsyncLocalStorage<string>();
  const buckets = createBuckets(MOST_IN_ONE_PLACE, now, MOST_REMEMBERED, DAY_MS);

  function mayTell({ conversation }: Address): boolean {
    const sender = senders.getStore();
    return sender === undefined || buckets.take(JSON.stringify([sender, channelOf(conversation)]));
  }

  return {
    within: <R>({ from, conversation }: IncomingActivity, turn: () => Promise<R>): Promise<R> =>
      senders.run(from.aadObjectId || conversation.id, turn),
    limited: ({ send, post, rewrite }: Messenger): Messenger => ({
      send: async (address, message) => (mayTell(address) ? send(address, message) : enough),
      post: async (address, message) => (mayTell(address) ? post(address, message) : enough),
      rewrite,
    }),
  };
}
