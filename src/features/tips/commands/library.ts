import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readInput } from '../../../cli/input.ts';
import { InputError, OPERATOR, print, problemLines, ReportedError } from '../../../cli/terminal.ts';
import type { Session } from '../../module.ts';
import { checkTips } from '../content/check.ts';
import { facts } from '../content/facts.ts';
import { builtInTips } from '../content/index.ts';
import { readTipFile, writeTips } from '../library/file.ts';
import { allTips, planTips } from '../library/import.ts';
import { type CommandNeeds, namesIn, tipCount } from '../library/names.ts';
import { type UnknownWord, unknownInWords, unknownWords } from '../library/unknown-words.ts';
import type { TipsStores } from '../open.ts';

type TipsSession = Session<TipsStores, CommandNeeds>;

/**
 * The content test on a file, on the tips that come with Kompas, which needs no storage, or on those of this municipality. A
 * word that is not known is told, and no mistake: nobody knows all words.
 */
export async function checkContent(
  session: TipsSession,
  path: string | undefined,
  { json, gemeente }: { json: boolean; gemeente: boolean },
): Promise<void> {
  if (path !== undefined) return checkFile(session, path, json);
  const { tips, names } = gemeente
    ? await session.open(async (services, { library }, needs) => ({
        tips: await library.tips(),
        names: await namesIn(services, needs),
      }))
    : { tips: builtInTips, names: [] };
  const report = checkTips(tips);
  const unknown = unknownWords(
    tips.map((tip) => ({ tip })),
    names,
  );
  for (const line of json
    ? [JSON.stringify({ ...report, unknown })]
    : [...inWords(report), ...unknownLines(unknown)])
    print(session, line);
  if (report.problems.length > 0) throw new ReportedError();
}

/** Reads a file as an import would, and changes nothing. */
async function checkFile(session: TipsSession, path: string, json: boolean): Promise<void> {
  const bytes = await readInput(session, path);
  await session.open(async (services, { library }, needs) => {
    const read = planTips(await readTipFile(bytes, path), await library.changes());
    const problems = 'problems' in read ? read.problems : [];
    const lines = 'problems' in read ? [] : read.lines;
    const unknown = unknownWords(lines, await namesIn(services, needs));
    if (json) print(session, JSON.stringify({ problems, unknown }));
    else if (problems.length > 0) print(session, `Dit klopt niet:\n${problemLines(problems)}`);
    else
      for (const line of [`Nagekeken: ${tipCount(lines.length)}.`, ...unknownLines(unknown)])
        print(session, line);
    if (problems.length > 0) throw new ReportedError();
  });
}

/** Words that are not known, a line each, under what they are; none without any. */
const unknownLines = (unknown: readonly UnknownWord[]): string[] =>
  unknown.length === 0
    ? []
    : [
        'Kijk deze woorden na. Zijn ze goed? Dan hoef je niets te doen.',
        ...unknown.map((one) => `  ${unknownInWords(one)}`),
      ];

function inWords({ employee, manager, role, ...report }: ReturnType<typeof checkTips>): string[] {
  const { forPilot, namesRole, namesWork, toKompas, managerSteps, maxWords, minReadingEase } = report;
  const { meanReadingEase, problems } = report;
  return [
    `Tips voor medewerkers: ${employee}, voor leidinggevenden: ${manager}, per rol: ${role}.`,
    `Alleen in een pilot: ${forPilot}. Met een rol bij naam: ${namesRole}. Over het registratiewerk: ${namesWork}. Met iets om te typen: ${toKompas}.`,
    `Voor leidinggevenden per stap, van 1 tot en met 8: ${managerSteps.join(', ')}.`,
    `Langste tip: ${maxWords} woorden.`,
    `Leesgemak (Flesch-Douma): gemiddeld ${comma(meanReadingEase)}, laagste ${comma(minReadingEase)}.`,
    ...(problems.length === 0 ? ['Er is niets mis.'] : problems.map((line) => `  ${line}`)),
  ];
}

const comma = (number: number) => `${number}`.replace('.', ',');

const listed = (what: string, ids: readonly string[]) =>
  ids.length === 0 ? [] : [`${what} (${ids.length}): ${ids.join(', ')}`];

/** Shows what a file would change in the tips of this municipality, and changes it once that is agreed. */
export async function importTips(
  session: TipsSession,
  path: string,
  { akkoord }: { akkoord: boolean },
): Promise<void> {
  const bytes = await readInput(session, path);
  await session.open(async (services, { library }, needs) => {
    const read = planTips(await readTipFile(bytes, path), await library.changes());
    if ('problems' in read) throw new InputError(`Er is niets geïmporteerd.\n${problemLines(read.problems)}`);
    const { changes, summary } = read.plan;
    const moved = read.lines.filter(({ tip }) => changes.has(tip.id));
    for (const line of [
      ...listed('Nieuw', summary.added),
      ...listed('Gewijzigd', summary.changed),
      ...listed('Uitgezet', summary.off),
      ...listed('Weer zoals meegeleverd', summary.restored),
      ...(summary.same > 0 ? [`Blijft gelijk: ${summary.same}`] : []),
    ])
      print(session, line);
    if (changes.size === 0) return print(session, 'Er verandert niets.');
    for (const line of unknownLines(unknownWords(moved, await namesIn(services, needs))))
      print(session, line);
    if (!akkoord) return print(session, 'Er is nog niets veranderd. Klopt dit? Geef dan --akkoord mee.');
    await services.audit.record(OPERATOR, 'tips geïmporteerd', tipCount(changes.size));
    await library.save(changes);
    print(session, 'Geïmporteerd. Binnen een minuut gebruikt Kompas de nieuwe tips.');
  });
}

/** Writes all tips of this municipality to a CSV file. */
export async function exportTips(session: TipsSession, path: string): Promise<void> {
  if (!path.toLowerCase().endsWith('.csv'))
    throw new InputError('Geef een naam die op .csv eindigt. Excel opent zo’n bestand gewoon.');
  const text = await session.open(async (_, { library }) => writeTips(allTips(await library.changes())));
  try {
    await writeFile(resolve(session.folder, path), text);
  } catch {
    throw new InputError(`Ik kan ${path} niet schrijven. Bestaat de map?`);
  }
  print(session, `Alle tips staan in ${path}.`);
}

/** The facts that a tip may rest on, a line each. */
export function listFacts(session: TipsSession): void {
  for (const [name, words] of Object.entries(facts)) print(session, `${name}: ${words}`);
}
