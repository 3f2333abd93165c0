import type { Command } from 'commander';

/** The command `instellingen`, to which several features add: what holds for the municipality, and what for one team. */
export function settingsCommand(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'instellingen') ??
    program.command('instellingen').description('instellingen van de gemeente en van teams')
  );
}
