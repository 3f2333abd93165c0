import {
  columnName,
  type HeadingScore,
  headingIndex,
  type Problem,
  type TableRow,
} from '../../../files/csv.ts';
import type { Table } from '../../../files/xlsx.ts';
import { nameKey } from '../../../language/words.ts';
import { twoRowHeading } from './heading-rows.ts';
import type { ListRow } from './rows.ts';

/** One row of a list, also as it stands in the file. */
export interface SourceRow extends ListRow {
  texts: string[];
}

/** One list of mandates as it stands in a file: on a sheet, or in the whole of a CSV file. */
export interface List {
  /** In lower case, as they are compared. */
  columns: string[];
  /** As they stand in the file. */
  headings: string[];
  rows: SourceRow[];
  headingLine: number;
  /** What stands above the heading. */
  title: string[];
  /** Rows of the heading: a repeated one has the same texts. */
  headingRows: string[][];
  sheet?: string;
  /** Cells that the file itself shows as one with the cell above. */
  merged: { column: string; line: number }[];
}

/** The lists of a file, and what else is in it. */
export interface RegisterLists {
  lists: List[];
  /** Lists that count, on sheets that were not asked for. */
  others: List[];
  /** There are other lists that count: what is not in these, is not gone. */
  isPartial: boolean;
  /** What was passed over, a Dutch sentence each. */
  notes: string[];
  /** What stands outside the lists: abbreviations may be explained there. */
  loose: string[][];
}

/**
 * Lines of the second list of a file count on from here, so that no two rows have the same. No other number in a
 * sentence is this long.
 */
const LINES_A_SHEET = 10 ** 13;

/** A line as people find it, for a problem or a note: its number, and its sheet when there are more. */
export function placeOfLine(line: number, lists: readonly List[]): { line: number; sheet?: string } {
  if (lists.length < 2) return { line };
  return { line: line % LINES_A_SHEET, sheet: lists[listOfLine(line)]?.sheet };
}

/** The list of a file in which a line stands. */
export const listOfLine = (line: number): number => Math.floor(line / LINES_A_SHEET);

/** A text in which lines are said as people find them. */
export const textWithPlaces = (text: string, lists: readonly List[]): string =>
  text.replace(/\b\d{14,}\b/g, (digits) => {
    const { line, sheet } = placeOfLine(Number(digits), lists);
    return lists.length > 1 && sheet !== undefined ? `${line} van blad ${sheet}` : digits;
  });

/** Lines without the sheet that they are on. */
const withLocalLines = (text: string) =>
  text.replace(/\b\d{14,}\b/g, (digits) => `${Number(digits) % LINES_A_SHEET}`);

/**
 * What is said of lists, each sentence once: with the sheets that it is about, unless it is about all of them.
 */
export function notesOfLists(said: readonly { list: List; notes: readonly string[] }[]): string[] {
  const sheetsOf = new Map<string, (string | undefined)[]>();
  for (const { list, notes } of said)
    for (const note of notes.map(withLocalLines))
      sheetsOf.set(note, [...(sheetsOf.get(note) ?? []), list.sheet]);
  return [...sheetsOf].map(([note, sheets]) =>
    sheets.length === said.length
      ? note
      : `${sheets.length > 1 ? 'Bladen' : 'Blad'} ${sheets.join(', ')}: ${note}`,
  );
}

/** Problems with the line and the sheet where people find them. */
export const problemsWithPlaces = (problems: readonly Problem[], lists: readonly List[]): Problem[] =>
  problems.map(({ line, reason }) => {
    const place = placeOfLine(line, lists);
    const words = textWithPlaces(reason, lists);
    return line > 0 && place.sheet !== undefined
      ? { line: place.line, reason: `Blad ${place.sheet}: ${words}` }
      : { line: place.line, reason: words };
  });

/** Rows below the heading, with what merged cells say in every line that they reach over. */
function filledRows(rows: readonly TableRow[], columns: readonly string[], { merged }: Table) {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const filled = new Map(rows.map(({ line, texts }) => [line, [...texts]]));
  const found: List['merged'] = [];
  for (const { column, first, last } of merged) {
    const text = byLine.get(first)?.texts[column] ?? '';
    if (text === '') continue;
    for (let line = first + 1; line <= last; line += 1) {
      const texts = filled.get(line);
      if (!texts || (texts[column] ?? '') !== '') continue;
      texts[column] = text;
      found.push({ column: columns[column] ?? '', line });
    }
  }
  const filledRow = ({ line, texts }: TableRow) => ({ line, texts: filled.get(line) ?? texts });
  return { rows: rows.map(filledRow), merged: found };
}

