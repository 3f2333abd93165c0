import { connect } from 'node:net';

/** True when something on this machine listens on the port. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** What has the port of the bot: a Kompas, another program, or nothing. */
export async function whatRuns(port: number): Promise<'kompas' | 'other' | undefined> {
  if (!(await isTaken(port))) return undefined;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3_000) });
    const health = (await response.json()) as { storage?: unknown };
    return typeof health.storage === 'string' ? 'kompas' : 'other';
  } catch {
    return 'other';
  }
}
