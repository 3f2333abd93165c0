import { Command, CommanderError } from 'commander';
import type { Entry } from '../features/compose.ts';
import { kompas } from '../kompas.ts';
import type { StorageTrouble } from '../storage/trouble.ts';
import { dutchError, dutchHelp } from './dutch.ts';
import { sessionFor } from './opening.ts';
import { InputError, ReportedError, type Terminal } from './terminal.ts';

/** 0 done, 1 something to mend in the input or configuration, 2 something broke. */
export type ExitCode = 0 | 1 | 2;

/** The words of the command line, as the features declare them. Each run takes a new one: commander keeps in it what was given. */
function programFor(terminal: Terminal, features: readonly Entry[]): Command {
  const program = new Command('kompas')
    .description('Kompas beheren vanaf de opdrachtregel')
    .helpOption('-h, --help', 'toon deze uitleg')
    // Before or behind a command, like every option of the program itself.
    .option('--lokaal', 'werk alleen op deze computer, zoals na npm run demo', false)
    .helpCommand('help [opdracht]', 'toon uitleg over een opdracht')
    .configureHelp(dutchHelp)
    // What is wrong is said below, in Dutch.
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} })
    .exitOverride();
  const isLocal = () => program.opts<{ lokaal: boolean }>().lokaal;
  for (const entry of features)
    entry.module.commands?.(program, sessionFor(terminal, features, entry, isLocal));
  return program;
}

const troubles: Record<StorageTrouble, string> = {
  refused:
    'De opslag laat je niet toe. Klopt de sleutel in STORAGE_CONNECTION_STRING?\n' +
    'Of gebruik je STORAGE_ACCOUNT: ben je aangemeld (az login) met een account dat de rollen\n' +
    'Storage Table Data Contributor en Storage Queue Data Contributor heeft?',
  unreachable:
    'De opslag antwoordt niet. Klopt het adres of de naam van het opslagaccount? Werkt het netwerk?',
};

async function tellFailure(error: unknown, { err }: Terminal): Promise<ExitCode> {
  if (error instanceof ReportedError) return error.code;
  if (error instanceof CommanderError) {
    const words = dutchError(error);
    if (words) err(`${words}\nGebruik --help voor uitleg.\n`);
    return error.exitCode === 0 ? 0 : 1;
  }
  const { ConfigError } = await import('../config.ts');
  if (error instanceof InputError || error instanceof ConfigError) {
    err(`${error.message}\n`);
    return 1;
  }
  const { storageTrouble } = await import('../storage/trouble.ts');
  const trouble = storageTrouble(error);
  err(trouble ? `${troubles[trouble]}\n` : `Er ging iets mis: ${(error as Error).message}\n`);
  return 2;
}

/**
 * Runs one command of `kompas`: `args` are the words after that name. Says all there is to say through the terminal, so
 * it never rejects. `features` are those of `kompas.ts`, unless a test brings its own.
 */
export async function runKompas(
  args: readonly string[],
  terminal: Terminal,
  features: readonly Entry[] = kompas,
): Promise<ExitCode> {
  try {
    await programFor(terminal, features).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return tellFailure(error, terminal);
  }
}
