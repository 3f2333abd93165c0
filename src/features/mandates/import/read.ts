import type { CsvFile, Problem } from '../../../files/csv.ts';
import { unguarded } from '../../../files/write-csv.ts';
import { createNameIndex } from '../../../language/names.ts';
import { nameKey, wordsOf } from '../../../language/words.ts';
import { areaColumns, entryColumns, extraColumns, tenureColumns } from '../register/fields.ts';
import {
  type Area,
  type AreaKind,
  areaKinds,
  type EntryKind,
  kinds,
  type Register,
  type RegisterEntry,
  type Tenure,
} from '../register/register.ts';
import { wholeOf } from './areas.ts';
import { dateText, endDateText, isDay, isEverywhere, placeText } from './cells.ts';
import { brief, longName } from './lengths.ts';

/** What was read, or every line that is wrong, in Dutch. Nothing is read unless all is right. */
export type Read<T> = T | { problems: Problem[] };

const parts = (text: string) =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

/** Columns that stand in a file twice: which of them counts, only its owner knows. */
export function repeatedColumns({ columns, headingLine = 1 }: CsvFile): Problem[] {
  const repeated = new Set(columns.filter((name, n) => name !== '' && columns.indexOf(name) !== n));
  return repeated.size > 0
    ? [{ line: headingLine, reason: `Kolommen staan er meer dan één keer: ${[...repeated].join(', ')}.` }]
    : [];
}

function columnProblems(
  file: CsvFile,
  wanted: readonly string[],
  allowed: readonly string[] = [],
): Problem[] {
  const missing = wanted.filter((name) => !file.columns.includes(name));
  const unknown = file.columns.filter((name) => !wanted.includes(name) && !allowed.includes(name));
  const line = file.headingLine ?? 1;
  return [
    ...(missing.length > 0 ? [{ line, reason: `Kolommen ontbreken: ${missing.join(', ')}.` }] : []),
    ...(unknown.length > 0
      ? [
          {
            line,
            reason: `Onbekende kolommen: ${unknown.map((name) => name || '(zonder naam)').join(', ')}.`,
          },
        ]
      : []),
    ...repeatedColumns(file),
  ];
}

