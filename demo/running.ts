import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Where a demo on this machine says from which folder it runs, by the port of its bot. */
const placeFile = (port: number) => join(tmpdir(), `kompas-demo-${port}`);

/** Notes from which folder the demo on this port runs; gives what takes that note away. */
export async function noteFolder(port: number, folder: string): Promise<() => Promise<void>> {
  await writeFile(placeFile(port), folder);
  return () => rm(placeFile(port), { force: true });
}

/** From which folder the demo on this port runs; undefined when it does not say. */
export const folderOf = (port: number): Promise<string | undefined> =>
  readFile(placeFile(port), 'utf8').catch(() => undefined);
