import { Command, CommanderError } from 'commander';
import { addCheckinCommands } from './checkin.ts';
import { dutchError, dutchHelp } from './dutch.ts';
import { addMandateCommands } from './mandates.ts';
import { addPeopleCommands } from './people.ts';
import { InputError, ReportedError, type Session } from './session.ts';
import { addSettingsCommands } from './settings.ts';
import { addTeamSettings } from './team-settings.ts';
import { addTipCommands } from './tips.ts';

/** 0 done, 1 something to mend in the input or configuration, 2 something broke. */
export type ExitCode = 0 | 1 | 2;

/** The words of the command line. Each run takes a new one: commander keeps in it what was given. */
function programFor(session: Session): Command {
  const program = new Command('kompas')
    .description('Kompas beheren vanaf de opdrachtregel')
    .helpOption('-h, --help', 'toon deze uitleg')
    .helpCommand('help [opdracht]', 'toon uitleg over een opdracht')
    .configureHelp(dutchHelp)
    // What is wrong is said below, in Dutch.
    .configureOutput({ writeOut: session.out, writeErr: session.err, outputError: () => {} })
    .exitOverride();
  addPeopleCommands(program, session);
  addCheckinCommands(program, session);
  const settings = program.command('instellingen').description('instellingen van de gemeente en van teams');
  addSettingsCommands(settings, session);
  addTeamSettings(settings, session);
  addMandateCommands(program, session);
  addTipCommands(program, session);
  return program;
}

async function tellFailure(error: unknown, { err }: Session): Promise<ExitCode> {
  if (error instanceof ReportedError) return 1;
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
  err(`Er ging iets mis: ${(error as Error).message}\n`);
  return 2;
}

/**
 * Runs one command of `kompas`: `args` are the words after that name. Says all there is to say through the session, so
 * it never rejects.
 */
export async function runKompas(args: readonly string[], session: Session): Promise<ExitCode> {
  try {
    await programFor(session).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return tellFailure(error, session);
  }
}
