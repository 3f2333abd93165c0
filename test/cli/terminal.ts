import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { inject, vi } from 'vitest';
import { clockOf } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Core, createCore, openKompasStorage } from '../../src/core.ts';
import { auditTable } from '../../src/people/tables.ts';

export interface Result {
  code: number;
  out: string;
  err: string;
}

/** A terminal on an installation of its own: the real command line, on the run's storage, with a tenant of its own. */
export interface Terminal {
  core: Core;
  /** Runs `kompas …`. */
  kompas(...args: string[]): Promise<Result>;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** Moves the clock of this installation to a moment; it runs on from there. */
  setClock(moment: Temporal.Instant): Promise<void>;
  /** What the log says so far, as "what: about". */
  log(): Promise<string[]>;
  close(): Promise<void>;
}

// Each command is a process of its own, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CLI = join(import.meta.dirname, '../../src/cli.ts');

export async function openTerminal(): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-cli-'));
  const env = {
    ...{ KOMPAS_LOCAL: 'true', BOT_TENANT_ID: randomUUID(), DATA_FOLDER: folder },
    STORAGE_CONNECTION_STRING: inject('connectionString'),
  };
  const config = readConfig(env);
  const storage = await openKompasStorage({ connectionString: env.STORAGE_CONNECTION_STRING });
  const core = createCore(config, storage, clockOf(config));
  return {
    core,
    kompas: (...args) => run(args, env, folder),
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    setClock: async (moment) => {
      const seconds = Math.round((moment.epochMilliseconds - Date.now()) / 1_000);
      await writeFile(join(folder, 'clock-offset'), `${seconds}\n`);
    },
    log: async () => {
      const rows = await storage.table(auditTable).range({ from: '' });
      return rows
        .filter(({ partition }) => partition.startsWith(config.tenantId))
        .sort((a, b) => (a.value.at < b.value.at ? -1 : 1))
        .map(({ value: { who, what, about } }) => `${who}: ${what} (${about})`);
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** Runs the command line with these variables and nothing else of the surroundings. */
export function run(args: readonly string[], env: Record<string, string>, cwd: string): Promise<Result> {
  return new Promise((resolve) => {
    const { PATH = '' } = process.env;
    execFile(process.execPath, [CLI, ...args], { env: { PATH, ...env }, cwd }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}
