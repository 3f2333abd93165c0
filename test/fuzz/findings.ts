/** What a run found. */
export interface Findings {
  seed: number;
  runs: number;
  seconds: number;
  /** How often each status was given. */
  statuses: Record<string, number>;
  /** What was answered with a 5xx or not at all: the first few, as they were sent. */
  failed: { status: number; sent: string }[];
  failures: number;
  /** What the bot logged as an error, and how often: somebody read "Dit lukte niet" then. */
  logged: Record<string, number>;
  /** Why the process ended, if it did. */
  crash?: string;
  /** True when something that was sent changed all objects of the process. */
  isPolluted: boolean;
  /** Memory in use after collecting garbage, halfway and at the end, and what came on in between. In megabytes. */
  heapMb: { half: number; end: number; growth: number };
  /** How long an activity took, in milliseconds. */
  ms: { p50: number; p99: number; max: number };
}

/** More than this between the two halves is a leak, in megabytes: of 2,000 runs the second half still fills the last caches. */
const MOST_GROWTH_MB = 15;

/** What is wrong, one a line; nothing when the bot held. */
export function faultsOf({ failures, failed, logged, crash, isPolluted, heapMb }: Findings): string[] {
  return [
    ...(crash === undefined ? [] : [`the bot ended with ${crash}`]),
    ...(failures === 0 ? [] : [`${failures} answers were a 5xx or none, such as ${JSON.stringify(failed)}`]),
    ...Object.entries(logged).map(([kind, times]) => `failed ${times} times inside: ${kind}`),
    ...(isPolluted ? ['all objects of the bot were changed'] : []),
    ...(heapMb.growth <= MOST_GROWTH_MB ? [] : [`memory grew by ${heapMb.growth} MB`]),
  ];
}

/** The time below which so large a part of them stays, in tenths of a millisecond. `sorted` is in order. */
export function percentile(sorted: readonly number[], part: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
}
