import { parentPort, workerData } from 'node:worker_threads';

/** What `apart` starts: the function `work` of one module, once. */
const { module, input } = workerData as { module: string; input: unknown };

try {
  const { work } = (await import(module)) as { work(input: unknown): unknown };
  parentPort?.postMessage({ output: await work(input) });
} catch (error) {
  // The text of an error may quote the file.
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error };
  const at = stack.split('\n').find((line) => /^\s*at \S.*\/src\/[\w./-]+:\d+:\d+\)?$/.test(line));
  parentPort?.postMessage({ failed: `${name} ${at?.trim() ?? ''}` });
}
