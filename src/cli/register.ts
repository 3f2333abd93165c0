import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dutchDay, today } from '../calendar/clock.ts';
import type { Core } from '../core.ts';
import {
  carryOut,
  checkRegister,
  colleaguesOf,
  columnsInWords,
  createLookup,
  type ImportFiles,
  type ImportPlan,
  isUnchanged,
  planImport,
  type Register,
  readFiles,
  registerOf,
  signatureOf,
  summaryInWords,
  type Upload,
  writeRegister,
} from '../features/mandates/index.ts';
import type { Problem } from '../files/csv.ts';
import type { Person } from '../people/person.ts';
import { findingLines, howManyFound } from './findings.ts';
import { readInput } from './input.ts';
import { OPERATOR, print, problemLines, Told, withCore } from './session.ts';

interface ImportChoices {
  register: string;
  gebieden?: string;
  functies?: string;
  blad?: string;
  kolom: Record<string, string>;
  soort?: string;
  vanaf?: string;
  gemeente?: string;
  akkoord: boolean;
}

/** One `--kolom "Eigen kolom=veld"` beside those before it. */
function withColumn(text: string, columns: Record<string, string>): Record<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Told(`Schrijf --kolom als "Eigen kolom=veld". Dit kan ik niet lezen: ${text}`);
  return { ...columns, [text.slice(0, at)]: text.slice(at + 1) };
}

async function uploadOf(path: string): Promise<Upload> {
  return { name: path, bytes: await readInput(path) };
}

function refuse(problems: Parameters<typeof problemLines>[0]): never {
  throw new Told(`Er is niets geïmporteerd.\n${problemLines(problems)}`);
}

/** What there is to import, with what is wrong already: lines that could not be read. */
interface Given {
  files: ImportFiles;
  problems: Problem[];
}

