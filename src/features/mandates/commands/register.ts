import { access, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { readUpload } from '../../../cli/input.ts';
import { InputError, OPERATOR, print, problemLines } from '../../../cli/terminal.ts';
import type { Services, Session } from '../../module.ts';
import { carryOut } from '../import/carry-out.ts';
import { signatureOf } from '../import/choose-columns.ts';
import { columnsInWords } from '../import/columns-in-words.ts';
import { type ImportFiles, readFiles } from '../import/files.ts';
import { planImport, type RegisterImportPlan } from '../import/plan.ts';
import { isUnchanged, summaryInWords } from '../import/summary.ts';
import { writeRegister } from '../import/write.ts';
import { counted, foundIn, howMany } from '../intakes/found.ts';
import type { MandateStores } from '../open.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import { registerOf } from '../register/records.ts';
import type { Register } from '../register/register.ts';
import { checkRegister } from '../review/check.ts';
import { findingLines, howManyFound, todoOf } from '../review/finding-words.ts';

/** The options of `mandaat import`. */
export interface ImportChoices {
  register: string;
  gebieden?: string;
  functies?: string;
  blad: string[];
  kolom: Record<string, string>;
  functie: Record<string, string>;
  vulOmlaag: string[];
  leeg: Record<string, string>;
  status: Record<string, string>;
  registratie?: string;
  activiteit?: string;
  soort?: string;
  vanaf?: string;
  gemeente?: string;
  akkoord: boolean;
  alles: boolean;
}

function refuse(problems: Parameters<typeof problemLines>[0]): never {
  throw new InputError(`Er is niets geïmporteerd.\n${problemLines(problems)}`);
}

/** What was said of columns: by their field, and ticks by the function that stands above them. */
const choicesOf = ({ kolom, functie }: ImportChoices) => ({
  ...kolom,
  ...Object.fromEntries(Object.entries(functie).map(([column, name]) => [column, `functie:${name}`])),
});

async function filesOf(session: Session<MandateStores>, choices: ImportChoices): Promise<ImportFiles> {
  const { register, gebieden, functies, blad } = choices;
  const uploads = {
    register: await readUpload(session, register),
    areas: gebieden === undefined ? undefined : await readUpload(session, gebieden),
    tenures: functies === undefined ? undefined : await readUpload(session, functies),
  };
  const read = await readFiles(uploads, { choices: choicesOf(choices), sheets: blad });
  return 'problems' in read ? refuse(read.problems) : read.files;
}

function show(
  session: Session<MandateStores>,
  { columns, next, notes, summary, findings }: RegisterImportPlan,
  isWhole: boolean,
): void {
  for (const { sheets, columns: own } of columns) {
    const heading = sheets.length === 0 ? 'Kolommen:' : `Kolommen van blad ${sheets.join(', ')}:`;
    print(session, [heading, ...columnsInWords(own)].join('\n'));
  }
  print(session, `Gelezen: ${howMany(next)}.`);
  for (const line of [...notes, ...summaryInWords(summary, isWhole)]) print(session, line);
  // When the register stays as it is, there is nothing new to tell: `mandaat controle` says the same.
  if (findings.length > 0 && !isUnchanged(summary))
    print(session, ['Dit viel op:', ...findings.map((line) => `  ${line}`)].join('\n'));
}

async function importInto(
  kompas: Services & Pick<MandateStores, 'store'>,
  session: Session<MandateStores>,
  files: ImportFiles,
  choices: ImportChoices,
): Promise<void> {
  const { store, audit, settings, people: colleagues, now } = kompas;
  const { lists, others } = files.register;
  const signatures = [...new Set([...lists, ...others].map(({ columns }) => signatureOf(columns)))];
  const [known, readings, { municipality }, people] = await Promise.all([
    store.current(),
    Promise.all(signatures.map(async (one) => [one, await store.mappingFor(one)] as const)),
    settings.read(),
    colleagues.everybody(),
  ]);
  const remembered = new Map(readings);
  const plan = planImport(known, files, {
    choices: choicesOf(choices),
    remembered: (signature) => remembered.get(signature),
    kind: choices.soort,
    from: choices.vanaf,
    registration: choices.registratie,
    activity: choices.activiteit,
    fillDown: choices.vulOmlaag,
    empty: choices.leeg,
    status: choices.status,
    municipality: choices.gemeente ?? municipality.name,
    findings: (next) => foundIn(next, today(now()).toString(), people, municipality.closures),
  });
  if ('problems' in plan) refuse(plan.problems);
  show(session, plan, choices.alles);
  if (isUnchanged(plan.summary)) return;
  if (!choices.akkoord) {
    print(session, 'Er is nog niets gewijzigd. Klopt dit? Geef dezelfde opdracht met --akkoord.');
    return;
  }
  // Always as many digits: moments are compared as texts.
  const at = now().toString({ smallestUnit: 'millisecond' });
  const result = await carryOut({ store, audit }, known, plan, { who: OPERATOR, at });
  if (result === 'changed') {
    throw new InputError(
      'Iemand anders wijzigde het register intussen. Er is niets geïmporteerd. Probeer het opnieuw.',
    );
  }
  print(session, 'Geïmporteerd.');
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Writes the three files; never over one that is there, since somebody may have worked in it. */
async function writeFiles(
  session: Session<MandateStores>,
  folder: string,
  register: Register,
): Promise<void> {
  const place = resolve(session.folder, folder);
  const files = Object.entries(writeRegister(register)).map(([name, text]) => ({
    name: `${name}.csv`,
    path: join(place, `${name}.csv`),
    text,
  }));
  for (const { name, path } of files) {
    if (await exists(path)) throw new InputError(`In ${folder} staat al een ${name}. Kies een andere map.`);
  }
  try {
    await mkdir(place, { recursive: true });
    for (const { path, text } of files) await writeFile(path, text, { flag: 'wx' });
  } catch {
    throw new InputError(`Ik kan niet schrijven in ${folder}. Klopt het pad?`);
  }
}

/** Reads the whole register from a list: shows what would change, and changes it once that is agreed. */
export async function importRegister(session: Session<MandateStores>, choices: ImportChoices): Promise<void> {
  const given = await filesOf(session, choices);
  await session.open((services, { store }) => importInto({ ...services, store }, session, given, choices));
}

/** What is missing, in conflict or about to end in the stored register. */
export async function tellFindings(
  session: Session<MandateStores>,
  { json }: { json: boolean },
): Promise<void> {
  await session.open(async ({ settings, people, now }, { store }) => {
    const [{ lookup, pointer }, { municipality }, everybody] = await Promise.all([
      store.current(),
      settings.read(),
      people.everybody(),
    ]);
    if (!pointer)
      throw new InputError('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
    const colleagues = everybody.length > 0 ? colleaguesOf(everybody, municipality.closures) : undefined;
    const day = today(now()).toString();
    const findings = checkRegister(lookup, day, colleagues);
    if (json)
      for (const finding of findings) print(session, JSON.stringify({ ...finding, todo: todoOf(finding) }));
    else {
      const { length } = lookup.register.entries;
      const checked = `Gecontroleerd: ${counted(length, 'mandaat', 'mandaten')}, zoals het register is op ${dutchDay(day)}.`;
      print(session, `${checked} Gevonden: ${howManyFound(findings) || 'niets'}.`);
      for (const line of findingLines(findings)) print(session, line);
    }
  });
}

/** Writes the stored register as CSV files in a folder. */
export async function exportRegister(
  session: Session<MandateStores>,
  { map }: { map: string },
): Promise<void> {
  await session.open(async ({ audit }, { store }) => {
    const known = await store.current();
    if (!known.pointer)
      throw new InputError('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
    const register = registerOf(known.records);
    await audit.record(OPERATOR, 'mandatenregister geëxporteerd', howMany(register));
    await writeFiles(session, map, register);
    print(session, `Geschreven in ${map}: ${howMany(register)}.`);
  });
}
