/** Sets and clears a timer; a test brings its own. */
export interface Timers {
  set(work: () => void, ms: number): unknown;
}

const realTimers: Timers = {
  set: (work, ms) => setTimeout(work, ms).unref(),
};

/** A message in a channel is written anew at most once in so long: Teams allows a conversation only a few a second. */
const PAUSE_MS = 2_000;

/**
 * Bundles what happens in quick succession: the first `work` runs at once, and of what comes within two seconds after
 * that only the last, later. By name, so that two boards do not wait for each other. What a stop of the process loses
 * is made up by the next change. A failure is told to `onError` and keeps nothing from running again.
 */
export function bundled(onError: (error: unknown) => void, timers: Timers = realTimers) {
  const busy = new Map<string, { next?: () => Promise<void> }>();

  function run(name: string, work: () => Promise<void>): void {
    const state: { next?: () => Promise<void> } = {};
    busy.set(name, state);
    work()
      .catch(onError)
      .finally(() => {
        timers.set(() => {
          busy.delete(name);
          if (state.next) run(name, state.next);
        }, PAUSE_MS);
      });
  }

  return (name: string, work: () => Promise<void>): void => {
    const state = busy.get(name);
    if (state) state.next = work;
    else run(name, work);
  };
}
