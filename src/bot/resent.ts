import type { IncomingActivity } from './activity.ts';

/** Teams sends a tap again within seconds, when the answer was lost on its way. */
const KEPT_MS = 60_000;
/** Answers that are kept at most; the oldest go first. */
const MOST_KEPT = 500;

/**
 * Gives `run` for activities that may come twice: a tap or search with an id that was seen a moment ago gets the answer of
 * then, or waits for it, and nothing is done again. Answers are kept in memory only, for a minute, and given to nobody but
 * their sender: what is stored may not tell who tapped and when (trust:no-trace). So another instance may do it again;
 * what it stores has keys of its own that make it the same. What failed may be tried again. `now` is in milliseconds.
 */
export function onceEach<A>(
  run: (activity: IncomingActivity) => Promise<A>,
  now: () => number = () => performance.now(),
): (activity: IncomingActivity) => Promise<A> {
  const kept = new Map<string, { answer: Promise<A>; until: number }>();
  return (activity) => {
    if (activity.type !== 'invoke') return run(activity);
    const { id, from, conversation, serviceUrl } = activity;
    const key = JSON.stringify([serviceUrl, conversation.id, from.id, from.aadObjectId, id]);
    const at = now();
    for (const [old, { until }] of kept) {
      if (until > at && kept.size < MOST_KEPT) break;
      kept.delete(old);
    }
    const before = kept.get(key);
    if (before) return before.answer;
    const answer = run(activity);
    kept.set(key, { answer, until: at + KEPT_MS });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
