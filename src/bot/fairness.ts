import { soundsLikeDistress } from '../language/distress.ts';
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
}

const MINUTE_MS = 60_000;
/** So many senders are remembered at once. When more come, whoever was quiet for longest has all their turns again. */
const MOST_SENDERS = 10_000;
/** Of somebody who has no turns left, so many messages a minute are heard all the same when they are not well. */
const HEARD_PER_MINUTE = 10;
/** Typed text is looked at up to here, as far as it would be read in a turn. */
const LONGEST_TEXT = 2_000;

/**
 * A bucket for each key, which fills evenly and is full after a minute. It is kept in memory, and only while it is not full.
 * `size` is how many are.
 */
export function createBuckets(perMinute: number, now: () => number, most = MOST_SENDERS) {
  /** Whoever took last is last. */
  const buckets = new Map<string, { left: number; at: number }>();

  /** A bucket of which nothing was taken for a minute is full, and then there is nothing to remember. */
  function forget(at: number): void {
    for (const [key, bucket] of buckets) {
      if (at - bucket.at < MINUTE_MS && buckets.size < most) return;
      buckets.delete(key);
    }
  }

  return {
    /** True when there was one left; it is taken. */
    take: (key: string): boolean => {
      const before = buckets.get(key);
      const at = now();
      const gained = before ? (Math.max(0, at - before.at) / MINUTE_MS) * perMinute : perMinute;
      const left = Math.min(perMinute, (before?.left ?? 0) + gained);
      buckets.delete(key);
      forget(at);
      buckets.set(key, { left: left < 1 ? left : left - 1, at });
      return left >= 1;
    },
    size: () => buckets.size,
  };
}

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
}: FairnessOptions): (activity: IncomingActivity) => Admission {
  const turns = createBuckets(turnsPerMinute, now);
  const heard = createBuckets(HEARD_PER_MINUTE, now);
  const told = createBuckets(1, now);

  /** What somebody typed who is not well is not dropped unheard. */
  const isDistressed = (activity: IncomingActivity) =>
    activity.type.startsWith('message') &&
    soundsLikeDistress(typedText(activity).text.slice(0, LONGEST_TEXT)) !== undefined;

  return (activity) => {
    const { type, from, conversation } = activity;
    const isTalk = type === 'invoke' || type.startsWith('message');
    const sender = `${isTalk ? 'talk' : 'event'} ${from.aadObjectId || conversation.id}`;
    if (turns.take(sender)) return 'run';
    if (isDistressed(activity) && heard.take(sender)) return 'run';
    return told.take(sender) ? 'tell' : 'drop';
  };
}
