import type { Temporal } from 'temporal-polyfill';
import type { Address, Person } from '../people/person.ts';

/** One thing that one person said or tapped. */
export interface Turn {
  now: Temporal.Instant;
  /** Id in the municipality's directory, from the verified activity: the only thing rights may rest on. */
  directoryId: string;
  scope: 'personal' | 'group' | 'channel';
  /** Where an answer to this person goes. */
  address: Address;
  /** What was typed, without the mention of the bot; empty for a tap. */
  text: string;
  /** Who this is, read once a turn; undefined for somebody whom no administrator added. */
  person(): Promise<Person | undefined>;
}
