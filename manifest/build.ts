import { writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readIcons } from './icons.ts';
import { ENGLISH_FILE, readEnglish } from './languages.ts';
import { type AppPackage, packageApp } from './package.ts';
import { commandsIn, readTemplate } from './template.ts';
import { isHigher, kompasVersion, madeBefore, nextAfter } from './versions.ts';

interface Answers {
  readonly appId?: string;
  readonly domain?: string;
  readonly out?: string;
  readonly versie?: string;
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
    .usage('--app-id GUID --domain NAAM --out BESTAND.zip [--versie 1.2.3]')
    .option('--app-id <guid>', 'app-id van de bot uit Microsoft Entra (een GUID)')
    .option('--domain <naam>', 'domeinnaam van Kompas, zonder https://, zoals kompas.gemeente.nl')
    .option('--out <bestand>', 'zip-bestand om te maken')
    .option(
      '--versie <versie>',
      `versie van het pakket, hoger dan wat nu in Teams staat (zonder: ${kompasVersion()}, de versie van Kompas)`,
    )
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

/**
 * Says in Dutch that Teams would refuse a package as an update of the one that stands where it will be written: same app, other
 * content, no higher version. Undefined when there is none, or nothing changed.
 */
function notHigher({ manifest, zip }: AppPackage & { ok: true }, out: string): string[] {
  const before = madeBefore(out);
  if (!before || before.id !== manifest.id || isHigher(manifest.version, before.version)) return [];
  if (Buffer.from(before.zip).equals(zip)) return [];
  return [
    `--versie: in ${out} staat al versie ${before.version}, en ${manifest.version} is niet hoger. Teams weigert dit pakket dan als update.`,
    `Kies een hogere versie: --versie ${nextAfter(before.version)}. Staat het oude pakket nog niet in Teams? Verwijder dan ${out}.`,
  ];
}

function build(answers: Answers): number {
  const { appId, domain, out, versie: version = kompasVersion() } = answers;
  if (!appId || !domain || !out) return fail([...missing(answers), 'Met --help zie je de uitleg.']);
  const parts = { template: readTemplate(), english: readEnglish(), icons: readIcons() };
  const result = packageApp(parts, { appId, domain, version });
  const wrongOut = out.toLowerCase().endsWith('.zip') ? [] : [`--out: '${out}' moet eindigen op .zip.`];
  if (!result.ok) return fail([...wrongOut, ...result.problems]);
  const refused = [...wrongOut, ...notHigher(result, out)];
  if (refused.length > 0) return fail(refused);
  try {
    writeFileSync(out, result.zip);
  } catch (error) {
    return fail([`--out: '${out}' kan niet worden geschreven (${(error as NodeJS.ErrnoException).code}).`]);
  }
  console.log(`Gemaakt: ${out} (${result.zip.length} bytes)`);
  console.log(`  versie     ${result.manifest.version}`);
  console.log(`  app-id     ${result.manifest.id}`);
  console.log(`  domein     ${result.manifest.validDomains.join(', ')}`);
  console.log(
    `  inhoud     manifest.json, ${ENGLISH_FILE}, ${Object.values(result.manifest.icons).join(', ')}`,
  );
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
