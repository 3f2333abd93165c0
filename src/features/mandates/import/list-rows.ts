import { type CsvFile, columnName, type Problem } from '../../../files/csv.ts';
import { entryColumns, extraColumns, isExtra, registerFields } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import type { RegisterEntry } from '../register/register.ts';
import { applyColumns, type ListInOwnForm, repeatedRows, withIds } from './apply-columns.ts';
import { isEverywhere } from './area-words.ts';
import { wholeOf } from './areas.ts';
import { type FieldNote, notesInWords } from './cell-notes.ts';
import { inOwnWords } from './columns-in-words.ts';
import { columnProblems } from './file-columns.ts';
import { hasField, type ListColumns } from './list-columns.ts';
import { listOfLine } from './lists.ts';
import { multiValueCells } from './multi-value-cells.ts';
import { cellsWithoutName, ownFormText } from './own-form.ts';
import { byLine, problemsOf, type ReadResult } from './problems.ts';
import { readEntries } from './read-entries.ts';
import type { ReferenceData } from './reference-data.ts';
import { isEveryRegistration } from './registration-cells.ts';
import type { ListRow } from './rows.ts';
import type { SettledList } from './settle-list.ts';

/** A list with what its columns are. */
export interface ReadableList {
  columns: ListColumns;
  settled: SettledList;
  /** The sheet that it is on, when there are more. */
  sheet?: string;
}

/** A list under our column names and in our way of writing. */
function inOwnForm(
  { columns: { defaults, mapping: ownMapping = {}, choices }, settled: { file, mapping } }: ReadableList,
  reference: ReferenceData,
): ReadResult<ListInOwnForm & { notes: string[] }> {
  if (!mapping) {
    const own = ownFormText(file);
    const { problems, notes } = multiValueCells(own, reference.areas, reference.tenures);
    return { ...own, refused: [...cellsWithoutName(own), ...problems], doubtful: [], notes };
  }
  const whole = wholeOf(reference.areas);
  if (!hasField(mapping, 'gebied') && whole === undefined) {
    const reason =
      'Er is niet één gebied waar alles in ligt. Wijs een kolom aan met --kolom "Eigen kolom=gebied".';
    return { problems: [{ line: file.headingLine ?? 1, reason }] };
  }
  const empty = (field: string) =>
    Object.entries(choices.empty ?? {}).find(
      ([name]) => columnName(name) === field || ownMapping[columnName(name)] === field,
    )?.[1];
  // What has no column of its own holds for all, as is said elsewhere: it may stand in some subheadings.
  const lacks = (field: string) => !Object.values(ownMapping).some((of) => of === field);
  const applied = applyColumns(
    file,
    mapping,
    {
      ...defaults,
      area: whole ?? '',
      emptyArea: lacks('gebied') || isEverywhere(empty('gebied') ?? '') ? 'everywhere' : undefined,
      emptyRegistration:
        lacks('registratie') || isEveryRegistration(empty('registratie') ?? '') ? 'every' : undefined,
    },
    reference,
  );
  return { ...applied, notes: [] };
}

/** The rows of a list of which the ids stand on another sheet too: with the name of their own sheet before them. */
function withSheet(rows: readonly ListRow[], sheet: string): ListRow[] {
  const own = new Set(rows.map(({ fields }) => fields.id));
  return rows.map((row) => {
    const { id = '', uit_mandaat: parent = '' } = row.fields;
    const named = {
      id: id && `${sheet}-${id}`,
      uit_mandaat: own.has(parent) ? `${sheet}-${parent}` : parent,
    };
    return { ...row, fields: { ...row.fields, ...named } };
  });
}

/** All lists of a file as one, in which no id stands for two mandates. */
function asOne(
  lists: readonly ReadableList[],
  files: readonly CsvFile[],
  isBySheet: boolean,
  area: string,
): { file: CsvFile; withoutIds: ReadonlySet<number>; notes: string[] } {
  const hasId = (n: number) => hasField(lists[n]?.settled.mapping, 'id');
  const numbered = files.flatMap(({ rows }, n) => {
    const { sheet } = lists[n] ?? {};
    if (!hasId(n)) return [];
    return isBySheet && sheet !== undefined ? withSheet(rows, sheet) : rows;
  });
  const bare = files.flatMap(({ rows }, n) => (hasId(n) ? [] : rows));
  const unnumbered = withIds(
    bare.map(({ line, fields }) => ({ line, fields: { ...fields, id: '' } })),
    area,
  );
  const used = new Set(files.flatMap(({ columns }) => columns));
  const columns =
    files.length === 1 ? [...used] : registerFields.filter((name) => !isExtra(name) || used.has(name));
  return {
    file: { columns, rows: [...numbered, ...unnumbered].sort((a, b) => a.line - b.line) },
    withoutIds: new Set(unnumbered.map(({ line }) => line)),
    notes:
      isBySheet && lists.some(({ sheet }) => sheet !== undefined)
        ? [
            'Nummers komen op meer bladen voor. Ik zet de naam van het blad ervoor, bijvoorbeeld ' +
              `${numbered[0]?.fields.id}.`,
          ]
        : [],
  };
}