async function filesOf(choices: ImportChoices): Promise<Given> {
  const { register, gebieden, functies, kolom, blad } = choices;
  const uploads = {
    register: await uploadOf(register),
    areas: gebieden === undefined ? undefined : await uploadOf(gebieden),
    tenures: functies === undefined ? undefined : await uploadOf(functies),
  };
  const read = await readFiles(uploads, { choices: kolom, sheet: blad });
  if (!('problems' in read)) return { files: read.files, problems: [] };
  return read.rest ? { files: read.rest, problems: read.problems } : refuse(read.problems);
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const howMany = ({ entries, areas, tenures }: Register) =>
  [
    counted(entries.length, 'mandaat', 'mandaten'),
    counted(areas.length, 'gebied', 'gebieden'),
    counted(tenures.length, 'functie', 'functies'),
  ].join(', ');

function show({ columns, next, notes, summary, findings }: ImportPlan): void {
  if (columns) print(['Kolommen:', ...columnsInWords(columns)].join('\n'));
  print(`Gelezen: ${howMany(next)}.`);
  for (const line of [...notes, ...summaryInWords(summary)]) print(line);
  // Of a register that stays as it is, `mandaat controle` tells the same.
  if (findings.length > 0 && !isUnchanged(summary))
    print(['Dit viel op:', ...findings.map((line) => `  ${line}`)].join('\n'));
}

/** Of each kind; `mandaat controle` gives them all. */
const MOST_FINDINGS = 3;

/** Gaps and conflicts, most serious first; an import says them at once. */
function foundIn(register: Register, day: string, people: Person[], closures: string[]): string[] {
  const colleagues = people.length > 0 ? colleaguesOf(people, closures) : undefined;
  const found = checkRegister(createLookup(register), day, colleagues);
  return found.length === 0
    ? []
    : [
        `${howManyFound(found)}. Na de import zie je alles met: mandaat controle`,
        ...findingLines(found, MOST_FINDINGS),
      ];
}

/** Everything that is wrong, by line. A mandate that was in a line that could not be read is not missing. */
function together(unread: readonly Problem[], others: readonly Problem[]): Problem[] {
  const real = unread.length > 0 ? others.filter(({ reason }) => !reason.endsWith(' bestaat niet.')) : others;
  return [...unread, ...real].sort((a, b) => a.line - b.line);
}

async function importRegister(core: Core, { files, problems }: Given, choices: ImportChoices): Promise<void> {
  const { register: store, audit } = core;
  const [known, remembered, { municipality }, people] = await Promise.all([
    store.current(),
    store.mappingFor(signatureOf(files.register.columns)),
    core.readSettings(),
    core.people.everybody(),
  ]);
  const plan = planImport(known, files, {
    ...{ choices: choices.kolom, remembered, kind: choices.soort, from: choices.vanaf },
    municipality: choices.gemeente ?? municipality.name,
    findings: (next) => foundIn(next, today(core.now()).toString(), people, municipality.closures),
  });
  if ('problems' in plan) refuse(together(problems, plan.problems));
  if (problems.length > 0) refuse(problems);
  show(plan);
  if (isUnchanged(plan.summary)) return;
  if (!choices.akkoord) {
    print('Er is nog niets gewijzigd. Klopt dit? Geef dezelfde opdracht met --akkoord.');
    return;
  }
  // Always as many digits: moments are compared as texts.
  const at = core.now().toString({ smallestUnit: 'millisecond' });
  const result = await carryOut({ store, audit }, known, plan, { who: OPERATOR, at });
  if (result === 'changed') {
    throw new Told(
      'Iemand anders wijzigde het register intussen. Er is niets geïmporteerd. Probeer het opnieuw.',
    );
  }
  print('Geïmporteerd.');
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Writes the three files; never over one that is there, since somebody may have worked in it. */
async function writeFiles(folder: string, register: Register): Promise<void> {
  const files = Object.entries(writeRegister(register)).map(([name, text]) => ({
    name: `${name}.csv`,
    path: join(folder, `${name}.csv`),
    text,
  }));
  for (const { name, path } of files) {
    if (await exists(path)) throw new Told(`In ${folder} staat al een ${name}. Kies een andere map.`);
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const { path, text } of files) await writeFile(path, text, { flag: 'wx' });
  } catch {
    throw new Told(`Ik kan niet schrijven in ${folder}. Klopt het pad?`);
  }
}

/** `mandaat import` and `mandaat export`, on the command `mandaat`. */
export function addRegisterCommands(mandate: Command): void {
  mandate
    .command('import')
    .description('lees het hele register uit een lijst; toont eerst wat er verandert; alles of niets')
    .requiredOption('--register <bestand>', 'lijst met alle mandaten: CSV of Excel, ook met eigen kolommen')
    .option('--gebieden <bestand>', 'gebieden: code, naam, soort, ouder, aliassen')
    .option('--functies <bestand>', 'wie welke functie heeft: functie, persoon, van, tot_en_met')
    .option('--blad <naam>', 'het blad van een Excel-bestand waar de mandaten staan')
    .option(
      '--kolom <kolom=veld>',
      'welk veld een eigen kolom is; mag vaker; leeg veld: niet lezen',
      withColumn,
      {},
    )
    .option('--soort <soort>', 'soort van alle mandaten, als de lijst geen kolom soort heeft')
    .option('--vanaf <datum>', 'ingangsdatum van alle mandaten, als de lijst die niet heeft')
    .option('--gemeente <naam>', 'naam van de gemeente, als er nog geen gebieden zijn')
    .option('--akkoord', 'voer het uit; zonder dit verandert er niets', false)
    .action(async (choices: ImportChoices) => {
      const given = await filesOf(choices);
      await withCore((core) => importRegister(core, given, choices));
    });

  mandate
    .command('controle')
    .description('wat ontbreekt, botst of afloopt in het register')
    .option('--json', 'één JSON-regel per punt', false)
    .action(async ({ json }: { json: boolean }) => {
      await withCore(async ({ register: store, readSettings, people, now }) => {
        const [{ lookup, pointer }, { municipality }, everybody] = await Promise.all([
          store.current(),
          readSettings(),
          people.everybody(),
        ]);
        if (!pointer) throw new Told('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
        const colleagues = everybody.length > 0 ? colleaguesOf(everybody, municipality.closures) : undefined;
        const day = today(now()).toString();
        const findings = checkRegister(lookup, day, colleagues);
        if (json) for (const finding of findings) print(JSON.stringify(finding));
        else {
          const { length } = lookup.register.entries;
          const checked = `Gecontroleerd: ${counted(length, 'mandaat', 'mandaten')}, zoals ze zijn op ${dutchDay(day)}.`;
          print(`${checked} Gevonden: ${howManyFound(findings) || 'niets'}.`);
          for (const line of findingLines(findings)) print(line);
        }
      });
    });

  mandate
    .command('export')
    .description('schrijf het register als CSV: mandaten, gebieden en functies')
    .requiredOption('--map <map>', 'de map waar de bestanden komen')
    .action(async ({ map }: { map: string }) => {
      await withCore(async ({ register: store, audit }) => {
        const known = await store.current();
        if (!known.pointer)
          throw new Told('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
        const register = registerOf(known.records);
        await writeFiles(map, register);
        await audit.record(OPERATOR, 'mandatenregister geëxporteerd', howMany(register));
        print(`Geschreven in ${map}: ${howMany(register)}.`);
      });
    });
}
