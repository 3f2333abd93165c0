import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Occurrence } from './round.ts';

/** At most this many recipients in one queue message. */
export const RECIPIENTS_A_MESSAGE = 30;

const schema = z.object({
  round: z.string(),
  team: z.string(),
  period: z.string(),
  day: z.string(),
  until: z.string(),
  /** Number of the message within the occurrence. */
  n: z.number().int(),
  /** Ids of people in the team. */
  recipients: z.array(z.string()).max(RECIPIENTS_A_MESSAGE),
  /** How often this message was given back to be tried later. */
  run: z.number().int(),
});

/** One queue message: a part of an occurrence. */
export interface QueueMessage {
  occurrence: Occurrence;
  n: number;
  recipients: string[];
  run: number;
}

/** The text of a message in the queue. */
export function writeMessage({ occurrence, ...rest }: QueueMessage): string {
  return JSON.stringify({ ...occurrence, until: occurrence.until.toString(), ...rest });
}

/** Reads a message; undefined when it is none of ours. */
export function readMessage(body: string): QueueMessage | undefined {
  try {
    const { n, recipients, run, until, ...occurrence } = schema.parse(JSON.parse(body));
    return { occurrence: { ...occurrence, until: Temporal.Instant.from(until) }, n, recipients, run };
  } catch {
    return undefined;
  }
}
