import type { Problem } from '../../../files/csv.ts';
import type { ListReading } from '../register/list-reading.ts';
import { registerOf } from '../register/records.ts';
import type { Register, RegisterEntry } from '../register/register.ts';
import type { KnownRegister } from '../register/store.ts';
import type { PlaceCell } from './areas.ts';
import { choiceProblems, signatureOf } from './choose-columns.ts';
import { defaultsInWords } from './columns-in-words.ts';
import { repeatedColumns } from './file-columns.ts';
import type { ImportFiles } from './files.ts';
import { hasField, keptChoices, type ListColumns, listColumns } from './list-columns.ts';
import { noMandates, type ReadableList, readRows } from './list-rows.ts';
import { type List, notesOfLists, problemsWithPlaces, type RegisterLists, textWithPlaces } from './lists.ts';
import { multiValueRegistrations } from './multi-value-cells.ts';
import { type ImportOptions, optionProblems } from './options.ts';
import { byLine, problemsOf, type ReadResult } from './problems.ts';
import type { ColumnProposal } from './propose-columns.ts';
import { readReferenceData } from './reference-data.ts';
import { settleList } from './settle-list.ts';
import { isNumberedBySheet, onNoSheet } from './sheet-numbers.ts';
import { inOneSpelling, spellingsInWords } from './spelling.ts';
import { type Summary, summarise } from './summary.ts';

/** What an import would do. */
export interface RegisterImportPlan {
  next: Register;
  summary: Summary;
  /** What was filled in or left as it was. */
  notes: string[];
  findings: string[];
  /** Of lists with columns of their own: what each column was taken for, sheet by sheet. */
  columns: { sheets: string[]; columns: ColumnProposal[] }[];
  /** What is remembered for the next lists with these columns. */
  readings: { signature: string; of: ListReading }[];
}

/** Where in a file a list was found, when that does not go without saying. */
function placeInWords({ headingLine, title }: List): string[] {
  return title.length > 0 ? [`De kop staat in regel ${headingLine}. Wat daarboven staat, lees ik niet.`] : [];
}

/** A list of which it is known what its columns are. */
interface KnownList {
  list: List;
  columns: ListColumns;
}

const isNoList = ({ reason }: Problem) => /^Ik vind geen kolom voor (?:activiteit|houder)\b/.test(reason);

/**
 * What the columns of all lists are. A sheet that does not say who may do what is no list of mandates, when another one
 * is; a file of which no list can be read says why.
 */
function columnsOf(
  { lists, others, loose }: RegisterLists,
  options: ImportOptions,
): ReadResult<{ known: KnownList[]; notes: string[] }> {
  const isOneOfMore = lists.length > 1;
  const hasOthers = lists.length + others.length > 1;
  // An abbreviation may be explained in a list of something else.
  const elsewhere = (list: List) => [
    ...loose,
    ...lists.flatMap((other) => (other === list ? [] : other.rows.map(({ texts }) => texts))),
  ];
  const read = lists.map((list) => ({
    list,
    columns: listColumns(list, options, { loose: elsewhere(list), isOneOfMore, hasOthers }),
  }));
  const known = read.flatMap(({ list, columns }) => ('problems' in columns ? [] : [{ list, columns }]));
  const wrong = read.filter(({ columns }) => 'problems' in columns);
  const noLists = known.length > 0 ? wrong.filter(({ columns }) => problemsOf(columns).some(isNoList)) : [];
  const problems = wrong.flatMap((one) => (noLists.includes(one) ? [] : problemsOf(one.columns)));
  if (problems.length > 0) return { problems };
  return {
    known,
    notes: noLists.map(
      ({ list }) =>
        `Blad "${list.sheet}" lees ik niet: ik zie niet wie daar wat mag. Klopt dat niet? Wijs de kolommen aan met --kolom.`,
    ),
  };
}

/** Which sheets are read, and what their names were taken for. */
function sheetsInWords(known: readonly KnownList[], hasSheets: boolean): string[] {
  const names = known.flatMap(({ list }) => list.sheet ?? []);
  const meaning = known.flatMap(({ list, columns: { sheet } }) => {
    const place = sheet.isTitle || !list.sheet ? 'de titel' : `blad ${list.sheet}`;
    if (sheet.registration) return [`${place} is registratie ${sheet.registration}`];
    return sheet.organisation ? [`${place} is organisatie ${sheet.organisation}`] : [];
  });
  const read = `Ik lees ${names.length === 1 ? 'het blad' : 'de bladen'} ${names.join(', ')}.`;
  return [
    ...(hasSheets ? [read] : []),
    ...(meaning.length > 0 ? [`Let op, dit maak ik van namen en titels: ${meaning.join('; ')}.`] : []),
  ];
}

