import { type CsvFile, type Problem, unevenReason } from '../../../files/csv.ts';
import { isField } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import { endDateText, isDay } from './cells.ts';
import { emptyCells, fillCells, fillDownColumns } from './empty-cells.ts';
import { othersInWords, withoutMarks } from './footnotes.ts';
import { linesInWords } from './lines-in-words.ts';
import type { ListColumns } from './list-columns.ts';
import type { List, SourceRow } from './lists.ts';
import { rowsByKind } from './row-kinds.ts';
import { countingRows } from './row-status.ts';
import type { ListRow } from './rows.ts';
import { underSubheadings } from './subheadings.ts';
import { unfold } from './unfold.ts';

/** A list of which every row is a mandate, under our field names; what was passed over, and what has to be said first. */
export interface SettledList {
  file: CsvFile;
  /** Our fields by themselves: those of which the list says something. Undefined for a list in our own form. */
  mapping?: ColumnMapping;
  notes: string[];
  problems: Problem[];
}

/** Lines with more or fewer cells than the heading: which cell is which is not known. */
function unevenRows(rows: readonly SourceRow[], { columns, sheet }: List): Problem[] {
  if (sheet !== undefined) return [];
  return rows
    .filter(({ texts }) => texts.length < columns.length || texts.slice(columns.length).some(Boolean))
    .map(({ line, texts }) => ({ line, reason: unevenReason(texts.length, columns.length) }));
}

/** Ids that were merged over several rows get a number behind them from the second row on. */
function withOwnIds(
  rows: readonly SourceRow[],
  id: string | undefined,
  filled: ReadonlySet<number>,
): SourceRow[] {
  if (id === undefined || filled.size === 0) return [...rows];
  let behind = 1;
  return rows.map((row) => {
    behind = filled.has(row.line) ? behind + 1 : 1;
    return behind === 1 ? row : { ...row, fields: { ...row.fields, [id]: `${row.fields[id]}-${behind}` } };
  });
}

/** Cells that the file itself shows as one, column by column. */
function mergedInWords(merged: List['merged']): string[] {
  return [...Map.groupBy(merged, ({ column }) => column)].map(
    ([column, cells]) =>
      `${column}: samengevoegde cellen gelden voor al hun regels; zo aangevuld in ${linesInWords(cells.map(({ line }) => line))}.`,
  );
}

/** Cells under no heading: nobody can say what they are, so they are not read. */
function unnamedInWords({ columns, rows }: List): string[] {
  const lines = rows
    .filter(({ texts }) => texts.some((text, n) => text !== '' && !columns[n]))
    .map(({ line }) => line);
  return lines.length > 0
    ? [`Let op: in een kolom zonder kop staat tekst. Die lees ik niet: ${linesInWords(lines)}.`]
    : [];
}

/** A list in our own form: its rows are read as they stand, and strictly. */
export function settleOwnForm(list: List): SettledList {
  const uneven = unevenRows(list.rows, list);
  const wrong = new Set(uneven.map(({ line }) => line));
  return {
    file: {
      columns: list.columns,
      rows: list.rows.filter(({ line }) => !wrong.has(line)).map(({ line, fields }) => ({ line, fields })),
      headingLine: list.headingLine,
    },
    notes: mergedInWords(list.merged),
    problems: uneven,
  };
}

/** Rows that ended before the first day that holds for the whole list: they have been, and no day of theirs is known. */
function endedBefore(
  rows: readonly ListRow[],
  from: string | undefined,
  hasFrom: boolean,
): ReadonlySet<number> {
  if (from === undefined || hasFrom) return new Set();
  const hasEnded = ({ fields }: ListRow) => {
    const until = endDateText(fields.geldig_tot_en_met ?? '');
    return isDay(until) && until < from;
  };
  return new Set(rows.filter(hasEnded).map(({ line }) => line));
}

/**
 * Makes of a list a row for each mandate: without what is no mandate or does not count, with cells filled in as the file
 * or whoever imports says. The mapping has to hold what a list needs.
 */
export function settleList(list: List, { mapping, choices, defaults }: ListColumns): SettledList {
  if (!mapping) return settleOwnForm(list);
  const { columns, headingLine } = list;
  const fillDown = fillDownColumns(columns, mapping, choices.fillDown);
  const kinds = rowsByKind(list, mapping, fillDown);
  const uneven = unevenRows(kinds.rows, list);
  const wrong = new Set(uneven.map(({ line }) => line));
  const even = kinds.rows.filter(({ line }) => !wrong.has(line));
  const subheadings = kinds.others.filter(({ kind }) => kind === 'tussenkop');
  const marked = withoutMarks(even, kinds.others, mapping);
  const headed = underSubheadings(marked.rows, kinds.others, marked.mapping);
  const said = { fillDown, empty: choices.empty ?? {} };
  const filled = fillCells(headed.rows, columns, mapping, said, subheadings);
  const id = columns.find((name) => mapping[name] === 'id');
  const idsAbove = [...filled.filled, ...list.merged].filter(({ column }) => column === id);
  const rows = withOwnIds(filled.rows, id, new Set(idsAbove.map(({ line }) => line)));
  const counting = countingRows(rows, headed.mapping, choices.status ?? {});
  const unfolded = unfold(list, counting.rows, counting.mapping, defaults.activity);
  const ended = endedBefore(unfolded.rows, defaults.from, unfolded.fields.includes('geldig_van'));
  return {
    file: {
      columns: unfolded.fields,
      rows: unfolded.rows.filter(({ line }) => !ended.has(line)),
      headingLine,
    },
    mapping: Object.fromEntries(unfolded.fields.filter(isField).map((field) => [field, field])),
    notes: [
      ...unnamedInWords({ ...list, rows: even }),
      ...mergedInWords(list.merged),
      ...filled.notes,
      ...othersInWords(kinds.others),
      ...marked.notes,
      ...headed.notes,
      ...counting.notes,
      ...unfolded.notes,
      ...(ended.size > 0
        ? [`Niet opgenomen, want al afgelopen op ${defaults.from}: ${linesInWords([...ended])}.`]
        : []),
    ],
    problems: [
      ...uneven,
      ...marked.problems,
      ...counting.problems,
      ...emptyCells(counting.rows, columns, mapping, subheadings),
      ...unfolded.problems,
    ],
  };
}
