import { brief } from '../../../files/cell-limits.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import { unguarded } from '../../../files/write-csv.ts';
import { entryColumns, extraColumns, type RegisterField } from '../register/fields.ts';
import { type Area, type EntryKind, entryKinds, type RegisterEntry } from '../register/register.ts';
import { type CellPlaces, cellPlaces } from './cell-places.ts';
import { isDay, namesIn, yesNo } from './cells.ts';
import { columnProblems } from './file-columns.ts';
import { longName } from './lengths.ts';
import { byLine, type ReadResult } from './problems.ts';
import { firstBy, type ListRow } from './rows.ts';

/** One row of the list, with what its cells come down to. */
interface EntryRow {
  line: number;
  id: string;
  text(field: RegisterField): string;
  kind: EntryKind;
  /** The code of the area; undefined when the cell names no area, or several. */
  area: string | undefined;
  deputies: string[];
  /** Who deputise until the others do. */
  earlier: string[];
  /** Undefined when the cell says neither yes nor no. */
  fourEyes: boolean | undefined;
  subGranting: boolean | undefined;
}

function rowOf({ line, fields }: ListRow, places: CellPlaces): EntryRow {
  const text = (field: RegisterField) => fields[field] ?? '';
  return {
    line,
    text,
    id: text('id'),
    kind: text('soort').toLowerCase() as EntryKind,
    area: places.find(text('gebied')),
    deputies: namesIn(text('vervanger')),
    earlier: namesIn(text('eerdere_vervanger')),
    fourEyes: yesNo(text('vier_ogen')),
    subGranting: yesNo(text('ondermandaat_toegestaan')),
  };
}

/** What is wrong with the id; `first` is the row in which it stands first. */
const wrongId = (row: EntryRow, first: EntryRow | undefined): string[] => [
  ...(row.id === '' ? ['id is leeg.'] : []),
  ...(first && first !== row ? [`id ${row.id} staat ook in regel ${first.line}.`] : []),
];

const wrongKind = ({ kind }: EntryRow): string[] =>
  entryKinds.includes(kind) ? [] : [`soort is ${brief(kind) || 'leeg'}; kies uit ${entryKinds.join(', ')}.`];

/** What cards and their buttons carry, so that it may not be long. */
const carried = ['id', 'activiteit', 'registratie', 'rol', 'houder'] as const;

const wrongNames = ({ text, deputies, earlier }: EntryRow): string[] => [
  ...(['activiteit', 'houder'] as const)
    .filter((field) => text(field) === '')
    .map((field) => `${field} is leeg.`),
  ...carried.flatMap((field) => longName(field, text(field)) ?? []),
  ...[...deputies, ...earlier].flatMap((name) => longName('vervanger', name) ?? []).slice(0, 1),
];

function wrongArea({ text, area }: EntryRow, places: CellPlaces): string[] {
  const place = text('gebied');
  if (area !== undefined) return [];
  return place === ''
    ? ['gebied is leeg.']
    : [`gebied ${brief(place)} is onbekend of niet eenduidig.${places.hint(place)}`];
}

function wrongDays({ text, earlier }: EntryRow): string[] {
  const [from, until] = [text('geldig_van'), text('geldig_tot_en_met')];
  const last = text('eerdere_vervanger_tot_en_met');
  const noDate = 'is geen datum (dd-mm-jjjj of jjjj-mm-dd).';
  return [
    ...(isDay(from) ? [] : [from ? `geldig_van ${brief(from)} ${noDate}` : 'geldig_van is leeg.']),
    ...(until === '' || isDay(until) ? [] : [`geldig_tot_en_met ${brief(until)} ${noDate}`]),
    ...(last === '' || isDay(last) ? [] : [`eerdere_vervanger_tot_en_met ${brief(last)} ${noDate}`]),
    ...(last === '' && earlier.length > 0
      ? ['eerdere_vervanger_tot_en_met is leeg, en er staat wel een eerdere_vervanger.']
      : []),
    ...(until !== '' && until < from
      ? [`geldig_tot_en_met ${brief(until)} ligt vóór geldig_van ${brief(from)}.`]
      : []),
  ];
}

