import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { wireOfRun } from '../support/wire.ts';
import type { AppProcessOptions } from './app-process.ts';
import type { BotProcessOptions } from './bot-process.ts';

/** Draws numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function started(file: URL, options: object): ChildProcess {
  return fork(file, [JSON.stringify(options)], {
    execArgv: [],
    env: { PATH: process.env.PATH, ...wireOfRun },
  });
}

/** Starts a bot that plans and sends; it waits for the word 'go'. `file` is another version's, to run two side by side. */
export async function startBot(
  options: BotProcessOptions,
  file = new URL('./bot-process.ts', import.meta.url),
): Promise<ChildProcess> {
  const child = started(file, options);
  await once(child, 'message');
  return child;
}

/** Starts the whole bot; gives where activities are sent to. */
export async function startApp(options: AppProcessOptions): Promise<{ child: ChildProcess; url: string }> {
  const child = started(new URL('./app-process.ts', import.meta.url), options);
  const [port] = (await once(child, 'message')) as [number];
  return { child, url: `http://127.0.0.1:${port}/api/messages` };
}

/** True for a process that ended, however it did. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Ends a process as a machine that fails does; one that ended already stays so. */
export async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
