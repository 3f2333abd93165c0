import { type Config, ConfigError } from './config.ts';
import { loadingOptions } from './telemetry.ts';

const WHY = [
  'Hiermee zou iets vastleggen wat Kompas aan de opslag vraagt. Kompas start niet.',
  'In zo’n lijst staat een account vlak naast een code. Wie die leest, weet dan van wie een antwoord is.',
  'Haal dit weg. In docs/beheer.md staat hoe je Kompas wel in de gaten houdt:',
];

/**
 * Before anything is opened: throws `ConfigError` with the names of the variables and options by which OpenTelemetry, Application
 * Insights or something like it would follow what this process asks of storage (trust:no-request-telemetry). `options` are those that
 * Node itself was started with. On this machine alone it is only told by `doctor`: a debugger of an editor loads itself in the same way.
 */
export function requireUnwatched(
  { local, telemetry }: Pick<Config, 'local' | 'telemetry'>,
  options: readonly string[],
): void {
  const names = [...telemetry, ...loadingOptions(options)];
  if (local || names.length === 0) return;
  throw new ConfigError([...WHY, ...names.map((name) => `  ${name}`)].join('\n'));
}