function wrongAmount({ text }: EntryRow): string[] {
  const euros = text('limiet_eur');
  return euros === '' || /^\d{1,12}$/.test(euros)
    ? []
    : [`limiet_eur ${brief(euros)} is geen heel bedrag in euro's. Vul bijvoorbeeld 2500 in.`];
}

const wrongYesNo = ({ text, fourEyes, subGranting }: EntryRow): string[] => [
  ...(fourEyes === undefined ? [`vier_ogen ${brief(text('vier_ogen'))} moet ja of nee zijn.`] : []),
  ...(subGranting === undefined
    ? [`ondermandaat_toegestaan ${brief(text('ondermandaat_toegestaan'))} moet ja of nee zijn.`]
    : []),
];

/** What is wrong in the list, with its line: each row in itself, and entries that come from one that is not there. */
function wrongIn(rows: readonly EntryRow[], places: CellPlaces, kept: ReadonlySet<string>): Problem[] {
  const firstOf = firstBy(rows, ({ id }) => id);
  const inRows = rows.flatMap((row) =>
    [
      ...wrongId(row, firstOf.get(row.id)),
      ...wrongKind(row),
      ...wrongNames(row),
      ...wrongArea(row, places),
      ...wrongDays(row),
      ...wrongAmount(row),
      ...wrongYesNo(row),
    ].map((reason) => ({ line: row.line, reason })),
  );
  const orphans = rows.flatMap(({ id, text }) => {
    const parent = text('uit_mandaat');
    return parent === '' || firstOf.has(parent) || kept.has(parent)
      ? []
      : [{ line: firstOf.get(id)?.line ?? 0, reason: `uit_mandaat ${brief(parent)} bestaat niet.` }];
  });
  return byLine([...inRows, ...orphans]);
}

/** The entry that a row without anything wrong says. */
function entryOf({
  id,
  kind,
  text,
  area,
  deputies,
  earlier,
  fourEyes,
  subGranting,
}: EntryRow): RegisterEntry {
  const euros = text('limiet_eur');
  const last = text('eerdere_vervanger_tot_en_met');
  return {
    id,
    kind,
    parent: text('uit_mandaat') || undefined,
    activity: text('activiteit'),
    registration: text('registratie'),
    area: area ?? '',
    role: text('rol'),
    holder: text('houder'),
    deputies,
    ...(last === '' ? {} : { earlierDeputies: { names: earlier, until: last } }),
    organisation: text('organisatie'),
    contact: text('accounthouder') || undefined,
    basis: text('grondslag'),
    publication: text('publicatie'),
    limit: euros === '' ? undefined : Number(euros),
    fourEyes: fourEyes ?? false,
    fourEyesBy: text('vier_ogen_door') || undefined,
    subGranting: subGranting ?? false,
    conditions: text('voorwaarden'),
    from: text('geldig_van'),
    until: text('geldig_tot_en_met') || undefined,
  };
}

/**
 * Entries from a file; an area may be given by name, alias or code. `kept` are ids of entries that are not in the file,
 * from which its entries may come.
 */
export function readEntries(
  file: CsvFile,
  areas: readonly Area[],
  kept: ReadonlySet<string> = new Set(),
): ReadResult<{ entries: RegisterEntry[] }> {
  const wrongColumns = columnProblems(file, entryColumns, extraColumns);
  if (wrongColumns.length > 0) return { problems: wrongColumns };
  const places = cellPlaces(areas);
  const rows = unguarded(file).rows.map((row) => rowOf(row, places));
  const problems = wrongIn(rows, places, kept);
  return problems.length > 0 ? { problems } : { entries: rows.map(entryOf) };
}
