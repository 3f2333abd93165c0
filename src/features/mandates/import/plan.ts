import type { CsvFile, HeadingScore, Problem } from '../../../files/csv.ts';
import { readList, type Wanted } from '../../../files/xlsx.ts';
import type { Tools } from '../../module.ts';
import type { ListReading } from '../register/list-reading.ts';
import { registerOf } from '../register/records.ts';
import {
  type Area,
  type EntryKind,
  kinds,
  type Register,
  type RegisterEntry,
  type Tenure,
} from '../register/register.ts';
import type { KnownRegister, MandateStore } from '../register/store.ts';
import { deriveAreas, wholeOf } from './areas.ts';
import { dateText, isDay } from './cells.ts';
import {
  applyColumns,
  type ColumnProposal,
  isOwnForm,
  missingFields,
  ownFormText,
  repeatedRows,
  signatureOf,
} from './columns.ts';
import { areaHeading, entryHeading, tenureHeading } from './heading.ts';
import { longCells } from './lengths.ts';
import {
  type ColumnChoices,
  chooseColumns,
  defaultsInWords,
  inOwnWords,
  mappingOf,
  recognised,
} from './mapping.ts';
import { crowdedCells, singlePlaces } from './multi-value-cells.ts';
import { inFile, type Read, readAreas, readEntries, readTenures, repeatedColumns } from './read.ts';
import { inOneSpelling, spellingsInWords } from './spelling.ts';
import { isUnchanged, type Summary, summarise, summaryInShort } from './summary.ts';

/** One file as it came in; the name tells only whether it claims to be Excel. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** The files of one import: a whole register, and what goes with it. */
export interface ImportFiles<T = CsvFile> {
  register: T;
  /** Without it the areas that Kompas knows stay, or follow from the list when it knows none. */
  areas?: T;
  /** Without it the functions that Kompas knows stay. */
  tenures?: T;
}

export interface ImportOptions {
  /** What whoever imports says that own columns are. */
  choices?: ColumnChoices;
  /** How the last list with the same columns was read. */
  remembered?: ListReading;
  /** The kind of every entry of a list that has no column for it. */
  kind?: string;
  /** First day (as people write it) of every entry of a list that has no column for it. */
  from?: string;
  /** Name of the municipality, for a list of which nobody knows the areas. */
  municipality?: string;
  /** What is noticed about the register as it would become: gaps, conflicts. Said, never in the way. */
  findings?: (next: Register) => string[];
}

/** What an import would do. */
export interface RegisterImportPlan {
  next: Register;
  summary: Summary;
  /** What was filled in or left as it was. */
  notes: string[];
  findings: string[];
  /** Of a list with columns of its own: what each column was taken for. */
  columns?: ColumnProposal[];
  /** What is remembered for the next list with these columns. */
  mapping?: { signature: string; of: ListReading };
}

/** How to find the list in a file of which whoever imports knows more. */
export interface WhereToLook {
  /** What own columns are: a row with these names is the heading. */
  choices?: ColumnChoices;
  /** The sheet of the register. */
  sheet?: string;
}

/**
 * Reads the files themselves, CSV or Excel; problems name the file they are in. `rest` are the files without the lines
 * of the register that could not be read, to look for what else is wrong.
 */
export async function readFiles(
  uploads: ImportFiles<Upload>,
  { choices, sheet }: WhereToLook = {},
): Promise<{ files: ImportFiles } | { problems: Problem[]; rest?: ImportFiles }> {
  const checked = async (upload: Upload, wanted: Wanted) => {
    const file = await readList(upload.bytes, upload.name, wanted);
    const problems = 'problems' in file ? [] : longCells(file);
    return problems.length > 0 ? { problems } : file;
  };
  const read = async (upload: Upload | undefined, score: HeadingScore) =>
    upload && (await checked(upload, { score, choose: 'Zet de lijst in een eigen bestand.' }));
  const choose = 'Kies er één met --blad, bijvoorbeeld --blad "Mandaten".';
  const [register, areas, tenures] = [
    await checked(uploads.register, {
      score: entryHeading(choices),
      sheet,
      choose,
    }),
    await read(uploads.areas, areaHeading),
    await read(uploads.tenures, tenureHeading),
  ];
  const problems = [
    ...('problems' in register ? register.problems : []),
    ...(areas && 'problems' in areas ? inFile('Gebieden', areas.problems) : []),
    ...(tenures && 'problems' in tenures ? inFile('Functies', tenures.problems) : []),
  ];
  if ((areas && 'problems' in areas) || (tenures && 'problems' in tenures)) return { problems };
  if ('problems' in register) {
    return { problems, rest: register.rest && { register: register.rest, areas, tenures } };
  }
  return { files: { register, areas, tenures } };
}

