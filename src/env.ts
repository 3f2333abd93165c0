import { existsSync } from 'node:fs';

/** Adds what stands in `.env` to the environment, where there is such a file; what is set already stays. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