/** What the cells of areas say. */
const placesIn = ({ settled }: ReadableList): PlaceCell[] =>
  settled.file.columns.includes('gebied')
    ? settled.file.rows.map(({ line, fields }) => ({ line, text: fields.gebied ?? '' }))
    : [];

/** What is remembered of how a list with columns of its own was read. */
function readingsOf(known: readonly KnownList[]): RegisterImportPlan['readings'] {
  const all = known.flatMap(({ list, columns }) =>
    columns.mapping
      ? [{ signature: signatureOf(list.columns), of: { mapping: columns.mapping, ...keptChoices(columns) } }]
      : [],
  );
  return [...new Map(all.map((one) => [one.signature, one])).values()];
}

/** What each column was taken for; once for sheets that have the same columns. No sheets are named where there is one. */
function columnsBySheets(known: readonly KnownList[]): RegisterImportPlan['columns'] {
  const own = known.flatMap(({ list, columns: { columns } }) => (columns ? [{ list, columns }] : []));
  const alike = Map.groupBy(own, ({ columns }) => JSON.stringify(columns));
  return [...alike.values()].map((group) => ({
    sheets: alike.size > 1 ? group.flatMap(({ list }) => list.sheet ?? []) : [],
    columns: group[0]?.columns ?? [],
  }));
}

/** Everything that is wrong; what a line lacks is said once for all lines, and a line that was not read lacks nothing. */
function together(unread: readonly Problem[], others: readonly Problem[]): Problem[] {
  const said = unread.flatMap(({ reason }): string[] => /^(.+) is leeg in /.exec(reason)?.slice(1) ?? []);
  const isSaid = ({ reason }: Problem) =>
    (unread.length > 0 && reason === noMandates) ||
    said.some((column) => reason.startsWith(`${column} is leeg.`)) ||
    (unread.length > 0 && reason.endsWith(' bestaat niet.'));
  return byLine([...unread, ...others.filter((problem) => !isSaid(problem))]);
}

/** What an import of some sheets leaves as it is. Without numbers it is not known which mandate a changed row was. */
function partInWords(stay: number, nowhere: readonly string[], readable: readonly ReadableList[]): string[] {
  const hasIds = readable.every(({ settled }) => hasField(settled.mapping, 'id'));
  return [
    stay === 1
      ? 'Het enige mandaat dat niet op dit blad staat, blijft zoals het is. Met --blad haal ik niets weg.'
      : `De ${stay} mandaten die niet op dit blad staan, blijven zoals ze zijn. Met --blad haal ik niets weg.`,
    ...(nowhere.length > 0
      ? [
          `Let op: op geen enkel blad van dit bestand ${nowhere.length === 1 ? 'staat' : 'staan'} ${nowhere.join(', ')}. ${nowhere.length === 1 ? 'Dat blijft' : 'Die blijven'} nu in het register. ${nowhere.length === 1 ? 'Moet dat weg' : 'Moeten die weg'}? Lees dan alle bladen, zonder --blad.`,
        ]
      : []),
    ...(hasIds
      ? []
      : [
          'Let op: dit blad heeft geen nummers. Wijzigde je een regel, dan blijft ook het oude mandaat staan. Lees dan alle bladen.',
        ]),
  ];
}

/** How many mandates a file does not have any more. */
function goneInWords({ entries: { gone, changed, same } }: Summary): string[] {
  const all = gone.length + changed.length + same;
  if (gone.length === 0) return [];
  if (all === 1)
    return [
      'Let op: het enige mandaat in het register staat niet in dit bestand. Na --akkoord is dat mandaat weg.',
    ];
  const are = gone.length === 1 ? 'staat er 1' : `staan er ${gone.length}`;
  const go = gone.length === 1 ? 'is dat' : 'zijn die';
  return [
    `Let op: van de ${all} mandaten in het register ${are} niet in dit bestand. Na --akkoord ${go} weg.`,
  ];
}