interface Rest {
  areas: Area[];
  tenures: Tenure[];
  notes: string[];
}

/** Areas and functions: from their files, else as they are known, else (areas only) from the places in the list. */
function readRest(
  before: Register,
  { areas: areaFile, tenures: tenureFile }: ImportFiles,
  places: readonly string[],
  municipality: string,
): Read<Rest> {
  const areas = areaFile && readAreas(areaFile);
  const tenures = tenureFile && readTenures(tenureFile);
  if ((areas && 'problems' in areas) || (tenures && 'problems' in tenures)) {
    return {
      problems: [
        ...(areas && 'problems' in areas ? inFile('Gebieden', areas.problems) : []),
        ...(tenures && 'problems' in tenures ? inFile('Functies', tenures.problems) : []),
      ],
    };
  }
  const notes: string[] = [];
  const kept = [...before.tenures];
  if (!tenures && kept.length > 0) notes.push(`Functies blijven zoals ze zijn: ${kept.length}.`);
  if (areas) return { areas: areas.areas, tenures: tenures?.tenures ?? kept, notes };
  if (before.areas.length > 0) {
    notes.push(`Gebieden blijven zoals ze zijn: ${before.areas.length}.`);
    return { areas: [...before.areas], tenures: tenures?.tenures ?? kept, notes };
  }
  if (municipality === '') {
    const reason =
      'Ik ken nog geen gebieden. Geef ze mee met --gebieden, of geef de naam van je gemeente met --gemeente.';
    return { problems: [{ line: 0, reason }] };
  }
  const derived = deriveAreas(singlePlaces(places), municipality);
  const wards = derived.slice(1).map(({ name }) => name);
  notes.push(
    wards.length > 0
      ? `Ik ken nog geen gebieden. Ik maak de gemeente ${municipality}, met als wijk: ${wards.join(', ')}.`
      : `Ik ken nog geen gebieden. Ik maak de gemeente ${municipality}.`,
  );
  return { areas: derived, tenures: tenures?.tenures ?? kept, notes };
}

function optionProblems({ kind, from }: ImportOptions): Problem[] {
  return [
    ...(kind === undefined || kinds.includes(kind as EntryKind)
      ? []
      : [{ line: 0, reason: `De soort ${kind} ken ik niet. Kies uit ${kinds.join(', ')}.` }]),
    ...(from === undefined || isDay(dateText(from))
      ? []
      : [{ line: 0, reason: `${from} is geen datum. Schrijf dd-mm-jjjj of jjjj-mm-dd.` }]),
  ];
}

/** Several registrations in one cell would be read as one that nobody asks for. */
function crowdedRegistrations(entries: readonly RegisterEntry[]): string[] {
  const crowded = [...new Set(entries.map(({ registration }) => registration))].filter((text) =>
    /[,;/+&|]|\sen\s/.test(text),
  );
  return crowded.length > 0
    ? [
        `Let op: hier staat meer dan één registratie in een cel: ${crowded.slice(0, 5).join(' · ')}. Maak er een regel per registratie van.`,
      ]
    : [];
}

/** Where in a file the list was found, when that does not go without saying. */
function placeInWords({ sheet, headingLine }: CsvFile): string[] {
  return [
    ...(sheet === undefined ? [] : [`Ik lees het blad ${sheet}.`]),
    ...(headingLine === undefined
      ? []
      : [`De kop staat in regel ${headingLine}. Wat daarboven staat, lees ik niet.`]),
  ];
}

/** What is wrong with rows; that two areas in one cell are no area we know, goes without saying. */
function withCrowded(problems: readonly Problem[], crowded: readonly Problem[]): Problem[] {
  const twice = new Set(crowded.filter(({ reason }) => reason.startsWith('gebied ')).map(({ line }) => line));
  return [
    ...crowded,
    ...problems.filter(({ line, reason }) => !(twice.has(line) && reason.startsWith('gebied '))),
  ];
}

const placesOf = (file: CsvFile, column: string | undefined) =>
  column === undefined ? [] : file.rows.map(({ fields }) => fields[column] ?? '');

/**
 * What importing a register would do: the whole of it, or nothing with every wrong line named. A file with our own
 * column names is read strictly; of another list the columns are matched. Changes nothing itself.
 */
