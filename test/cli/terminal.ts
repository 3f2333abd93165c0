import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { inject } from 'vitest';
import { runKompas } from '../../src/cli/run.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { auditTable } from '../../src/people/tables.ts';
import type { Storage } from '../../src/storage/index.ts';
import { refuseAsAzure } from '../support/azure-limits.ts';
import { type Core, createCore } from '../support/core.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { secret } from '../support/secret.ts';

/** A Tuesday in the week of 23 November 2026, just before lunch. */
const NOW = Temporal.Instant.from('2026-11-24T11:00:00Z');

/** What a command that changes something says of the storage of these tests. */
export const SAID = (): string =>
  `Opslag: deze computer (${new URL(/TableEndpoint=([^;]*)/.exec(inject('connectionString'))?.[1] ?? '').host})\n`;

export interface Result {
  code: number;
  out: string;
  err: string;
}

/**
 * A terminal on an installation of its own: the command line in this process, on the run's storage, with a tenant of its
 * own. `process.test.ts` shows that it does the same as a process of its own.
 */
export interface Terminal {
  core: Core;
  /** What its commands find around them, to run one in another way. */
  around: Surroundings;
  /** Runs `kompas …`. */
  kompas(...args: string[]): Promise<Result>;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** Moves the clock of this installation to a moment. */
  setClock(moment: Temporal.Instant): void;
  /** What the log says so far, as "what: about". */
  log(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openTerminal(): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-cli-'));
  const env = {
    BOT_APP_ID: randomUUID(),
    BOT_TENANT_ID: randomUUID(),
    PUBLIC_URL: 'https://kompas.gemeente.example',
    KOMPAS_SECRET: secret,
    // The folder in which a command is typed.
    DATA_FOLDER: '.',
    STORAGE_CONNECTION_STRING: inject('connectionString'),
  };
  const config = readConfig(env);
  const storage = await openKompasStorage(
    { connectionString: env.STORAGE_CONNECTION_STRING },
    { attemptMs: PATIENCE_MS, onRequest: refuseAsAzure },
  );
  let moment = NOW;
  // A little later at every look, so that what is logged stands in the order in which it was done.
  const now = () => {
    moment = moment.add({ milliseconds: 1 });
    return moment;
  };
  const core = createCore(config, storage, now);
  const around = { env, folder, now };
  return {
    core,
    around,
    kompas: (...args) => run(args, { ...around, storage }),
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    setClock: (next) => {
      moment = next;
    },
    log: async () => {
      const rows = await storage.table(auditTable).range({ from: '' });
      return (
        rows
          .filter(({ partition }) => partition.startsWith(config.tenantId))
          // As moments: written out, 0.1 seconds would come after 0.12.
          .sort((a, b) => Temporal.Instant.compare(a.value.at, b.value.at))
          .map(({ value: { who, what, about } }) => `${who}: ${what} (${about})`)
      );
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** What a command finds around it in a test. */
export interface Surroundings {
  env: Record<string, string>;
  folder: string;
  /** The machine's clock; one that stands still where it is left out. */
  now?(): Temporal.Instant;
  /** What is typed, or comes through a pipe. */
  input?: string;
  /** Open already, which saves a command making its tables. */
  storage?: Storage;
}

/** Runs the command line with these surroundings and nothing else. */
export async function run(args: readonly string[], around: Surroundings): Promise<Result> {
  const { input = '', now = () => NOW, ...session } = around;
  const said = { out: '', err: '' };
  const code = await runKompas(args, {
    ...session,
    now,
    input: () => Readable.from([input]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}
