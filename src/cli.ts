import { Command, CommanderError } from 'commander';
import { addCheckinCommands } from './cli/checkin.ts';
import { dutchError, dutchHelp } from './cli/dutch.ts';
import { addMandateCommands } from './cli/mandates.ts';
import { addPeopleCommands } from './cli/people.ts';
import { addRegisterCommands } from './cli/register.ts';
import { letReadersGo, Told } from './cli/session.ts';
import { addSettingsCommands } from './cli/settings.ts';
import { addTipCommands } from './cli/tips.ts';
import { ConfigError } from './config.ts';
import { loadEnvFile } from './env.ts';

/** Exit codes: 0 done, 1 something to mend in the input or configuration, 2 something broke. */
const [WRONG, BROKEN] = [1, 2];

const program = new Command('kompas')
  .description('Kompas beheren vanaf de opdrachtregel')
  .helpOption('-h, --help', 'toon deze uitleg')
  .helpCommand('help [opdracht]', 'toon uitleg over een opdracht')
  .configureHelp(dutchHelp)
  // Said below, in Dutch.
  .configureOutput({ outputError: () => {} })
  .exitOverride();
addPeopleCommands(program);
addCheckinCommands(program);
addSettingsCommands(program);
addRegisterCommands(addMandateCommands(program));
addTipCommands(program);

loadEnvFile();
letReadersGo();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : WRONG;
    const words = dutchError(error);
    if (words) process.stderr.write(`${words}\nGebruik --help voor uitleg.\n`);
  } else if (error instanceof Told || error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = WRONG;
  } else {
    process.stderr.write(`Er ging iets mis: ${(error as Error).message}\n`);
    process.exitCode = BROKEN;
  }
}
