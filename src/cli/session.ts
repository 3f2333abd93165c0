import { join } from 'node:path';
import { clockOf } from '../clock.ts';
import { readConfig } from '../config.ts';
import type { Core } from '../core.ts';
import type { Problem } from '../files/csv.ts';
import { startAzurite } from '../storage/index.ts';

/** Something that the person at the keyboard can mend; shown without a stack. */
export class Told extends Error {}

/**
 * Runs one command on this installation's storage. In local mode it uses the Azurite of the running bot, or starts
 * one for as long as the command takes.
 */
export async function withCore<R>(work: (core: Core) => Promise<R>): Promise<R> {
  const { BOT_APP_ID, STORAGE_ACCOUNT, STORAGE_CONNECTION_STRING, NODE_ENV } = process.env;
  // Without any address there is only this machine, as after `npm run demo`.
  const nowhere = !BOT_APP_ID && !STORAGE_ACCOUNT && !STORAGE_CONNECTION_STRING && NODE_ENV !== 'production';
  const config = readConfig(nowhere ? { ...process.env, KOMPAS_LOCAL: 'true' } : process.env);
  // Only now: storage's libraries take a second to load, which help and a mistyped command need not wait for.
  const { createCore, openKompasStorage } = await import('../core.ts');
  const azurite = config.storage
    ? undefined
    : await startAzurite({ folder: join(config.dataFolder, 'azurite'), port: config.azuritePort });
  try {
    const storage = await openKompasStorage(
      config.storage ?? { connectionString: azurite?.connectionString ?? '' },
    );
    return await work(createCore(config, storage, clockOf(config)));
  } finally {
    await azurite?.stop();
  }
}

/** Who is written in the audit log for a command: whoever may run commands here, which the machine itself guards. */
export const OPERATOR = 'cli';

/**
 * Lets a reader go that has seen enough (`… | head`): what follows is written to nobody, and the command still ends as
 * it should, with its storage stopped.
 */
export function letReadersGo(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
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
