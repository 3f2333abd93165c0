import type { Address } from '../people/person.ts';
import type { Message } from './message.ts';
import type { Posted, SendOutcome } from './send-outcome.ts';

/**
 * Reaches people and channels: one attempt each, never an error. Which share of Teams' limit it draws on (people who are
 * there now, or rounds) is bound inside.
 */
export interface Messenger {
  /** Writes to somebody in their own chat, or to a channel. */
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** The same, and gives the id of the message for a later `rewrite`. */
  post(address: Address, message: Message): Promise<Posted>;
  /** Puts a message in the place of an earlier one, for everybody who sees it. */
  rewrite(address: Address, id: string, message: Message): Promise<SendOutcome>;
}
