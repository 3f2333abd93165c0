import { columnName } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { memoised } from '../../../lib/memoised.ts';
import { detailOf, type ListField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { isCommonName } from '../vocabulary/activities.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { carries, footnoteOf } from './footnote-marks.ts';
import type { List, SourceRow } from './lists.ts';

/** What a row is that is no mandate. */
export type OtherRowKind =
  | 'herhaalde kop'
  | 'tussenkop'
  | 'voetnoot'
  | 'totaal'
  | 'paginaregel'
  | 'legenda'
  | 'niemand';

/** A row that is no mandate, with what stands in it. */
export interface OtherRow extends SourceRow {
  kind: OtherRowKind;
  text: string;
}

const filledIn = ({ texts }: SourceRow) => texts.filter((text) => text.trim() !== '');

const pageLine = /^(?:pagina|pag|blz|bladzijde)\.?\s*\d+(?:\s*(?:van|\/)\s*\d+)?$/i;
const totalLine = /^(?:sub|eind)?tota(?:al|len)\b|^aantal\b/i;
const noteMark = /^(?:\*+|†+|‡+|[¹²³⁴⁵⁶⁷⁸⁹])/;
const noteWord =
  /^(?:toelichting|voetnoot|noot|nb|n\.b\.|let op|bron|legenda|opmerkingen?|afkortingen|disclaimer|verklaring|peildatum|laatst gewijzigd|aldus)\b/i;

/** True for a row that repeats the heading: everything in it stands in the heading at the same place. */
function isHeading({ texts }: SourceRow, headingRows: readonly (readonly string[])[]): boolean {
  const filled = texts.flatMap((text, n) => (text.trim() === '' ? [] : [n]));
  const isAlike = (heading: readonly string[]) =>
    filled.every((n) => columnName(texts[n] ?? '') === columnName(heading[n] ?? ''));
  return filled.length > 1 && headingRows.some(isAlike);
}

/** The columns of a list that matter for what a row is. */
interface Telling {
  activity: string | undefined;
  id: string | undefined;
  /** Who is mandated: names, functions with a tick, or both. */
  holders: string[];
  /** Only functions with a tick, or activities with who does them: a row without any grants nothing. */
  isMatrix: boolean;
  /** Who is mandated may stand in the row above. */
  isFilledDown: boolean;
  /** Columns of which a cell by itself may be the name of a part of the list. */
  parts: string[];
  /** Mandates are numbered: a letter is no number of one. */
  hasNumbers: boolean;
}

const isHolder = (field: ListField | undefined) =>
  /^houder(?:_\d)?$/.test(field ?? '') ||
  detailOf(field, 'houder') !== undefined ||
  detailOf(field, 'functie') !== undefined;

function tellingOf({ rows }: List, mapping: ListMapping, fillDown: readonly string[]): Telling {
  const columnOf = (field: ListField) => Object.keys(mapping).find((name) => mapping[name] === field);
  const holders = Object.keys(mapping).filter((name) => isHolder(mapping[name]));
  const id = columnOf('id');
  const isGranted = ({ fields }: SourceRow) => holders.some((name) => (fields[name] ?? '') !== '');
  const numbers = rows.filter(isGranted).map(({ fields }) => fields[id ?? ''] ?? '');
  return {
    activity: columnOf('activiteit'),
    id,
    holders,
    hasNumbers: numbers.length > 0 && numbers.every((number) => /^\d/.test(number)),
    isMatrix: columnOf('houder') === undefined,
    parts: Object.keys(mapping).filter((name) =>
      ['id', 'organisatie', 'gebied', 'registratie'].includes(mapping[name] ?? ''),
    ),
    isFilledDown: holders.some((name) => fillDown.includes(name)),
  };
}

/** "3" is a heading of "3.1", and "A" of "A1" and "A-1". */
const isAbove = (code: string, next: string) =>
  code !== '' && next !== code && next.startsWith(code.replace(/[.)]$/, ''));

/** The letter or Roman number of a part of a list: "A", "B.", "IV". */
const partCode = /^(?:[A-Z]|[IVX]+)[.)]?$/;

const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** The number before a text: "1.1 Verlenen van verlof", "II. Sociaal". */
const number = /^(?:\d+(?:\.\d+)*[.)]?|[A-Z]\d*[.)]|[IVX]+[.)])\s+/;

const firstWord = (text: string) => nameKey(text.replace(number, '')).split(' ', 1)[0] ?? '';

/** True for what reads as a thing somebody may do, so that whoever does it may be missing. */
function isActivity(text: string, known: ReadonlySet<string>): boolean {
  const bare = text.replace(number, '');
  return /^\p{Ll}/u.test(bare) || known.has(firstWord(text)) || isCommonName(canonicalActivity(bare));
}

/** True for a row with a name, and perhaps a code, above the rows that belong to it. */
function isSubheading(
  row: SourceRow,
  next: SourceRow | undefined,
  { activity = '', id = '', isMatrix, isFilledDown, parts, hasNumbers }: Telling,
  known: ReadonlySet<string>,
): boolean {
  const filled = filledIn(row);
  const [text = ''] = filled;
  const code = row.fields[id] ?? '';
  const name = row.fields[activity] ?? '';
  if (filled.length === 1) {
    // A condition or a deputy alone goes on where the row above stopped.
    if (name === '') return row.texts[0] === text || parts.some((column) => row.fields[column] === text);
    if (isMatrix) return true;
    return isCapitals(text) || !(isFilledDown || isActivity(text, known));
  }
  if (filled.length > 2 || code === '' || name === '' || !next) return false;
  if (isCapitals(name) || isAbove(code, next.fields[id] ?? '')) return true;
  return hasNumbers && partCode.test(code) && !isActivity(name, known);
}

