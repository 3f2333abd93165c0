import { type Command, type CommanderError, Help } from 'commander';

const titles: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Gegevens:',
  'Options:': 'Opties:',
  'Global Options:': 'Opties van elke opdracht:',
  'Commands:': 'Opdrachten:',
};

const dutchTerm = (term: string) => term.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
const plain = new Help();

/** The words of commander's help text in Dutch. */
export const dutchHelp: Partial<Help> = {
  showGlobalOptions: true,
  styleTitle: (title) => titles[title] ?? title,
  commandUsage: (command: Command) => dutchTerm(plain.commandUsage(command)),
  // Without commander's "(default: false)".
  optionDescription: ({ description }) => description,
  subcommandTerm: (command: Command) => dutchTerm(plain.subcommandTerm(command)),
};

/** What is wrong with a command line, by commander's error code; the names come from its English message. */
const reasons: Record<string, (name: string) => string> = {
  'commander.missingArgument': (name) => `Er ontbreekt iets: <${name}>.`,
  'commander.optionMissingArgument': (name) => `Bij deze optie hoort een waarde: ${name}.`,
  'commander.missingMandatoryOptionValue': (name) => `Deze optie is verplicht: ${name}.`,
  'commander.unknownOption': (name) => `Deze optie ken ik niet: ${name}.`,
  'commander.unknownCommand': (name) => `Deze opdracht ken ik niet: ${name}.`,
  'commander.excessArguments': () =>
    'Er staan te veel woorden achter deze opdracht. Zet een naam met spaties tussen aanhalingstekens.',
};

/** A wrong command line in Dutch; undefined when commander only showed help. */
export function dutchError({ code, message, exitCode }: CommanderError): string | undefined {
  if (exitCode === 0 || code === 'commander.help') return undefined;
  const name = /'(.+?)'/.exec(message)?.[1] ?? '';
  return reasons[code]?.(name) ?? 'Deze opdracht klopt niet.';
}
