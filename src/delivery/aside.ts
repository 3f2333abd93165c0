import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import type { Person } from '../people/person.ts';
import type { Received } from '../storage/index.ts';
import { isNewer, type QueueMessage, readMessage, teamIn, withRecipients } from './queue-message.ts';
import type { Round } from './round.ts';
import type { DeliveryStore } from './store.ts';
import type { AsideReason } from './tables.ts';

/** What is done with queue messages that cannot be worked on. Reports hold no names. */
export interface AsideTools {
  store: DeliveryStore;
  members(team: string): Promise<Person[]>;
  now(): Temporal.Instant;
  /** Told of each message that was given back since this version does not understand it. */
  onUnread?(report: { reason: string; round?: string }): void;
  /** Told of each message that was set aside. */
  onSetAside?(report: { round?: string; reason: AsideReason; error?: unknown }): void;
}

/**
 * A message is begun so often in vain, as often as Azure's own queue workers do: with two minutes in between a
 * passing fault has ten minutes to pass. What counts is what was begun and broke off, and not how often the queue
 * handed it out: throttling, a process that stops, or a copy in other hands cost no try.
 */
export const MOST_TRIES = 5;

/** For this long a message waits for a version that understands it: soon enough after an upgrade, and no busy loop. */
const UNREAD_SECONDS = 300;

/**
 * Gives a message back with this text, visible again after so many seconds. Whoever is no longer in its team is taken out: nobody
 * could while it was held (trust:see-and-erase).
 */
export async function giveBack(
  { store, members }: Pick<AsideTools, 'store' | 'members'>,
  received: Received,
  body: string,
  seconds: number,
): Promise<void> {
  const team = teamIn(body);
  const present = new Set(team === undefined ? [] : (await members(team)).map(({ id }) => id));
  await store.queue.giveBack(
    received,
    withRecipients(body, (id) => present.has(id)),
    seconds,
  );
}

/**
 * Gives back a message that this version does not understand: another version may run beside it, or come after it. What no
 * version wrote is set aside after `MOST_TRIES`.
 */
export async function giveBackUnread(tools: AsideTools, received: Received): Promise<void> {
  const message = readMessage(received.body);
  if (!message && !isNewer(received.body) && received.deliveries >= MOST_TRIES) {
    const day = today(tools.now()).toString();
    await tools.store.keepAside(received.id, { day, reason: 'not readable' });
    await tools.store.queue.remove(received);
    tools.onSetAside?.({ reason: 'not readable' });
    return;
  }
  await giveBack(tools, received, received.body, UNREAD_SECONDS);
  const round = message?.occurrence.round;
  if (round !== undefined) tools.onUnread?.({ reason: 'of a round that is not known here', round });
  else tools.onUnread?.({ reason: isNewer(received.body) ? 'of a newer version' : 'not readable' });
}

/**
 * Takes a message out of the queue for good and keeps that it could not be done, and why. Whoever has no outcome yet
 * counts as not reached, so the round of the next working day makes up for them where its window allows.
 */
export async function setAside(
  { store, onSetAside }: AsideTools,
  received: Received,
  { discreet }: Round,
  { occurrence }: QueueMessage,
  reason: AsideReason,
  error?: unknown,
): Promise<void> {
  const { round, team, period, day } = occurrence;
  await store.keepAside(received.id, { round, team: discreet ? undefined : team, period, day, reason });
  await store.queue.remove(received);
  onSetAside?.({ round, reason, error });
}