const isGranting = ({ fields }: SourceRow, { holders }: Telling) =>
  holders.some((name) => (fields[name] ?? '') !== '');

/** The words with which the activities of a list begin: "verlenen", "vaststellen". */
function firstWords(rows: readonly SourceRow[], telling: Telling): Set<string> {
  const { activity = '' } = telling;
  const granting = rows.filter((row) => isGranting(row, telling));
  return new Set(granting.map(({ fields }) => firstWord(fields[activity] ?? '')));
}

/** True for a row that explains an abbreviation of the heading: "DIR" and "Directeur", or "DIR = Directeur". */
const isLegend = (filled: readonly string[], headings: ReadonlySet<string>) =>
  (filled.length === 2 && headings.has(columnName(filled[0] ?? ''))) ||
  (filled.length === 1 && headings.has(columnName(/^([^=:]+)[=:]/.exec(filled[0] ?? '')?.[1] ?? '')));

/**
 * True for the text of a footnote with a number: below the last mandate, where a cell carries the number, or where it
 * begins in small letters. Otherwise a part of the list may begin with it.
 */
function isNumberedNote(
  filled: readonly string[],
  isCarried: (mark: string) => boolean,
  isBehindAll: boolean,
) {
  const footnote = filled.length <= 2 ? footnoteOf(filled.join(' · ')) : undefined;
  if (!footnote) return false;
  const isSmall = /^\p{Ll}/u.test(footnote.says);
  if (filled.length > 1 || !footnote.isBare)
    return isBehindAll || isCarried(footnote.mark) || (isSmall && filled.length === 1);
  return isBehindAll || (isSmall && isCarried(footnote.mark));
}

/** What a row is in which nobody is mandated; undefined when it should be a mandate all the same. */
function kindWithoutHolder(
  row: SourceRow,
  { next, isBehindAll, isNote }: { next: SourceRow | undefined; isBehindAll: boolean; isNote: boolean },
  telling: Telling,
  known: ReadonlySet<string>,
): OtherRowKind | undefined {
  const filled = filledIn(row);
  const [text = ''] = filled;
  if (totalLine.test(text)) return 'totaal';
  if (filled.length <= 2 && (noteMark.test(text) || noteWord.test(text))) return 'voetnoot';
  if (isNote) return 'voetnoot';
  // Below the last mandate stands who signed it and when, and no heading of what does not follow.
  if (isSubheading(row, next, telling, known)) return isBehindAll ? 'voetnoot' : 'tussenkop';
  return telling.isMatrix ? 'niemand' : undefined;
}

/**
 * Rows that may be mandates, and those that are none, each with what it is. `fillDown` are the columns of which an empty
 * cell says the same as the one above.
 */
export function rowsByKind(
  list: List,
  mapping: ListMapping,
  fillDown: readonly string[] = [],
): { rows: SourceRow[]; others: OtherRow[] } {
  const telling = tellingOf(list, mapping, fillDown);
  const known = firstWords(list.rows, telling);
  const isCode = (name: string) => {
    const field = foundIn(mapping, name);
    return !field || detailOf(field, 'functie') !== undefined;
  };
  const codes = new Set(list.columns.filter((name) => name !== '' && isCode(name)));
  const last = list.rows.findLastIndex((row) => isGranting(row, telling));
  const isCarried = memoised((mark: string) => list.rows.some((row) => carries(row, mark)));
  const kindOf = (row: SourceRow, n: number): OtherRowKind | undefined => {
    const filled = filledIn(row);
    const [text = ''] = filled;
    if (isHeading(row, list.headingRows)) return 'herhaalde kop';
    if (filled.length === 1 && pageLine.test(text)) return 'paginaregel';
    if (totalLine.test(text) && filled.slice(1).every((cell) => /^[€\d.,\s-]+$/.test(cell))) return 'totaal';
    const isBehindAll = n > last;
    const isNote = isNumberedNote(filled, isCarried, isBehindAll);
    if (!isGranting(row, telling)) {
      return isLegend(filled, codes)
        ? 'legenda'
        : kindWithoutHolder(row, { next: list.rows[n + 1], isBehindAll, isNote }, telling, known);
    }
    if (filled.length > 1 || list.columns.length < 3 || row.texts[0] !== text) return undefined;
    return isNote || noteMark.test(text) || noteWord.test(text) ? 'voetnoot' : 'tussenkop';
  };
  const kinds = list.rows.map((row, n) => ({ row, kind: kindOf(row, n) }));
  return {
    rows: kinds.flatMap(({ row, kind }) => (kind ? [] : [row])),
    others: kinds.flatMap(({ row, kind }) =>
      kind ? [{ ...row, kind, text: filledIn(row).join(' · ') }] : [],
    ),
  };
}

const lapses =
  /\b(?:verval\p{L}*|ingetrokken|beëindigd|beeindigd|eindigt|gewijzigd|geschorst|geldt niet|niet meer|tot en met|t\/m|per \d|tot \d)/iu;

/** True for a footnote that may end or change a mandate. */
export const isTellingNote = (text: string): boolean => lapses.test(text);
