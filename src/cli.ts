import { runKompas } from './cli/run.ts';
import { systemClock } from './clock.ts';
import { loadEnvFile } from './env.ts';

/**
 * Goes on without a reader that has seen enough (`… | head`): the rest is written to nobody, and the command
 * still ends as it should, with its storage stopped.
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
  now: systemClock,
  // Opened only by a command that reads it.
  input: () => process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
