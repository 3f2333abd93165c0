import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { allTips, builtInTips, checkTips, facts, planTips, writeTips } from '../features/tips/index.ts';
import { readInput } from './input.ts';
import { OPERATOR, print, problemLines, Told, withCore } from './session.ts';

/** The content test on the tips that come with Kompas, which needs no storage, or on those of this municipality. */
async function check({ json, gemeente }: { json: boolean; gemeente: boolean }): Promise<void> {
  const report = checkTips(gemeente ? await withCore(({ library }) => library.tips()) : builtInTips);
  if (report.problems.length > 0) process.exitCode = 1;
  for (const line of json ? [JSON.stringify(report)] : inWords(report)) print(line);
}

function inWords({ employee, manager, role, ...report }: ReturnType<typeof checkTips>): string[] {
  const { maxWords, minReadingEase, meanReadingEase, problems } = report;
  return [
    `Tips voor medewerkers: ${employee}, voor leidinggevenden: ${manager}, per rol: ${role}.`,
    `Langste tip: ${maxWords} woorden.`,
    `Leesgemak (Flesch-Douma): gemiddeld ${comma(meanReadingEase)}, laagste ${comma(minReadingEase)}.`,
    ...(problems.length === 0 ? ['Er is niets mis.'] : problems.map((line) => `  ${line}`)),
  ];
}

const comma = (number: number) => `${number}`.replace('.', ',');

const listed = (what: string, ids: readonly string[]) =>
  ids.length === 0 ? [] : [`${what} (${ids.length}): ${ids.join(', ')}`];

async function importFile(path: string, { akkoord }: { akkoord: boolean }): Promise<void> {
  const bytes = await readInput(path);
  await withCore(async ({ library, audit }) => {
    const read = planTips(bytes, path, await library.changes());
    if ('problems' in read) throw new Told(`Er is niets geïmporteerd.\n${problemLines(read.problems)}`);
    const { changes, summary } = read.plan;
    for (const line of [
      ...listed('Nieuw', summary.added),
      ...listed('Gewijzigd', summary.changed),
      ...listed('Uitgezet', summary.off),
      ...listed('Weer zoals meegeleverd', summary.restored),
      ...(summary.same > 0 ? [`Blijft gelijk: ${summary.same}`] : []),
    ])
      print(line);
    if (changes.size === 0) return print('Er verandert niets.');
    if (!akkoord) return print('Er is nog niets veranderd. Klopt dit? Geef dan --akkoord mee.');
    await library.save(changes);
    await audit.record(OPERATOR, 'tips geïmporteerd', changes.size === 1 ? '1 tip' : `${changes.size} tips`);
    print('Geïmporteerd. Binnen een minuut gebruikt Kompas de nieuwe tips.');
  });
}

async function exportFile(path: string): Promise<void> {
  if (!path.toLowerCase().endsWith('.csv'))
    throw new Told('Geef een naam die op .csv eindigt. Excel opent zo’n bestand gewoon.');
  const text = await withCore(async ({ library }) => writeTips(allTips(await library.changes())));
  try {
    await writeFile(path, text);
  } catch {
    throw new Told(`Ik kan ${path} niet schrijven. Bestaat de map?`);
  }
  print(`Alle tips staan in ${path}.`);
}

/** `tips …`: the content test, and the tips of this municipality. */
export function addTipCommands(program: Command): void {
  const tips = program.command('tips').description('tips nakijken, uitvoeren en wijzigen');
  tips
    .command('controle')
    .description('kijk de meegeleverde tips na: lengte, leesgemak, dubbelen, volledigheid')
    .option('--json', 'één regel JSON', false)
    .option('--gemeente', 'kijk de tips van jouw gemeente na, met je eigen tips', false)
    .action(check);
  tips
    .command('exporteer <bestand>')
    .description('schrijf alle tips naar een CSV-bestand')
    .action(exportFile);
  tips
    .command('importeer <bestand>')
    .description('voeg tips toe, wijzig ze of zet ze uit, uit een CSV- of JSON-bestand')
    .option('--akkoord', 'voer de wijziging echt uit', false)
    .action(importFile);
  tips
    .command('feiten')
    .description('de feiten waarop een tip kan steunen')
    .action(() => {
      for (const [name, words] of Object.entries(facts)) print(`${name}: ${words}`);
    });
}