/** What is wrong with rows; of a cell that is refused already nothing more needs to be said. */
function withRefused(problems: readonly Problem[], refused: readonly Problem[]): Problem[] {
  const cellOf = ({ line, reason }: Problem) => `${line} ${reason.split(' ')[0]}`;
  const cells = new Set(refused.map(cellOf));
  // A line of the file may be more rows, with the same cell in each.
  const once = new Map(refused.map((problem) => [`${problem.line} ${problem.reason}`, problem]));
  return [...once.values(), ...problems.filter((problem) => !cells.has(cellOf(problem)))];
}

/** How doubtful cells were read, in the words of the list's own columns. */
function doubtInWords(
  doubtful: readonly FieldNote[],
  mappingAt: (line: number) => ListMapping | undefined,
): string[] {
  return notesInWords(doubtful, (field, line) => {
    const columns = Object.entries(mappingAt(line) ?? {});
    const named = (one: string) => columns.find(([, of]) => of === one)?.[0];
    return named(field) ?? (field === 'limiet_eur' ? named('limiet_cent') : undefined) ?? field;
  });
}

/** Said above all else where an area is unknown, and the list came without areas of its own. */
function staleAreas(wrongRows: readonly Problem[], usesKnownAreas: boolean): Problem[] {
  const hint = 'Ik gebruikte de gebieden die ik al ken. Geef nieuwe gebieden mee met --gebieden.';
  return usesKnownAreas && wrongRows.some(({ reason }) => reason.includes('is onbekend'))
    ? [{ line: 0, reason: hint }]
    : [];
}

/** Taken for a register, an empty list would end every mandate there is. */
export const noMandates = 'Er staan geen mandaten in het bestand.';

/** What more is known of where the lists come from. */
export interface RowsContext {
  /** The areas did not come with the lists. */
  usesKnownAreas: boolean;
  /** Numbers get the name of their sheet before them. */
  isNumberedBySheet: boolean;
  /** Ids of mandates that stay whatever is in the lists. */
  kept: ReadonlySet<string>;
}

/**
 * The entries of all lists of a file, with what is to be said about their cells; or everything that is wrong, in the
 * words of their own columns.
 */
export function readRows(
  lists: readonly ReadableList[],
  reference: ReferenceData,
  { usesKnownAreas, isNumberedBySheet, kept }: RowsContext,
): ReadResult<{ entries: RegisterEntry[]; notes: string[] }> {
  const own = lists.map((list) => inOwnForm(list, reference));
  const unread = own.flatMap(problemsOf);
  if (unread.length > 0) return { problems: unread };
  const files = own.flatMap((one) => ('problems' in one ? [] : [one]));
  const strict =
    files.length > 1 ? files.flatMap((file) => columnProblems(file, entryColumns, extraColumns)) : [];
  if (strict.length > 0) return { problems: strict };
  const {
    file: list,
    withoutIds,
    notes,
  } = asOne(lists, files, isNumberedBySheet, wholeOf(reference.areas) ?? '');
  const repeated = repeatedRows({ ...list, rows: list.rows.filter(({ line }) => withoutIds.has(line)) });
  const again = new Set(repeated.map(({ line }) => line));
  const read = readEntries(
    { ...list, rows: list.rows.filter(({ line }) => !again.has(line)) },
    reference.areas,
    kept,
  );
  const mappingAt = (line: number) => lists[lists.length > 1 ? listOfLine(line) : 0]?.columns.mapping;
  const refused = files.flatMap((one) => one.refused);
  if ('problems' in read || repeated.length + refused.length > 0) {
    const wrongRows = withRefused(problemsOf(read), refused);
    const problems = [...staleAreas(wrongRows, usesKnownAreas), ...repeated, ...wrongRows];
    return {
      problems: byLine(problems.flatMap((problem) => inOwnWords([problem], mappingAt(problem.line)))),
    };
  }
  if (read.entries.length === 0) return { problems: [{ line: 0, reason: noMandates }] };
  const doubts = doubtInWords(
    files.flatMap(({ doubtful }) => doubtful),
    mappingAt,
  );
  return { entries: read.entries, notes: [...notes, ...files.flatMap((one) => one.notes), ...doubts] };
}
