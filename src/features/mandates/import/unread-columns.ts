import { nameKey } from '../../../language/words.ts';
import { leadingAmount, withEuroSigns } from './amount-cells.ts';
import { firstDayCell } from './date-cells.ts';
import type { List } from './lists.ts';
import { isPersonName } from './name-shapes.ts';
import type { ColumnProposal } from './propose-columns.ts';

/** A heading of what restricts a mandate. */
const restriction =
  /uitzonder|voorwaard|bepaling|kader|beperk|voorbehoud|restrictie|clausule|instructie|grens|limiet|plafond|maximum/;

/** True for a cell with an amount, as people write it: € 5.000, 50K, 1,5 mln, onbeperkt. A year or a number is none. */
export function isAmountCell(cell: string): boolean {
  const text = withEuroSigns(cell).trim();
  if (/^(?:onbeperkt|ongelimiteerd|onbegrensd|geen (?:limiet|maximum|grens))$/i.test(text)) return true;
  const bare = text.replace(/^(?:max(?:imaal|\.)?|tot(?: en met)?|t\/m|<=?|≤)\s*/i, '');
  const amount = bare.length < 100 ? leadingAmount(bare) : undefined;
  if (!amount || /^\s*[-/]\s*\d/.test(amount.rest) || /^(?:19|20)\d\d$|^\d{8,}$/.test(bare)) return false;
  return amount.isMoney || amount.value >= 1_000;
}

/** True for a cell with a day of which the year is written. */
function isDayCell(cell: string): boolean {
  const read = /\d{2}/.test(cell) && cell.length < 40 && !/^\d+$/.test(cell) ? firstDayCell(cell) : undefined;
  return read !== undefined && 'values' in read && /^\d{4}-\d\d-\d\d$/.test(read.values[0] ?? '');
}

/** What stands in a column that is not read, and what to do when it matters. */
function aboutColumn(list: List, column: string, people: ReadonlySet<string>): string | undefined {
  const cells = list.rows.map(({ fields }) => fields[column] ?? '').filter((text) => text.trim() !== '');
  const mostly = (is: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(is).length * 2 > cells.length;
  if (cells.length === 0) return undefined;
  const unread = `Let op: onder ${column} staan`;
  const how = (field: string) => `Geef --kolom "${column}=${field}".`;
  if (mostly(isDayCell))
    return `${unread} dagen, maar ik lees die kolom niet. Is het de laatste dag? ${how('geldig_tot_en_met')} Telt die dag niet meer mee? ${how('vervallen_per')}`;
  if (mostly(isAmountCell))
    return `${unread} bedragen, maar ik lees die kolom niet. Is het de limiet? ${how('limiet_eur')}`;
  if (restriction.test(nameKey(column)))
    return `Let op: onder ${column} kan iets staan dat een mandaat beperkt, maar ik lees die kolom niet. Is dat zo? ${how('voorwaarden')}`;
  if (mostly((cell) => people.has(nameKey(cell))) || (people.size > 0 && mostly(isPersonName)))
    return `${unread} namen, maar ik lees die kolom niet. Zijn het vervangers? ${how('vervanger')} Zijn het houders? ${how('houder')}`;
  return undefined;
}

/**
 * What may matter in columns that are not read: days, amounts, names of those who are mandated, and what a heading calls
 * a restriction. `isSaid` tells which columns somebody named with this import.
 */
export function unreadInWords(
  list: List,
  columns: readonly ColumnProposal[],
  isSaid: (column: string) => boolean,
): string[] {
  const holders = columns.filter(({ field }) => field === 'houder' || field?.startsWith('houder:'));
  const people = new Set(
    list.rows
      .flatMap(({ fields }) => holders.map(({ column }) => nameKey(fields[column] ?? '')))
      .filter(Boolean),
  );
  return columns
    .filter(({ column, field }) => !field && !isSaid(column))
    .flatMap(({ column }) => aboutColumn(list, column, people) ?? []);
}