/** Areas from a file: codes are unique, parents exist, and nothing lies in itself. */
export function readAreas(file: CsvFile): Read<{ areas: Area[] }> {
  const problems = columnProblems(file, areaColumns);
  if (problems.length > 0) return { problems };
  const lineOf = new Map<string, number>();
  const areas: Area[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const { code = '', naam = '', soort = '', ouder = '', aliassen = '' } = fields;
    const wrong = (reason: string) => problems.push({ line, reason });
    if (code === '' || naam === '') wrong('Code en naam mogen niet leeg zijn.');
    if (lineOf.has(code)) wrong(`Code ${code} staat ook in regel ${lineOf.get(code)}.`);
    if (!areaKinds.includes(soort as AreaKind))
      wrong(`soort is ${brief(soort) || 'leeg'}; kies uit ${areaKinds.join(', ')}.`);
    const alias = parts(aliassen).map((name) => longName('aliassen', name));
    for (const long of [longName('code', code), longName('naam', naam), ...alias]) if (long) wrong(long);
    lineOf.set(code, lineOf.get(code) ?? line);
    areas.push({
      code,
      name: naam,
      kind: soort as AreaKind,
      parent: ouder || undefined,
      aliases: parts(aliassen),
    });
  }
  const byCode = new Map(areas.map((area) => [area.code, area]));
  for (const area of areas) {
    const line = lineOf.get(area.code) ?? 0;
    if (area.parent !== undefined && !byCode.has(area.parent)) {
      problems.push({ line, reason: `Ouder ${brief(area.parent)} bestaat niet.` });
    }
    const seen = new Set([area.code]);
    for (let at = area.parent; at !== undefined; at = byCode.get(at)?.parent) {
      if (at === area.code)
        problems.push({ line, reason: `Gebied ${area.name} ligt via zijn ouders in zichzelf.` });
      if (seen.has(at)) break;
      seen.add(at);
    }
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : { areas };
}

function yesNo(text: string): boolean | undefined {
  const plain = text.toLowerCase();
  return ['ja', 'j', 'true', '1', 'x'].includes(plain)
    ? true
    : ['nee', 'n', 'false', '0', ''].includes(plain)
      ? false
      : undefined;
}

/** What cards and their buttons carry. */
const entryNames = ['id', 'activiteit', 'registratie', 'rol', 'houder'] as const;

interface CellPlaces {
  /** The code of the one area that a text names: by name, alias or code, or as the whole municipality. */
  find(text: string): string | undefined;
  /** "Bedoel je Noord?" for a name that is a typo or two from one that is known; otherwise nothing. */
  hint(text: string): string;
}

function placesOf(areas: readonly Area[]): CellPlaces {
  const codes = new Map<string, Set<string>>();
  for (const { code, name, aliases } of areas) {
    for (const text of [code, name, ...aliases].map(nameKey))
      codes.set(text, (codes.get(text) ?? new Set()).add(code));
  }
  const codeOf = new Map<string, string | undefined>();
  const named = (text: string): string | undefined => {
    if (areas.some(({ code }) => code === text)) return text;
    const found = codes.get(nameKey(text)) ?? codes.get(nameKey(placeText(text)));
    if (found) return found.size === 1 ? [...found][0] : undefined;
    return text !== '' && isEverywhere(text) ? wholeOf(areas) : undefined;
  };
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  let index: ReturnType<typeof createNameIndex> | undefined;
  return {
    find: (text) => {
      if (!codeOf.has(text)) codeOf.set(text, named(text));
      return codeOf.get(text);
    },
    hint: (text) => {
      // Made for the first name that nobody knows: most lists have none.
      index ??= createNameIndex(
        areas.flatMap(({ code, name, aliases }) =>
          [name, ...aliases].map((one) => ({ name: one, id: code })),
        ),
      );
      const words = wordsOf(placeText(text));
      const near = index.find(words, () => 'free').find(({ from, to }) => from === 0 && to === words.length);
      const names = near && near.typos > 0 ? near.ids.map((code) => nameOf.get(code) ?? code) : [];
      return names.length > 0 ? ` Bedoel je ${[...new Set(names)].join(' of ')}?` : '';
    },
  };
}

/** Entries from a file; an area may be given by name, alias or code. */
export function readEntries(file: CsvFile, areas: readonly Area[]): Read<{ entries: RegisterEntry[] }> {
  const problems = columnProblems(file, entryColumns, extraColumns);
  if (problems.length > 0) return { problems };
  const places = placesOf(areas);

  const lineOf = new Map<string, number>();
  const entries: RegisterEntry[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const text = (name: string) => fields[name] ?? '';
    const wrong = (reason: string) => problems.push({ line, reason });
    const [id, kind, from, until, euros] = [
      text('id'),
      text('soort').toLowerCase(),
      text('geldig_van'),
      text('geldig_tot_en_met'),
      text('limiet_eur'),
    ];
    const area = places.find(text('gebied'));
    const fourEyes = yesNo(text('vier_ogen'));
    const subGranting = yesNo(text('ondermandaat_toegestaan'));
    if (id === '') wrong('id is leeg.');
    if (lineOf.has(id)) wrong(`id ${id} staat ook in regel ${lineOf.get(id)}.`);
    if (!kinds.includes(kind as EntryKind))
      wrong(`soort is ${brief(kind) || 'leeg'}; kies uit ${kinds.join(', ')}.`);
    for (const name of ['activiteit', 'houder']) if (text(name) === '') wrong(`${name} is leeg.`);
    const deputies = parts(text('vervanger'));
    const long = [
      ...entryNames.map((name) => longName(name, text(name))),
      deputies.map((name) => longName('vervanger', name)).find(Boolean),
    ];
    for (const reason of long) if (reason) wrong(reason);
    if (area === undefined)
      wrong(
        text('gebied') === ''
          ? 'gebied is leeg.'
          : `gebied ${brief(text('gebied'))} is onbekend of niet eenduidig.${places.hint(text('gebied'))}`,
      );
    if (!isDay(from))
      wrong(
        `geldig_van ${brief(from) || 'is leeg'}${from ? ' is geen datum (dd-mm-jjjj of jjjj-mm-dd)' : ''}.`,
      );
    if (until !== '' && !isDay(until))
      wrong(`geldig_tot_en_met ${brief(until)} is geen datum (dd-mm-jjjj of jjjj-mm-dd).`);
    if (until !== '' && until < from)
      wrong(`geldig_tot_en_met ${brief(until)} ligt vóór geldig_van ${brief(from)}.`);
    if (euros !== '' && !/^\d{1,12}$/.test(euros))
      wrong(`limiet_eur ${brief(euros)} is geen heel bedrag in euro's, bijvoorbeeld 2500.`);
    if (fourEyes === undefined) wrong(`vier_ogen ${brief(text('vier_ogen'))} moet ja of nee zijn.`);
    if (subGranting === undefined)
      wrong(`ondermandaat_toegestaan ${brief(text('ondermandaat_toegestaan'))} moet ja of nee zijn.`);
    lineOf.set(id, lineOf.get(id) ?? line);
    entries.push({
      id,
      kind: kind as EntryKind,
      parent: text('uit_mandaat') || undefined,
      activity: text('activiteit'),
      registration: text('registratie'),
      area: area ?? '',
      role: text('rol'),
      holder: text('houder'),
      deputies,
      organisation: text('organisatie'),
      basis: text('grondslag'),
      publication: text('publicatie'),
      limit: euros === '' ? undefined : Number(euros),
      fourEyes: fourEyes ?? false,
      fourEyesBy: text('vier_ogen_door') || undefined,
      subGranting: subGranting ?? false,
      conditions: text('voorwaarden'),
      from,
      until: until || undefined,
    });
  }
  for (const { id, parent } of entries) {
    if (parent !== undefined && !lineOf.has(parent)) {
      problems.push({ line: lineOf.get(id) ?? 0, reason: `uit_mandaat ${brief(parent)} bestaat niet.` });
    }
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : { entries };
}

/** Who holds which function from when to when; a function may stand there often, also with two people at a time. */
export function readTenures(file: CsvFile): Read<{ tenures: Tenure[] }> {
  const problems = columnProblems(file, tenureColumns);
  if (problems.length > 0) return { problems };
  const lineOf = new Map<string, number>();
  const tenures: Tenure[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const { functie = '', persoon = '' } = fields;
    const [van, until] = [dateText(fields.van ?? ''), endDateText(fields.tot_en_met ?? '')];
    const wrong = (reason: string) => problems.push({ line, reason });
    const key = JSON.stringify([functie, persoon, van]);
    for (const long of [longName('functie', functie), longName('persoon', persoon)]) if (long) wrong(long);
    if (functie === '') wrong('functie is leeg.');
    if (persoon === '') wrong('persoon is leeg.');
    if (functie !== '' && functie === persoon) wrong(`functie en persoon zijn allebei ${functie}.`);
    if (!isDay(van))
      wrong(`van ${van || 'is leeg'}${van ? ' is geen datum (dd-mm-jjjj of jjjj-mm-dd)' : ''}.`);
    if (until !== '' && !isDay(until)) wrong(`tot_en_met ${until} is geen datum (dd-mm-jjjj of jjjj-mm-dd).`);
    if (until !== '' && until < van) wrong(`tot_en_met ${until} ligt vóór van ${van}.`);
    if (lineOf.has(key)) wrong(`${persoon} staat met deze functie en dag ook in regel ${lineOf.get(key)}.`);
    lineOf.set(key, lineOf.get(key) ?? line);
    tenures.push({ function: functie, person: persoon, from: van, until: until || undefined });
  }
  return problems.length > 0 ? { problems } : { tenures };
}

/** Says in every problem in which file it is. */
export function inFile(name: string, problems: readonly Problem[]): Problem[] {
  return problems.map(({ line, reason }) => ({ line, reason: `${name}: ${reason}` }));
}

/** A register from its files; problems name the file they are in. */
export function readRegister(
  entries: CsvFile,
  areas: CsvFile,
  tenures?: CsvFile,
): Read<{ register: Register }> {
  const places = readAreas(areas);
  const functions = tenures ? readTenures(tenures) : { tenures: [] };
  const problems = [
    ...('problems' in places ? inFile('Gebieden', places.problems) : []),
    ...('problems' in functions ? inFile('Functies', functions.problems) : []),
  ];
  if ('problems' in places || 'problems' in functions) return { problems };
  const read = readEntries(entries, places.areas);
  return 'problems' in read
    ? read
    : { register: { entries: read.entries, areas: places.areas, tenures: functions.tenures } };
}
