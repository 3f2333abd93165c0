import type { Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import type { RegisterField } from '../register/fields.ts';
import type { FieldNote } from './cell-notes.ts';
import type { ListRow } from './rows.ts';

/** The columns of which a cell may name several things, in the order in which an id tells them. */
const splitFields = ['soort', 'registratie', 'gebied', 'houder'] as const;
type SplitField = (typeof splitFields)[number];

/** A row of which each cell was read; `several` are the cells that name more than one thing. */
export interface CellsOfRow extends ListRow {
  several: Partial<Record<SplitField, readonly string[]>>;
}

export const isSplitField = (field: RegisterField): field is SplitField =>
  splitFields.some((one) => one === field);

/** The part of an id that tells one entry of a row from another: "Noord", "Bos-en-Lommer". */
const idPart = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');

function partsOf({ line, fields, several }: CellsOfRow): ListRow[] {
  return splitFields.reduce<ListRow[]>(
    (rows, field) => {
      const values = several[field];
      if (!values) return rows;
      return rows.flatMap((row) =>
        values.map((value) => ({
          line,
          fields: { ...row.fields, id: `${row.fields.id ?? ''}-${idPart(value)}`, [field]: value },
        })),
      );
    },
    [{ line, fields }],
  );
}

/** Of the parts of a parent: those that say the same as the child where the parent was split. */
function parentsOf(child: ListRow, parts: readonly ListRow[], split: readonly SplitField[]): ListRow[] {
  const said = (row: ListRow, field: SplitField) => nameKey(row.fields[field] ?? '').replace(/^onder/, '');
  return parts.filter((part) => split.every((field) => said(part, field) === said(child, field)));
}

/**
 * Rows with one thing in each cell. An entry of a row that is split has the id of the row with its own part behind it:
 * "2-Noord". An entry that comes from such a row comes from the part that is about the same. `passedOver` are the ids
 * of rows that are no entries.
 */
export function splitRows(
  rows: readonly CellsOfRow[],
  passedOver: ReadonlySet<string>,
): { rows: ListRow[]; refused: Problem[]; notes: FieldNote[] } {
  const splitBy = new Map(
    rows.map(({ fields, several }) => [fields.id ?? '', splitFields.filter((field) => several[field])]),
  );
  const partsById = new Map(rows.map((row) => [row.fields.id ?? '', partsOf(row)]));
  const refused: Problem[] = [];
  const notes: FieldNote[] = [];
  const parented = (row: ListRow): ListRow => {
    const parent = row.fields.uit_mandaat ?? '';
    if (parent === '') return row;
    const parts = partsById.get(parent);
    if (!parts) {
      if (!passedOver.has(parent)) return row;
      const readAs = 'leeg: dat mandaat komt niet in het register';
      notes.push({ line: row.line, field: 'uit_mandaat', text: parent, readAs });
      return { ...row, fields: { ...row.fields, uit_mandaat: '' } };
    }
    if (parts.length < 2) return row;
    const [own, ...more] = parentsOf(row, parts, splitBy.get(parent) ?? []);
    if (own && more.length === 0)
      return { ...row, fields: { ...row.fields, uit_mandaat: own.fields.id ?? '' } };
    const ids = parts.map(({ fields }) => fields.id).join(', ');
    refused.push({
      line: row.line,
      reason: `uit_mandaat ${parent} is een mandaat per deel: ${ids}. Schrijf welk deel je bedoelt, of splits deze regel ook.`,
    });
    return row;
  };
  return { rows: rows.flatMap((row) => partsOf(row).map(parented)), refused, notes };
}