/** The list of which the heading stands at a place among the rows of a table. */
function listAt(table: Table, at: number, score: HeadingScore | undefined): List {
  const [heading = { line: 1, texts: [] }, ...below] = table.rows.slice(at);
  const two = twoRowHeading(heading.texts, below[0]?.texts ?? [], score);
  const rows = two ? below.slice(1) : below;
  const headings = (two ?? heading.texts).map((text) => text.trim().replace(/\s+/g, ' '));
  const isSheet = table.sheet !== undefined;
  const width = isSheet
    ? [headings, ...rows.map(({ texts }) => texts)].reduce(
        (most, texts) => Math.max(most, texts.findLastIndex(Boolean) + 1),
        0,
      )
    : headings.length;
  const columns = Array.from({ length: width }, (_, n) => columnName(headings[n] ?? ''));
  const filled = filledRows(rows, columns, table);
  return {
    columns,
    headings: columns.map((_, n) => headings[n] ?? ''),
    headingLine: heading.line,
    title: table.rows.slice(0, at).flatMap(({ texts }) => texts.filter((text) => text.trim() !== '')),
    headingRows: two ? [heading.texts, below[0]?.texts ?? [], two] : [heading.texts],
    rows: filled.rows.map(({ line, texts }) => ({
      line,
      texts,
      fields: Object.fromEntries(columns.map((name, n) => [name, texts[n] ?? ''])),
    })),
    sheet: table.sheet,
    merged: filled.merged,
  };
}

/** The same list with lines that no other list of the file has. */
function numbered(list: List, n: number): List {
  const moved = <T extends { line: number }>(item: T): T => ({
    ...item,
    line: item.line + n * LINES_A_SHEET,
  });
  return {
    ...list,
    headingLine: list.headingLine + n * LINES_A_SHEET,
    rows: list.rows.map(moved),
    merged: list.merged.map(moved),
  };
}

const lapsedSheet =
  /\b(?:vervallen|ingetrokken|archief|oud|oude|historie|historisch|concept|ontwerp|voorstel|voorstellen)\b/;

/** True for a sheet of which the name says that what is on it does not count (any more, or yet). */
const isLapsed = ({ sheet = '' }: List) => lapsedSheet.test(nameKey(sheet));

const quoted = (names: readonly (string | undefined)[]) => names.map((name) => `"${name}"`).join(', ');

/** The sheets that were asked for among the lists; a problem for a name that no sheet has, or that has no list. */
function wantedSheets(tables: readonly Table[], wanted: readonly string[]): string | Set<string> {
  const names = new Map(tables.map(({ sheet = '', rows }) => [columnName(sheet), { sheet, rows }]));
  for (const name of wanted) {
    const found = names.get(columnName(name));
    if (!found)
      return `Het blad ${name} staat niet in dit bestand. Wel: ${tables.map(({ sheet }) => sheet).join(', ')}.`;
    if (found.rows.length === 0) return `Het blad ${found.sheet} is leeg.`;
  }
  return new Set(wanted.map(columnName));
}

/**
 * The lists in a file: all sheets with a heading that is recognised, or those that were asked for. Where none is
 * recognised and there is but one to choose from, its first row is the heading.
 */
export function listsIn(
  tables: readonly Table[],
  score: HeadingScore,
  wanted: readonly string[] = [],
): RegisterLists | { problems: Problem[] } {
  const refused = (reason: string) => ({ problems: [{ line: 0, reason }] });
  const isCsv = tables.some(({ sheet }) => sheet === undefined);
  if (isCsv && wanted.length > 0) return refused('Een CSV-bestand heeft geen bladen. Laat --blad weg.');
  const chosen = wantedSheets(tables, wanted);
  if (typeof chosen === 'string') return refused(chosen);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0)
    return refused(tables.length > 1 ? 'Alle bladen zijn leeg.' : 'Het eerste blad van dit bestand is leeg.');
  const isWanted = ({ sheet = '' }: { sheet?: string }) => chosen.has(columnName(sheet));
  const found = filled.map((table) => {
    const at = headingIndex(
      table.rows.map(({ texts }) => texts),
      score,
    );
    const isOnly = filled.length === 1 || isWanted(table);
    return { table, list: at === undefined && !isOnly ? undefined : listAt(table, at ?? 0, score) };
  });
  const all = found.flatMap(({ list }) => list ?? []);
  if (all.length === 0) {
    const names = filled.map(({ sheet }) => sheet).join(', ');
    return refused(
      `Op geen blad zie ik een kop die ik ken. Dit zijn de bladen: ${names}. Kies er één met --blad, bijvoorbeeld --blad "Mandaten".`,
    );
  }
  const current = all.filter((list) => !isLapsed(list));
  const asked = chosen.size > 0 ? all.filter(isWanted) : current.length > 0 ? current : all;
  const others = all.filter((list) => !asked.includes(list) && !isLapsed(list));
  const lapsed = chosen.size > 0 ? [] : all.filter((list) => !asked.includes(list));
  const noLists = found.filter(({ list }) => !list).map(({ table }) => table.sheet);
  return {
    lists: asked.map(numbered),
    others,
    isPartial: chosen.size > 0 && others.length > 0,
    notes: [
      ...(noLists.length > 0 ? [`Geen lijst met mandaten, dus niet gelezen: blad ${quoted(noLists)}.`] : []),
      ...lapsed.map(
        ({ sheet }) =>
          `Blad "${sheet}" lees ik niet: de naam zegt dat het niet of niet meer geldt. Toch lezen? Geef --blad "${sheet}".`,
      ),
    ],
    loose: found.flatMap(({ table, list }) => {
      if (!list) return table.rows.map(({ texts }) => texts);
      return table.rows.filter(({ line }) => line < list.headingLine).map(({ texts }) => texts);
    }),
  };
}
