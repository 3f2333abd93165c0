import { Temporal } from 'temporal-polyfill';
import { runKompas } from './cli/run.ts';
import { loadEnvFile } from './env.ts';

/**
 * Lets a reader go that has seen enough (`… | head`): what follows is written to nobody, and the command still ends as
 * it should, with its storage stopped.
 */
function letReadersGo(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

loadEnvFile();
letReadersGo();
process.exitCode = await runKompas(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  now: () => Temporal.Now.instant(),
  // Opened only by a command that reads it.
  input: () => process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
