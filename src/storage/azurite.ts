import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** An Azurite that runs beside us: tables and queues of local use. */
export interface LocalStorage {
  connectionString: string;
  /** True when it was there before us, with its data wherever it keeps them. */
  ranAlready: boolean;
  /** Ends it with SIGTERM, so that it writes everything down first; one that ran already is left alone. */
  stop(): Promise<void>;
}

export interface LocalStorageOptions {
  /** Where everything is kept. */
  folder: string;
  /** Three ports in a row are used: blobs, queues, tables. */
  port: number;
}

/** The ports of one Azurite. Asked for as 0, the system gives a free one. */
interface Ports {
  blob: number;
  queue: number;
  table: number;
}

const HOST = '127.0.0.1';
/** Longer than any machine needs: this only ends an Azurite that hangs. */
const START_MS = 120_000;
/** The account and key that every Azurite in the world has; they open nothing else. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

function connectionString({ queue, table }: Ports): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    `QueueEndpoint=http://${HOST}:${queue}/${ACCOUNT}`,
    `TableEndpoint=http://${HOST}:${table}/${ACCOUNT}`,
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

function spawnAzurite(folder: string | undefined, { blob, queue, table }: Ports) {
  const kept = folder ? ['--location', folder] : ['--inMemoryPersistence'];
  const main = join(
    dirname(createRequire(import.meta.url).resolve('azurite/package.json')),
    'dist/src/azurite.js',
  );
  const hosts = ['--blobHost', HOST, '--queueHost', HOST, '--tableHost', HOST];
  const ports = ['--blobPort', `${blob}`, '--queuePort', `${queue}`, '--tablePort', `${table}`];
  return spawn(
    process.execPath,
    [main, '--silent', '--skipApiVersionCheck', '--disableTelemetry', ...kept, ...hosts, ...ports],
    // Its own group: a Ctrl-C in the terminal reaches us first, and we stop it in order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
}

/** The ports on which Azurite said that it listens, or undefined as long as it did not say so of all three. */
function portsIn(words: string): Ports | undefined {
  const of = (service: string) =>
    Number(new RegExp(`${service} service is successfully listening at http\\S+:(\\d+)\\s`).exec(words)?.[1]);
  const ports = { blob: of('Blob'), queue: of('Queue'), table: of('Table') };
  return Object.values(ports).every(Number.isInteger) ? ports : undefined;
}

/** Resolves when it listens on all of its ports; rejects with its last words when it ends before that. */
function announced(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ports> {
  return new Promise((resolve, reject) => {
    let words = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        words = (words + text).slice(-2_000);
        const ports = portsIn(words);
        if (ports) resolve(ports);
      });
    }
    child.once('error', reject);
    child.once('close', () => reject(new Error(`Azurite did not start: ${words}`)));
  });
}

async function launch(folder: string | undefined, wanted: Ports): Promise<LocalStorage> {
  if (folder) await mkdir(folder, { recursive: true });
  const child = spawnAzurite(folder, wanted);
  const tooLong = setTimeout(() => child.kill('SIGKILL'), START_MS);
  try {
    return {
      connectionString: connectionString(await announced(child)),
      ranAlready: false,
      stop: () => stopped(child),
    };
  } finally {
    clearTimeout(tooLong);
  }
}

/**
 * Starts Azurite as a child process, or takes the one that still runs on these ports: its data are the same.
 * Throws with its last words when it ends before it listens.
 */
export async function startAzurite({ folder, port }: LocalStorageOptions): Promise<LocalStorage> {
  const ports = { blob: port, queue: port + 1, table: port + 2 };
  if (await listening(ports.table))
    return { connectionString: connectionString(ports), ranAlready: true, stop: async () => {} };
  return launch(folder, ports);
}

/**
 * Starts an Azurite that is nobody else's, on ports that the system gives: never one that runs already. Without a folder
 * it keeps everything in memory. Throws as `startAzurite`.
 */
export function startOwnAzurite(folder?: string): Promise<LocalStorage> {
  return launch(folder, { blob: 0, queue: 0, table: 0 });
}
