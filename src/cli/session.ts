import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';
import type { Core } from '../core.ts';
import type { Problem } from '../files/csv.ts';
import type { Storage } from '../storage/index.ts';

/** All that a command has of its surroundings. */
export interface Session {
  /** The variables that `.env.example` explains. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that file names are relative to; an absolute path. */
  folder: string;
  /** The machine's clock. */
  now(): Temporal.Instant;
  /** What is read when a question is `-`. */
  input(): Readable;
  /** Writes text as it is: what was asked for. */
  out(text: string): void;
  /** Writes text as it is: what is wrong. */
  err(text: string): void;
  /** This installation's storage where that is open already; otherwise each command opens it. */
  storage?: Storage;
}

/** Nobody in Teams waits for a command, so storage may take its time. */
const PATIENCE_MS = 15_000;

/** Something that the person at the keyboard can mend; shown without a stack. */
export class InputError extends Error {}

/** Like `Told`, after the command has said it all itself. */
export class ReportedError extends Error {}

/**
 * Runs one command on this installation's storage. In local mode it uses the Azurite of the running bot, or starts
 * one for as long as the command takes.
 */
export async function withCore<R>(session: Session, work: (core: Core) => Promise<R>): Promise<R> {
  const { env, folder } = session;
  const { BOT_APP_ID, STORAGE_ACCOUNT, STORAGE_CONNECTION_STRING, NODE_ENV } = env;
  // Without any address there is only this machine, as after `npm run demo`.
  const nowhere = !BOT_APP_ID && !STORAGE_ACCOUNT && !STORAGE_CONNECTION_STRING && NODE_ENV !== 'production';
  // Loaded only now: it takes a second, which help and a mistyped command need not wait for.
  const { readConfig } = await import('../config.ts');
  const read = readConfig(nowhere ? { ...env, KOMPAS_LOCAL: 'true' } : env);
  const config = { ...read, dataFolder: resolve(folder, read.dataFolder) };
  const { createCore, openKompasStorage } = await import('../core.ts');
  const { clockOf } = await import('../clock.ts');
  const workOn = (storage: Storage) => work(createCore(config, storage, clockOf(config, session.now)));
  if (session.storage) return workOn(session.storage);
  if (config.storage) return workOn(await openKompasStorage(config.storage, { attemptMs: PATIENCE_MS }));
  const { startAzurite } = await import('../storage/index.ts');
  const azurite = await startAzurite({
    folder: join(config.dataFolder, 'azurite'),
    port: config.azuritePort,
  });
  try {
    const { connectionString } = azurite;
    return await workOn(await openKompasStorage({ connectionString }, { attemptMs: PATIENCE_MS }));
  } finally {
    await azurite.stop();
  }
}

/** Who is written in the audit log for a command: whoever may run commands here, which the machine itself guards. */
export const OPERATOR = 'cli';

export function print({ out }: Session, line: string): void {
  out(`${line}\n`);
}

const MOST_PROBLEMS = 100;

/** What is wrong with a file, a line each; of very many only the first ones. */
export function problemLines(problems: readonly Problem[]): string {
  const rest = problems.length - MOST_PROBLEMS;
  return [
    ...problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, reason }) => `  ${line > 0 ? `regel ${line}: ` : ''}${reason}`),
    ...(rest > 0 ? [`  en nog ${rest}`] : []),
  ].join('\n');
}
