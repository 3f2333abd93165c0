import { brief } from '../../../files/cell-limits.ts';
import type { Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import type { ListField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { dateText, isDay, yesNo } from './cells.ts';
import { lastDayCell } from './date-cells.ts';
import { linesInWords, whichLines } from './lines-in-words.ts';
import type { SourceRow } from './lists.ts';

const counting = [
  'van kracht',
  'geldend',
  'geldig',
  'vigerend',
  'actief',
  'actueel',
  'definitief',
  'vastgesteld',
  'in werking',
  'in gebruik',
  'lopend',
  'verleend',
  'gepubliceerd',
  'goedgekeurd',
  'open',
  'ja',
  'j',
  'x',
  'true',
  'waar',
  '1',
];
const notCounting = [
  'ingetrokken',
  'vervallen',
  'verlopen',
  'beeindigd',
  'geeindigd',
  'opgeheven',
  'concept',
  'ontwerp',
  'in ontwerp',
  'in concept',
  'in voorbereiding',
  'in behandeling',
  'in procedure',
  'voorstel',
  'voorgesteld',
  'aangevraagd',
  'afgewezen',
  'niet verleend',
  'inactief',
  'niet actief',
  'ongeldig',
  'niet geldig',
  'niet meer geldig',
  'niet van kracht',
  'nog niet van kracht',
  'buiten werking',
  'geschorst',
  'opgeschort',
  'gearchiveerd',
  'archief',
  'oud',
  'historisch',
  'verwijderd',
  'afgesloten',
  'gesloten',
  'gestopt',
  'nee',
  'n',
  'false',
  'onwaar',
  '0',
];

/** Rows that count, with what was decided about the others. */
export interface CountingRows {
  rows: SourceRow[];
  notes: string[];
  problems: Problem[];
}

const columnOf = (mapping: ListMapping, field: ListField) =>
  Object.keys(mapping).find((name) => mapping[name] === field);

/** The rows of which the status says that they count; a word that nobody knows is a problem. */
function byStatus(
  rows: readonly SourceRow[],
  column: string,
  said: Readonly<Record<string, string>>,
): CountingRows {
  const known = new Map<string, boolean>([
    ...counting.map((word) => [word, true] as const),
    ...notCounting.map((word) => [word, false] as const),
    ...Object.entries(said).map(([word, counts]) => [nameKey(word), yesNo(counts) ?? false] as const),
  ]);
  const left = new Map<string, number[]>();
  const unknown = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, word: string, line: number) =>
    to.set(word, [...(to.get(word) ?? []), line]);
  const kept = rows.filter(({ line, fields }) => {
    const text = fields[column] ?? '';
    // What an empty cell means is asked of all of them at once.
    if (text === '') return true;
    const counts = /^[✓✔☑]$/.test(text) || known.get(nameKey(text));
    if (counts === undefined) add(unknown, text, line);
    if (counts === false) add(left, text, line);
    return counts !== false;
  });
  const problems = [...unknown].map(([word, lines]) => ({
    line: lines[0] ?? 0,
    reason: `${column} "${brief(word)}" ken ik niet (${whichLines(lines)}). Telt dat mee? Geef --status "${brief(word)}=ja" of --status "${brief(word)}=nee".`,
  }));
  const words = [...left].map(
    ([word, lines]) => `${lines.length} met ${column} "${word}" (${whichLines(lines)})`,
  );
  return {
    rows: kept,
    notes: words.length > 0 ? [`Niet opgenomen, want niet van kracht: ${words.join('; ')}.`] : [],
    problems,
  };
}

/** The last day of what lapses on the day in a cell; undefined for a cell without a day. */
function lastDay(cell: string): string | undefined {
  const bare = cell.replace(/^(?:per|met ingang van|m\.?i\.?v\.?|tot|op)\s+/i, '');
  const read = lastDayCell(/^(?:t\s*\/\s*m|tot\s+en\s+met)/i.test(cell) ? cell : `tot ${bare}`);
  const [day = ''] = 'values' in read ? read.values : [];
  return /\d/.test(cell) && isDay(day) ? day : undefined;
}

/** True for words that say that there is no end: "onbepaalde tijd". */
function isOpenEnd(cell: string): boolean {
  const read = cell === '' ? undefined : lastDayCell(cell);
  return read !== undefined && 'values' in read && read.values[0] === '';
}

/** The earlier of two last days, of which the first may be open or no day at all. */
const earlier = (until: string, other: string) => (isDay(until) && until < other ? until : other);

/**
 * The rows with the last day that follows from the day on which they lapse, in `until`; those that have lapsed without
 * a day are left out.
 */
function byLapse(rows: readonly SourceRow[], column: string, until: string): CountingRows {
  const left: number[] = [];
  const ended: number[] = [];
  const problems: Problem[] = [];
  const kept = rows.flatMap((row): SourceRow[] => {
    const text = row.fields[column] ?? '';
    const day = lastDay(text);
    if (day !== undefined) {
      ended.push(row.line);
      const last = earlier(dateText(row.fields[until] ?? ''), day);
      return [{ ...row, fields: { ...row.fields, [until]: last } }];
    }
    if (isOpenEnd(text)) return [row];
    if (/^[-–]?$/.test(text) || yesNo(text) === false || nameKey(text) === 'n v t' || nameKey(text) === 'nvt')
      return [row];
    if (yesNo(text) === true || /^[✓✔☑]$/.test(text)) left.push(row.line);
    else
      problems.push({
        line: row.line,
        reason: `${column} "${brief(text)}" lees ik niet. Schrijf een datum (dd-mm-jjjj), ja of nee.`,
      });
    return yesNo(text) === true || /^[✓✔☑]$/.test(text) ? [] : [row];
  });
  return {
    rows: kept,
    notes: [
      ...(left.length > 0
        ? [`Niet opgenomen, want niet van kracht: ${left.length} met ${column} (${whichLines(left)}).`]
        : []),
      ...(ended.length > 0 ? [`${column}: de dag ervoor is de laatste dag, in ${linesInWords(ended)}.`] : []),
    ],
    problems,
  };
}

/** A place for a last day in a list that has no column for it. */
const UNTIL = 'geldig_tot_en_met';

/**
 * Leaves out what does not count (any more, or yet) by the columns of a list, and counts it. What counts keeps the day
 * on which it lapses, in a column of its own when the list has none for the last day.
 */
export function countingRows(
  given: readonly SourceRow[],
  mapping: ListMapping,
  said: Readonly<Record<string, string>>,
): CountingRows & { mapping: ListMapping } {
  const [status, lapse] = [columnOf(mapping, 'status'), columnOf(mapping, 'vervallen_per')];
  const until = columnOf(mapping, UNTIL) ?? `(${UNTIL})`;
  const first: CountingRows = status
    ? byStatus(given, status, said)
    : { rows: [...given], notes: [], problems: [] };
  if (lapse === undefined) return { ...first, mapping };
  const second = byLapse(first.rows, lapse, until);
  return {
    rows: second.rows,
    notes: [...first.notes, ...second.notes],
    problems: [...first.problems, ...second.problems],
    mapping: { ...mapping, [until]: UNTIL },
  };
}
