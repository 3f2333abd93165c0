import type { Register } from '../register/register.ts';
import { chooseColumns, signatureOf } from './choose-columns.ts';
import type { List } from './lists.ts';
import type { ImportOptions } from './options.ts';
import { isOwnForm } from './own-form.ts';

/** The numbers of the mandates on a sheet. */
interface SheetNumbers {
  sheet: string | undefined;
  ids: readonly string[];
}

/** True when two sheets number their mandates alike. */
function isNumberedAlike(sheets: readonly SheetNumbers[]): boolean {
  const seen = new Set<string>();
  return sheets.some(({ ids }) => {
    const isAlike = ids.some((id) => seen.has(id));
    for (const id of ids) if (id !== '') seen.add(id);
    return isAlike;
  });
}

/** True when the register has numbers with the name of a sheet before them: then they stay so. */
function hasSheetNumbers(before: Register, sheets: readonly SheetNumbers[]): boolean {
  const known = new Set(before.entries.map(({ id }) => id));
  return sheets.some(
    ({ sheet, ids }) => sheet !== undefined && ids.some((id) => known.has(`${sheet}-${id}`)),
  );
}

/** The numbers in the column of a list, as they stand there. */
function idsOn({ columns, rows }: List, options: ImportOptions): string[] {
  if (isOwnForm(columns)) return rows.map(({ fields }) => fields.id ?? '');
  const proposals = chooseColumns(
    columns,
    options.choices ?? {},
    options.remembered?.(signatureOf(columns))?.mapping,
  );
  const id = proposals.find(({ field }) => field === 'id')?.column;
  return id === undefined ? [] : rows.map(({ fields }) => fields[id] ?? '');
}

/**
 * True when the numbers on sheets get the name of their sheet before them: when two sheets number their mandates alike,
 * whether they are read now or not, and when the register has such numbers already.
 */
export function isNumberedBySheet(lists: readonly List[], before: Register, options: ImportOptions): boolean {
  const numbers = lists.map((list) => ({ sheet: list.sheet, ids: idsOn(list, options) }));
  return isNumberedAlike(numbers) || hasSheetNumbers(before, numbers);
}

/**
 * Numbers of entries that stay and are on none of the other sheets: rows that are gone from the sheet that is read. Of
 * sheets without numbers nobody can tell.
 */
export function onNoSheet(
  stay: readonly { id: string }[],
  others: readonly List[],
  options: ImportOptions,
): string[] {
  const numbers = others.map((list) => ({ sheet: list.sheet, ids: idsOn(list, options).filter(Boolean) }));
  const isNumbered = numbers.every(({ ids }) => ids.length > 0);
  const elsewhere = new Set(numbers.flatMap(({ sheet, ids }) => ids.flatMap((id) => [id, `${sheet}-${id}`])));
  // A row may be more entries: "2-Noord" comes from 2.
  const isElsewhere = (id: string): boolean =>
    elsewhere.has(id) || (id.includes('-') && isElsewhere(id.slice(0, id.lastIndexOf('-'))));
  return stay.flatMap(({ id }) => {
    const isUnnumbered = /^L-[0-9a-f]{12}$/.test(id);
    return (isUnnumbered && !isNumbered) || isElsewhere(id) ? [] : [id];
  });
}
