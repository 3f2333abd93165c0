import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { SharedBotOptions, SharedBotTally } from './bot-process.ts';

/** Starts a whole bot in a process of its own; resolves once it listens. */
export async function startSharedBot(options: SharedBotOptions) {
  const child = fork(new URL('./bot-process.ts', import.meta.url), [JSON.stringify(options)], {
    execArgv: [],
  });
  await once(child, 'message');
  return {
    tally: async () => {
      child.send('tally');
      return ((await once(child, 'message')) as [SharedBotTally])[0];
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