/** What stays beside the sheets that were named, and what of it cannot stay. */
function kept(before: Register, entries: readonly RegisterEntry[], areas: Register['areas']) {
  const ids = new Set(entries.map(({ id }) => id));
  const codes = new Set(areas.map(({ code }) => code));
  const stay = before.entries.filter(({ id }) => !ids.has(id));
  return { stay, homeless: stay.filter(({ area }) => !codes.has(area)) };
}

/**
 * What importing a register would do: the whole of it, or nothing with every wrong line named. A file with our own
 * column names is read strictly; of another list the columns are matched. Of a file of which some sheets were named, the
 * rest of the register stays. Changes nothing itself.
 */
export function planImport(
  before: Pick<KnownRegister, 'records'>,
  files: ImportFiles,
  options: ImportOptions = {},
): ReadResult<RegisterImportPlan> {
  const { lists } = files.register;
  const found = planFor(registerOf(before.records), files, options);
  return 'problems' in found
    ? { problems: problemsWithPlaces(found.problems, lists) }
    : {
        ...found,
        notes: found.notes.map((note) => textWithPlaces(note, lists)),
      };
}

function planFor(
  before: Register,
  files: ImportFiles,
  options: ImportOptions,
): ReadResult<RegisterImportPlan> {
  const { lists, others, isPartial } = files.register;
  const { municipality = '', findings = () => [], choices = {} } = options;
  const names = [...new Set(lists.flatMap((list) => list.columns))];
  const wrong = [
    ...optionProblems(options),
    ...choiceProblems(names, choices, lists[0]?.headingLine),
    ...lists.flatMap(repeatedColumns),
  ];
  if (wrong.length > 0) return { problems: wrong };
  const columns = columnsOf(files.register, options);
  if ('problems' in columns) return columns;
  const readable = columns.known.map(
    ({ list, columns: own }): ReadableList => ({
      columns: own,
      settled: settleList(list, own),
      sheet: list.sheet,
    }),
  );
  const unread = readable.flatMap(({ settled }) => settled.problems);

  const reference = readReferenceData(before, files, readable.flatMap(placesIn), municipality.trim());
  if ('problems' in reference) return { problems: [...unread, ...reference.problems] };
  const read = readRows(readable, reference, {
    usesKnownAreas: !files.areas && before.areas.length > 0,
    isNumberedBySheet: isNumberedBySheet(
      [...columns.known.map(({ list }) => list), ...others],
      before,
      options,
    ),
    kept: new Set(isPartial ? before.entries.map(({ id }) => id) : []),
  });
  if ('problems' in read || unread.length > 0) return { problems: together(unread, problemsOf(read)) };

  const { areas, tenures } = reference;
  const { stay, homeless } = isPartial ? kept(before, read.entries, areas) : { stay: [], homeless: [] };
  if (homeless.length > 0) {
    const staying =
      stay.length === 1 ? 'blijft 1 mandaat zoals het is' : `blijven ${stay.length} mandaten zoals ze zijn`;
    const some = homeless.length === stay.length ? 'die' : `${homeless.length} van die`;
    const whose = stay.length === 1 ? 'daarvan' : `van ${some} mandaten`;
    const reason = `Met --blad ${staying}. Het gebied ${whose} staat niet in --gebieden. Laat --gebieden weg, of lees alle bladen.`;
    return { problems: [{ line: 0, reason }] };
  }
  const nowhere = onNoSheet(stay, others, options);
  const { register: next, spellings } = inOneSpelling({
    entries: [...read.entries, ...stay],
    areas,
    tenures,
  });
  const summary = summarise(before, next);
  const hasSheets = lists.length + others.length + files.register.notes.length > 1;
  return {
    next,
    summary,
    notes: [
      ...sheetsInWords(columns.known, hasSheets),
      ...files.register.notes,
      ...columns.notes,
      ...(isPartial ? partInWords(stay.length, nowhere, readable) : goneInWords(summary)),
      ...notesOfLists(
        columns.known.map(({ list, columns: own }, n) => ({
          list,
          notes: [
            ...placeInWords(list),
            ...own.notes,
            ...(readable[n]?.settled.notes ?? []),
            ...defaultsInWords(readable[n]?.settled.mapping, own.defaults, own.sheet),
          ],
        })),
      ),
      ...reference.notes,
      ...multiValueRegistrations(next.entries),
      ...read.notes,
    ],
    findings: [...spellingsInWords(spellings), ...findings(next)],
    columns: columnsBySheets(columns.known),
    readings: readingsOf(columns.known),
  };
}
