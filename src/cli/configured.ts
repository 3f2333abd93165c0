import { type Config, ConfigError, elsewhere, readConfig, WHERE_EXPLAINED } from '../config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The configuration that a command works with. On this machine alone only when that is asked for: by `--lokaal`
 * (`isLocal`) or by KOMPAS_LOCAL=true. Throws `ConfigError` when it is not complete, saying what to do about that, and
 * when it points to this machine and elsewhere at once.
 */
export function configFor(env: Env, isLocal: boolean): Config {
  // Npm keeps what it takes for an option of its own, and says so in a variable: nobody may think to work here then.
  if (env.npm_config_lokaal !== undefined && !isLocal)
    throw new ConfigError(
      'Npm gaf --lokaal niet door. Er is niets gewijzigd.\n' +
        'Zet -- voor de opdracht: npm run kompas -- mensen lijst --lokaal',
    );
  const others = elsewhere(env);
  const asked = isLocal ? '--lokaal' : env.KOMPAS_LOCAL === 'true' ? 'KOMPAS_LOCAL=true' : undefined;
  if (asked && others.length > 0)
    throw new ConfigError(
      `Met ${asked} werkt Kompas alleen op deze computer. Dat kan niet samen met ${others.join(', ')}.\n` +
        `Er is niets gewijzigd. Haal ${asked} weg, of haal de andere instellingen weg.`,
    );
  try {
    return readConfig(isLocal ? { ...env, KOMPAS_LOCAL: 'true' } : env, { mayLackKey: true });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const tryHere =
      'Wil je alleen op deze computer werken, zoals na npm run demo?\n' +
      'Zet dan --lokaal achter de opdracht: npm run kompas -- mensen lijst --lokaal';
    throw new ConfigError(
      [error.message, WHERE_EXPLAINED, ...(asked || others.length > 0 ? [] : [tryHere])].join('\n'),
    );
  }
}
