import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Occurrence } from './round.ts';

/** At most this many recipients in one queue message. */
export const RECIPIENTS_A_MESSAGE = 30;

/**
 * Goes up when the fields below change their meaning. A message without a version is of the first; the second has a time that
 * people chose, and a version that does not know it would take it for the round's own. What has none is written as of the first.
 */
const VERSIONS = { first: 1, withTime: 2 } as const;

const schema = z.object({
  v: z.literal([VERSIONS.first, VERSIONS.withTime]).optional(),
  round: z.string(),
  team: z.string(),
  period: z.string(),
  day: z.string(),
  at: z.string().optional(),
  until: z.string(),
  /** Number of the message within the occurrence. */
  n: z.number().int(),
  /** Ids of people in the team. */
  recipients: z.array(z.string()).max(RECIPIENTS_A_MESSAGE),
  /** How often this message was given back to be tried later. */
  run: z.number().int(),
  /** When it was planned, by the clock of who planned it; missing in what versions before this one wrote. */
  planned: z.string().optional(),
});

/**
 * What every version keeps in its place, so that people can be taken out of a message that is otherwise not
 * understood (trust:see-and-erase).
 */
const kept = z.object({ team: z.string(), recipients: z.array(z.string()) });

/** One queue message: a part of an occurrence. */
export interface QueueMessage {
  occurrence: Occurrence;
  n: number;
  recipients: string[];
  run: number;
  planned?: Temporal.Instant;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The text of a message in the queue. */
export function writeMessage({ occurrence, planned, ...rest }: QueueMessage): string {
  const v = occurrence.at === undefined ? VERSIONS.first : VERSIONS.withTime;
  return JSON.stringify({
    v,
    ...occurrence,
    until: occurrence.until.toString(),
    ...rest,
    planned: planned?.toString(),
  });
}

/** Reads a message; undefined when it is of a newer version, or none of ours. */
export function readMessage(body: string): QueueMessage | undefined {
  try {
    const { v: _, n, recipients, run, until, planned, ...occurrence } = schema.parse(parsed(body));
    return {
      occurrence: { ...occurrence, until: Temporal.Instant.from(until) },
      n,
      recipients,
      run,
      ...(planned === undefined ? {} : { planned: Temporal.Instant.from(planned) }),
    };
  } catch {
    return undefined;
  }
}

/**
 * The moment that counts for what is due of a message: now, or when it was planned where this clock is behind that of who planned it.
 * Clocks differ: what was due there would not be due yet here, and everybody be skipped.
 */
export function momentOf({ planned }: QueueMessage, now: Temporal.Instant): Temporal.Instant {
  return planned && Temporal.Instant.compare(now, planned) < 0 ? planned : now;
}

/** True for a message of a version that came after this one. */
export function isNewer(body: string): boolean {
  const { success, data } = z.object({ v: z.number().int() }).safeParse(parsed(body));
  return success && data.v > VERSIONS.withTime;
}

/** The team of a message of any version; undefined when it names none. */
export function teamIn(body: string): string | undefined {
  return kept.safeParse(parsed(body)).data?.team;
}

/** A message of any version with these of its recipients only; what is none of ours stays as it is. */
export function withRecipients(body: string, keep: (personId: string) => boolean): string {
  const message = parsed(body);
  const { success, data } = kept.safeParse(message);
  // The rest stays in its order: nobody here knows whether that means something.
  return success
    ? JSON.stringify({ ...(message as object), recipients: data.recipients.filter(keep) })
    : body;
}
