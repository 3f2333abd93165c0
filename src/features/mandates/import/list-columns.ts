import type { CsvFile } from '../../../files/csv.ts';
import type { RegisterField } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { EntryKind } from '../register/register.ts';
import type { ListDefaults } from './apply-columns.ts';
import { dateText } from './cells.ts';
import { chooseColumns, mappingOf, missingFields } from './choose-columns.ts';
import { recognised } from './columns-in-words.ts';
import type { ImportOptions } from './options.ts';
import { isOwnForm } from './own-form.ts';
import type { ReadResult } from './problems.ts';
import type { ColumnProposal } from './propose-columns.ts';

/** How the columns of a list are read. */
export interface ListColumns {
  /** Which field of ours each column is; undefined for a list in our own form. */
  mapping?: ColumnMapping;
  /** What each column was taken for. */
  columns?: ColumnProposal[];
  /** What holds for the whole list, as far as it has no column for it. */
  defaults: Pick<ListDefaults, 'kind' | 'from'>;
}

/**
 * What the columns of a list are: those of our own form when it has them, else as somebody chose, else as remembered or
 * proposed. The options have to be right.
 */
export function listColumns(
  file: CsvFile,
  { choices = {}, remembered, kind, from }: ImportOptions,
): ReadResult<ListColumns> {
  const { columns: names, headingLine = 1 } = file;
  const given = {
    kind: kind as EntryKind | undefined,
    from: from === undefined ? undefined : dateText(from),
  };
  if (isOwnForm(names) && Object.keys(choices).length === 0) return { defaults: given };
  const chosen = chooseColumns(names, choices, remembered?.mapping, headingLine);
  if ('problems' in chosen) return chosen;
  const { columns } = chosen;
  const mapping = mappingOf(columns);
  const defaults = { ...given, kind: given.kind ?? rememberedKind(mapping, remembered?.kind) };
  const lacking = missingFields(mapping, defaults, headingLine);
  if (lacking.length > 0) return { problems: [...lacking, ...recognised(columns, headingLine)] };
  return { mapping, columns, defaults };
}

/** The kind that was named for an earlier list with these columns, when they hold none. */
const rememberedKind = (mapping: ColumnMapping, kind: string | undefined) =>
  hasField(mapping, 'soort') ? undefined : (kind as EntryKind | undefined);

/** True when a list has a column for a field; one in our own form has them all. */
export const hasField = (mapping: ColumnMapping | undefined, field: RegisterField): boolean =>
  mapping === undefined || Object.values(mapping).includes(field);

/** The column of the areas in a list; undefined when it has none. */
export const areaColumnOf = (mapping: ColumnMapping | undefined): string | undefined =>
  mapping ? Object.keys(mapping).find((name) => mapping[name] === 'gebied') : 'gebied';
