/**
 * How long a test waits for one thing before it says that it hangs, in milliseconds. It guards and measures nothing: a
 * machine four times as slow, with other work beside it, stays far below.
 */
export const PATIENCE_MS = 60_000;

/** Looks again and again until something holds, for so long. */
export const patience = { timeout: PATIENCE_MS, interval: 20 };

/** How long a whole test or its preparation may take before it says that it hangs, in milliseconds. */
export const TEST_MS = 600_000;
