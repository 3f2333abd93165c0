import { writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readIcons } from './icons.ts';
import { packageApp } from './package.ts';
import { commandsIn, readTemplate } from './template.ts';

interface Answers {
  readonly appId?: string;
  readonly domain?: string;
  readonly out?: string;
}

const titles: Record<string, string> = { 'Usage:': 'Gebruik:', 'Options:': 'Opties:' };
const complaints: Record<string, string> = {
  'commander.unknownOption': 'Deze optie ken ik niet',
  'commander.optionMissingArgument': 'Achter deze optie hoort een waarde',
  'commander.excessArguments': 'Er staat te veel op de regel; gebruik alleen de opties',
};

function readAnswers(args: readonly string[]): Answers {
  return new Command('node manifest/build.ts')
    .description('Maakt het app-pakket van Kompas: een zip die je uploadt in Microsoft Teams.')
    .usage('--app-id GUID --domain NAAM --out BESTAND.zip')
    .option('--app-id <guid>', 'app-id van de bot uit Microsoft Entra (een GUID)')
    .option('--domain <naam>', 'domeinnaam van Kompas, zonder https://, zoals kompas.gemeente.nl')
    .option('--out <bestand>', 'zip-bestand om te maken')
    .helpOption('-h, --help', 'laat deze uitleg zien')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .parse(args, { from: 'user' })
    .opts();
}

function missing({ appId, domain, out }: Answers): string[] {
  const given = { '--app-id': appId, '--domain': domain, '--out': out };
  return Object.entries(given).flatMap(([name, value]) => (value ? [] : [`${name} ontbreekt.`]));
}

function fail(problems: readonly string[]): number {
  console.error('Het app-pakket is niet gemaakt:');
  for (const problem of problems) console.error(`- ${problem}`);
  return 1;
}

function build(answers: Answers): number {
  const { appId, domain, out } = answers;
  if (!appId || !domain || !out) return fail([...missing(answers), 'Met --help zie je de uitleg.']);
  const result = packageApp(readTemplate(), readIcons(), { appId, domain });
  const wrongOut = out.toLowerCase().endsWith('.zip') ? [] : [`--out: '${out}' moet eindigen op .zip.`];
  if (!result.ok) return fail([...wrongOut, ...result.problems]);
  if (wrongOut.length > 0) return fail(wrongOut);
  try {
    writeFileSync(out, result.zip);
  } catch (error) {
    return fail([`--out: '${out}' kan niet worden geschreven (${(error as NodeJS.ErrnoException).code}).`]);
  }
  console.log(`Gemaakt: ${out} (${result.zip.length} bytes)`);
  console.log(`  app-id     ${result.manifest.id}`);
  console.log(`  domein     ${result.manifest.validDomains.join(', ')}`);
  console.log(`  inhoud     manifest.json, ${Object.values(result.manifest.icons).join(', ')}`);
  console.log(`  opdrachten ${commandsIn(result.manifest).join(', ')}`);
  return 0;
}

/** Runs the command line with the given arguments and returns the exit code. */
export function run(args: readonly string[]): number {
  try {
    return build(readAnswers(args));
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail([String(error)]);
    if (error.exitCode === 0) return 0;
    const option = error.message.match(/'([^']+)'/)?.[1];
    const complaint = complaints[error.code] ?? error.message;
    return fail([option ? `${complaint}: ${option}` : complaint, 'Met --help zie je de uitleg.']);
  }
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2));
