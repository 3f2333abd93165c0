import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Config } from './config.ts';

/** The machine's clock. */
export const systemClock = (): Temporal.Instant => Temporal.Now.instant();

/**
 * The clock of this installation, which is the machine's (`real`). In local mode a file `clock-offset` in the data folder
 * may move it by a number of seconds, so that the demo shows an open week in the weekend; the bot and the command line
 * then agree on the time.
 */
export function clockOf(
  { local, dataFolder }: Pick<Config, 'local' | 'dataFolder'>,
  real: () => Temporal.Instant,
): () => Temporal.Instant {
  const file = join(dataFolder, 'clock-offset');
  if (!local || !existsSync(file)) return real;
  const seconds = Number(readFileSync(file, 'utf8')) || 0;
  return () => real().add({ seconds });
}
