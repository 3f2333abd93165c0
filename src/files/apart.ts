import { Worker } from 'node:worker_threads';
import { oneAtATime } from '../lib/one-at-a-time.ts';

/** Why something did not come to an end apart: it took too long, or more memory than it may have. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** So long a file may take, in milliseconds. A list of 20,000 lines takes a few seconds. */
const MOST_MS = 90_000;
/** So much memory a file may take. A list of 100,000 lines takes about half of it. */
const MOST_MEGABYTES = 1_024;

const inTurn = oneAtATime();

/**
 * Runs the function `work` of a module in a thread of its own, so that nobody else waits for it, and gives what it gives. What
 * goes in and comes out is copied: plain data. One at a time, since each takes a processor. Throws what `work` throws, as an
 * error without its text, and `TooMuch` when it takes too long or too much.
 */
export function apart<In, Out>(module: URL, input: In, mostMs = MOST_MS): Promise<Out> {
  return inTurn('', () => inThread<In, Out>(module, input, mostMs));
}

function inThread<In, Out>(module: URL, input: In, mostMs: number): Promise<Out> {
  const worker = new Worker(new URL('apart-thread.ts', import.meta.url), {
    workerData: { module: module.href, input },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // What a library prints of a file may be user text.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Out>((resolve, reject) => {
    timer = setTimeout(() => reject(new TooMuch('too long')), mostMs);
    worker.once('message', (said: { output: Out } | { failed: string }) =>
      'output' in said ? resolve(said.output) : reject(new Error(said.failed)),
    );
    worker.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuch('too large') : error),
    );
    worker.once('exit', () => reject(new TooMuch('ended')));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
