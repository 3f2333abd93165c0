import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ConnectorTally } from './connector-process.ts';

/** Starts the connector double in a process of its own; `rps` is what it takes in any sliding second, all of it when left out. */
export async function startConnectorProcess(rps?: number) {
  const child = fork(new URL('./connector-process.ts', import.meta.url), { execArgv: [] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  if (rps !== undefined) child.send({ throttle: { perSecond: rps } });
  return {
    url,
    tally: async () => {
      child.send('tally');
      return ((await once(child, 'message')) as [ConnectorTally])[0];
    },
    /** Starts counting anew. */
    forget: async () => {
      child.send('forget');
      await once(child, 'message');
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
