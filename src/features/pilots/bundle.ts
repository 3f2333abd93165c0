/** Does work after so many milliseconds. */
export type Later = (ms: number, work: () => void) => void;

/** The timer of the process; it keeps nothing alive. */
export const timerLater: Later = (ms, work) => {
  setTimeout(work, ms).unref();
};

export interface BundleTools {
  everyMs: number;
  later: Later;
  /** Hears of work that threw. */
  failed(error: unknown): void;
}

/** Work that did not succeed is tried so often, each time after twice as long. */
const ATTEMPTS = 5;

/**
 * Gives a function that asks for work by a name. What is asked while that work is busy or rests is done once, after it:
 * so the work reads its state when it begins, and the last state always wins. `work` tells whether it succeeded.
 */
export function bundled(
  work: (name: string) => Promise<boolean>,
  { everyMs, later, failed }: BundleTools,
): (name: string) => void {
  /** What is busy or rests, and whether it was asked for again meanwhile. */
  const busy = new Map<string, { again: boolean }>();

  async function run(name: string, attempt: number): Promise<void> {
    const state = { again: false };
    busy.set(name, state);
    const succeeded = await work(name).catch((error) => {
      failed(error);
      return false;
    });
    later(everyMs * 2 ** attempt, () => {
      if (state.again) void run(name, 0);
      else if (!succeeded && attempt + 1 < ATTEMPTS) void run(name, attempt + 1);
      else busy.delete(name);
    });
  }

  return (name) => {
    const state = busy.get(name);
    if (state) state.again = true;
    else void run(name, 0);
  };
}
