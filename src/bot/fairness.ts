import { createBuckets } from '../lib/buckets.ts';
import { inNeed } from '../people/in-need.ts';
import type { Settings } from '../people/municipality.ts';
import type { IncomingActivity } from './activity.ts';
import { typedText } from './text.ts';

/**
 * What becomes of an activity: its turn runs; or it does not, and the sender is told so, or was told within the last minute.
 */
export type Admission = 'run' | 'tell' | 'drop';

export interface FairnessOptions {
  /** So many turns a minute for each sender, and as many at once after a minute of rest. */
  turnsPerMinute: number;
  /** Milliseconds of any clock; one that is set back counts from there. */
  now(): number;
  /** Says whether words of distress are looked for at all; read for those alone. */
  settings(): Promise<Settings>;
}

/** Of somebody who has no turns left, so many messages a minute are heard all the same when they are not well. */
const HEARD_PER_MINUTE = 10;

/**
 * Gives the function that says whether an activity gets a turn, so that one sender cannot keep others waiting. A sender is an
 * account; without one it is the conversation. What Teams tells of itself (installs, who joined) counts apart, so that whoever
 * adds a hundred colleagues can still talk to the bot.
 *
 * Each process counts for itself: two of them give a sender twice as many turns, which is still few.
 */
export function createFairness({
  turnsPerMinute,
  now,
  settings,
}: FairnessOptions): (activity: IncomingActivity) => Promise<Admission> {
  const turns = createBuckets(turnsPerMinute, now);
  const heard = createBuckets(HEARD_PER_MINUTE, now);
  const told = createBuckets(1, now);

  /** What somebody typed who is not well is not dropped unheard. */
  const isInNeed = async (activity: IncomingActivity) =>
    activity.type.startsWith('message') &&
    (await inNeed({ text: typedText(activity).text, settings })) !== undefined;

  return async (activity) => {
    const { type, from, conversation } = activity;
    const isTalk = type === 'invoke' || type.startsWith('message');
    const sender = `${isTalk ? 'talk' : 'event'} ${from.aadObjectId || conversation.id}`;
    if (turns.take(sender)) return 'run';
    if (!heard.isEmpty(sender) && (await isInNeed(activity)) && heard.take(sender)) return 'run';
    return told.take(sender) ? 'tell' : 'drop';
  };
}
