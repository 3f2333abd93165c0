import { columnName, type Problem } from '../../../files/csv.ts';
import type { ListField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { linesInWords } from './lines-in-words.ts';
import type { SourceRow } from './lists.ts';

/** What to do with an empty cell, and what it may stand for: without being told, it is taken for nothing. */
const asked: Partial<Record<ListField, { question: string; stands: string; none?: string }>> = {
  gebied: { question: 'Geldt het voor de hele gemeente?', stands: 'hele gemeente' },
  registratie: { question: 'Geldt het voor elke registratie?', stands: 'alle', none: 'n.v.t.' },
  status: { question: 'Telt de regel mee?', stands: 'van kracht' },
};

/** What may be missing because it stands in a line above, so that the remedy is named beside what is wrong. */
const above: readonly ListField[] = ['id', 'activiteit', 'houder', 'soort', 'geldig_van'];

/** Rows of which cells were filled in, and what is said of that. */
export interface FilledCells {
  rows: SourceRow[];
  notes: string[];
  /** Lines of which a column was filled with what stands above, by column. */
  filled: { column: string; line: number }[];
}

/** The column that somebody means: by its own name, or by that of our field. */
function columnNamed(name: string, columns: readonly string[], mapping: ListMapping): string | undefined {
  const key = columnName(name);
  return columns.find((column) => column === key) ?? columns.find((column) => mapping[column] === key);
}

const withText = (row: SourceRow, column: string, text: string): SourceRow => ({
  ...row,
  fields: { ...row.fields, [column]: text },
});

/**
 * The rows with a column in which an empty cell says the same as the one above it, and the lines that were filled. A
 * subheading in that column counts for the rows below it.
 */
function filledDown(
  rows: readonly SourceRow[],
  column: string,
  subheadings: readonly SourceRow[],
): { rows: SourceRow[]; lines: number[] } {
  const lines: number[] = [];
  const above = subheadings.filter(({ fields }) => fields[column] !== '');
  let next = 0;
  let last = '';
  const filled = rows.map((row) => {
    for (; (above[next]?.line ?? Number.POSITIVE_INFINITY) < row.line; next += 1)
      last = above[next]?.fields[column] ?? '';
    const text = row.fields[column] ?? '';
    if (text !== '') last = text;
    if (text !== '' || last === '') return row;
    lines.push(row.line);
    return withText(row, column, last);
  });
  return { rows: filled, lines };
}

/** What people write for "the same as above". */
const ditto = /^(?:idem|id\.|"|''|,,|〃|„|”|zie boven|als boven)$/i;

/** Rows in which a cell that says "the same as above" says so in full. */
function withoutDitto(
  rows: readonly SourceRow[],
  mapping: ListMapping,
): { rows: SourceRow[]; lines: number[] } {
  const last = new Map<string, string>();
  const lines: number[] = [];
  const filled = rows.map((row) => {
    const said = Object.keys(mapping).filter((name) => ditto.test(row.fields[name] ?? '') && last.has(name));
    const same = Object.fromEntries(said.map((name) => [name, last.get(name) ?? '']));
    for (const name of Object.keys(mapping)) last.set(name, same[name] ?? row.fields[name] ?? '');
    if (said.length === 0) return row;
    lines.push(row.line);
    return { ...row, fields: { ...row.fields, ...same } };
  });
  return { rows: filled, lines };
}

/** Columns of a list of which somebody said that an empty cell says the same as the one above. */
export const fillDownColumns = (
  columns: readonly string[],
  mapping: ListMapping,
  names: readonly string[] = [],
): string[] => names.flatMap((name) => columnNamed(name, columns, mapping) ?? []);

/** Rows with their empty cells filled in as whoever imports said. */
export function fillCells(
  given: readonly SourceRow[],
  columns: readonly string[],
  mapping: ListMapping,
  said: { fillDown: readonly string[]; empty: Readonly<Record<string, string>> },
  subheadings: readonly SourceRow[] = [],
): FilledCells {
  const full = withoutDitto(given, mapping);
  let { rows } = full;
  const notes =
    full.lines.length > 0 ? [`"Idem" lees ik als de cel erboven, in ${linesInWords(full.lines)}.`] : [];
  const fromAbove: FilledCells['filled'] = [];
  for (const column of said.fillDown) {
    const filled = filledDown(rows, column, subheadings);
    rows = filled.rows;
    fromAbove.push(...filled.lines.map((line) => ({ column, line })));
    if (filled.lines.length > 0)
      notes.push(`${column}: aangevuld met de regel erboven in ${linesInWords(filled.lines)}.`);
  }
  for (const [name, text] of Object.entries(said.empty)) {
    const column = columnNamed(name, columns, mapping);
    const lines = column ? rows.filter(({ fields }) => fields[column] === '').map(({ line }) => line) : [];
    if (column === undefined || text === '' || lines.length === 0) continue;
    rows = rows.map((row) => (row.fields[column] === '' ? withText(row, column, text) : row));
    notes.push(`${column}: leeg lees ik als "${text}" in ${linesInWords(lines)}.`);
  }
  return { rows, notes, filled: fromAbove };
}

/**
 * What has to be said first of empty cells: an area, registration or status about which nothing was said is never taken
 * for all of them.
 */
export function emptyCells(
  rows: readonly SourceRow[],
  columns: readonly string[],
  mapping: ListMapping,
  subheadings: readonly SourceRow[] = [],
): Problem[] {
  return columns.flatMap((column): Problem[] => {
    const field = mapping[column];
    const empty = rows.filter(({ fields }) => fields[column] === '').map(({ line }) => line);
    if (!field || empty.length === 0) return [];
    const down = `Staat het in de regel erboven? Geef --vul-omlaag "${column}".`;
    const question = asked[field];
    const words = `${column} is leeg in ${linesInWords(empty)}.`;
    const none = question?.none ? ` Hoort er geen bij? Geef --leeg "${column}=${question.none}".` : '';
    if (question)
      return [
        {
          line: empty[0] ?? 0,
          reason: `${words} ${question.question} Geef --leeg "${column}=${question.stands}".${none} ${down}`,
        },
      ];
    const isAbove = empty.length < rows.length || subheadings.some(({ fields }) => fields[column] !== '');
    return above.includes(field) && isAbove
      ? [{ line: empty[0] ?? 0, reason: `${words} ${down} Vul het anders in, of haal de regel weg.` }]
      : [];
  });
}