export function planImport(
  known: KnownRegister,
  files: ImportFiles,
  options: ImportOptions = {},
): Read<RegisterImportPlan> {
  const file = files.register;
  const { headingLine = 1 } = file;
  const before = registerOf(known.records);
  const { choices = {}, remembered, municipality = '', findings = () => [] } = options;
  const wrong = [...optionProblems(options), ...repeatedColumns(file)];
  if (wrong.length > 0) return { problems: wrong };
  const isStrict = isOwnForm(file.columns) && Object.keys(choices).length === 0;
  const chosen = isStrict
    ? undefined
    : chooseColumns(file.columns, choices, remembered?.mapping, headingLine);
  if (chosen && 'problems' in chosen) return chosen;
  const mapping = chosen && mappingOf(chosen.columns);
  const hasKind = !mapping || Object.values(mapping).includes('soort');
  const kind = options.kind ?? (hasKind ? undefined : remembered?.kind);
  const defaults = {
    kind: kind as EntryKind | undefined,
    from: options.from === undefined ? undefined : dateText(options.from),
  };
  const lacking = mapping ? missingFields(mapping, defaults, headingLine) : [];
  if (lacking.length > 0)
    return { problems: [...lacking, ...recognised(chosen?.columns ?? [], headingLine)] };
  const placeColumn = mapping ? Object.keys(mapping).find((name) => mapping[name] === 'gebied') : 'gebied';
  const rest = readRest(before, files, placesOf(file, placeColumn), municipality.trim());
  if ('problems' in rest) return rest;
  const whole = wholeOf(rest.areas);
  if (mapping && placeColumn === undefined && whole === undefined) {
    const reason =
      'Er is niet één gebied waar alles in ligt. Wijs een kolom aan met --kolom "Eigen kolom=gebied".';
    return { problems: [{ line: headingLine, reason }] };
  }

  const list = mapping ? applyColumns(file, mapping, { ...defaults, area: whole ?? '' }) : ownFormText(file);
  const hasIds = !mapping || Object.values(mapping).includes('id');
  const repeated = hasIds ? [] : repeatedRows(list);
  const again = new Set(repeated.map(({ line }) => line));
  const read = readEntries({ ...list, rows: list.rows.filter(({ line }) => !again.has(line)) }, rest.areas);
  const crowded = crowdedCells(list, rest.areas, rest.tenures);
  if ('problems' in read || repeated.length + crowded.problems.length > 0) {
    const wrongRows = withCrowded('problems' in read ? read.problems : [], crowded.problems);
    const isStale =
      !files.areas &&
      before.areas.length > 0 &&
      wrongRows.some(({ reason }) => reason.includes('is onbekend'));
    const hint = 'Ik gebruikte de gebieden die ik al ken. Geef nieuwe gebieden mee met --gebieden.';
    const problems = [...(isStale ? [{ line: 0, reason: hint }] : []), ...repeated, ...wrongRows];
    return { problems: inOwnWords(problems, mapping).sort((a, b) => a.line - b.line) };
  }

  // Taken for a register, an empty list would end every mandate there is.
  if (read.entries.length === 0) {
    return { problems: [{ line: 0, reason: 'Er staan geen mandaten in het bestand.' }] };
  }

  const { register: next, spellings } = inOneSpelling({
    entries: read.entries,
    areas: rest.areas,
    tenures: rest.tenures,
  });
  return {
    next,
    summary: summarise(before, next),
    notes: [
      ...placeInWords(file),
      ...defaultsInWords(mapping, defaults),
      ...rest.notes,
      ...crowdedRegistrations(next.entries),
      ...crowded.notes,
    ],
    findings: [...spellingsInWords(spellings), ...findings(next)],
    columns: chosen?.columns,
    mapping: mapping && {
      signature: signatureOf(file.columns),
      of: { mapping, ...(hasKind ? {} : { kind }) },
    },
  };
}

export interface ImportTools extends Pick<Tools, 'audit'> {
  store: MandateStore;
}

/**
 * Carries out a plan on the register it was made from: in one step, and written down in the log without names. Gives
 * `nothing` when the plan changes nothing, and `changed` when somebody changed the register in between: then nothing
 * was done and a new plan is needed. `at` is an ISO instant in UTC.
 */
export async function carryOut(
  { store, audit }: ImportTools,
  known: KnownRegister,
  plan: RegisterImportPlan,
  { who, at }: { who: string; at: string },
): Promise<'done' | 'nothing' | 'changed'> {
  if (isUnchanged(plan.summary)) return 'nothing';
  if (!(await store.replace(known, plan.next, at))) return 'changed';
  if (plan.mapping) await store.rememberMapping(plan.mapping.signature, plan.mapping.of);
  await audit.record(who, 'mandatenregister geïmporteerd', summaryInShort(plan.summary));
  return 'done';
}
