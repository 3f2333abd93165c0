import type { CsvFile, Problem } from '../../../files/csv.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { RegisterEntry } from '../register/register.ts';
import { applyColumns, type ListInOwnForm, repeatedRows } from './apply-columns.ts';
import { wholeOf } from './areas.ts';
import { type FieldNote, notesInWords } from './cell-notes.ts';
import { inOwnWords } from './columns-in-words.ts';
import { areaColumnOf, hasField, type ListColumns } from './list-columns.ts';
import { multiValueCells } from './multi-value-cells.ts';
import { cellsWithoutName, ownFormText } from './own-form.ts';
import { byLine, problemsOf, type ReadResult } from './problems.ts';
import { readEntries } from './read-entries.ts';
import type { ReferenceData } from './reference-data.ts';

/** The list under our column names and in our way of writing. */
function inOwnForm(
  file: CsvFile,
  { mapping, defaults }: ListColumns,
  reference: ReferenceData,
): ReadResult<ListInOwnForm & { notes: string[] }> {
  if (!mapping) {
    const own = ownFormText(file);
    const { problems, notes } = multiValueCells(own, reference.areas, reference.tenures);
    return { ...own, refused: [...cellsWithoutName(own), ...problems], doubtful: [], notes };
  }
  const whole = wholeOf(reference.areas);
  if (areaColumnOf(mapping) === undefined && whole === undefined) {
    const reason =
      'Er is niet één gebied waar alles in ligt. Wijs een kolom aan met --kolom "Eigen kolom=gebied".';
    return { problems: [{ line: file.headingLine ?? 1, reason }] };
  }
  return { ...applyColumns(file, mapping, { ...defaults, area: whole ?? '' }, reference), notes: [] };
}

/** What is wrong with rows; of a cell that is refused already nothing more needs to be said. */
function withRefused(problems: readonly Problem[], refused: readonly Problem[]): Problem[] {
  const cellOf = ({ line, reason }: Problem) => `${line} ${reason.split(' ')[0]}`;
  const cells = new Set(refused.map(cellOf));
  return [...refused, ...problems.filter((problem) => !cells.has(cellOf(problem)))];
}

/** How doubtful cells were read, in the words of the list's own columns. */
function doubtInWords(doubtful: readonly FieldNote[], mapping: ColumnMapping = {}): string[] {
  const columnOf = new Map(Object.entries(mapping).map(([column, field]) => [field, column]));
  return notesInWords(doubtful, (field) => columnOf.get(field) ?? field);
}

/** Said above all else where an area is unknown, and the list came without areas of its own. */
function staleAreas(wrongRows: readonly Problem[], usesKnownAreas: boolean): Problem[] {
  const hint = 'Ik gebruikte de gebieden die ik al ken. Geef nieuwe gebieden mee met --gebieden.';
  return usesKnownAreas && wrongRows.some(({ reason }) => reason.includes('is onbekend'))
    ? [{ line: 0, reason: hint }]
    : [];
}

/**
 * The entries of a list, with what is to be said about its cells; or everything that is wrong, in the words of its own
 * columns. `usesKnownAreas` tells that the areas did not come with the list.
 */
export function readRows(
  file: CsvFile,
  columns: ListColumns,
  reference: ReferenceData,
  usesKnownAreas: boolean,
): ReadResult<{ entries: RegisterEntry[]; notes: string[] }> {
  const { mapping } = columns;
  const list = inOwnForm(file, columns, reference);
  if ('problems' in list) return list;
  const repeated = hasField(mapping, 'id') ? [] : repeatedRows(list);
  const again = new Set(repeated.map(({ line }) => line));
  const read = readEntries(
    { ...list, rows: list.rows.filter(({ line }) => !again.has(line)) },
    reference.areas,
  );
  if ('problems' in read || repeated.length + list.refused.length > 0) {
    const wrongRows = withRefused(problemsOf(read), list.refused);
    const problems = [...staleAreas(wrongRows, usesKnownAreas), ...repeated, ...wrongRows];
    return { problems: byLine(inOwnWords(problems, mapping)) };
  }
  // Taken for a register, an empty list would end every mandate there is.
  if (read.entries.length === 0)
    return { problems: [{ line: 0, reason: 'Er staan geen mandaten in het bestand.' }] };
  return { entries: read.entries, notes: [...list.notes, ...doubtInWords(list.doubtful, mapping)] };
}
