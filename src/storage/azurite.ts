import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** An Azurite that runs beside us: tables and queues of local use. */
export interface LocalStorage {
  connectionString: string;
  /** True when it was running already; then `stop` leaves it alone. */
  reused: boolean;
  /** Ends it with SIGTERM, so that it writes everything down first. */
  stop(): Promise<void>;
}

export interface LocalStorageOptions {
  /** Where everything is kept; without it nothing outlives the process, and nothing waits for the disk. */
  folder?: string;
  /** Three ports in a row are used: blobs, queues, tables. */
  port: number;
}

const HOST = '127.0.0.1';
const START_MS = 30_000;
/** The account and key that every Azurite in the world has; they open nothing else. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

function connectionString(port: number): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    `QueueEndpoint=http://${HOST}:${port + 1}/${ACCOUNT}`,
    `TableEndpoint=http://${HOST}:${port + 2}/${ACCOUNT}`,
  ].join(';');
}

function listening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/**
 * Starts Azurite as a child process, or takes the one that still runs on these ports.
 * Throws with its last words when it ends before it listens.
 */
export async function startAzurite({ folder, port }: LocalStorageOptions): Promise<LocalStorage> {
  const answer = { connectionString: connectionString(port) };
  if (await listening(port + 2)) return { ...answer, reused: true, stop: async () => {} };

  if (folder) await mkdir(folder, { recursive: true });
  const kept = folder ? ['--location', folder] : ['--inMemoryPersistence'];
  const main = join(
    dirname(createRequire(import.meta.url).resolve('azurite/package.json')),
    'dist/src/azurite.js',
  );
  const child = spawn(
    process.execPath,
    [
      main,
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      ...kept,
      '--blobHost',
      HOST,
      '--queueHost',
      HOST,
      '--tableHost',
      HOST,
      '--blobPort',
      `${port}`,
      '--queuePort',
      `${port + 1}`,
      '--tablePort',
      `${port + 2}`,
    ],
    // In a process group of its own: a Ctrl-C in the terminal reaches us alone, and we stop Azurite in order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      words = (words + text).slice(-2_000);
    });
  }
  const until = Date.now() + START_MS;
  while (!((await listening(port + 1)) && (await listening(port + 2)))) {
    if (child.exitCode !== null) throw new Error(`Azurite ended at once: ${words}`);
    if (Date.now() > until) {
      await stopped(child);
      throw new Error(`Azurite did not start in ${START_MS / 1000} s: ${words}`);
    }
    await delay(50);
  }
  return { ...answer, reused: false, stop: () => stopped(child) };
}
