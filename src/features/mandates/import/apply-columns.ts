import { createHash } from 'node:crypto';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { isExtra, type RegisterField, registerFields } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { EntryKind, Register } from '../register/register.ts';
import type { FieldNote } from './cell-notes.ts';
import { readCells } from './read-cells.ts';

/** What holds for a whole list that has no column for it. */
export interface ListDefaults {
  kind?: EntryKind;
  /** First day, jjjj-mm-dd. */
  from?: string;
  /** The registration, activity and part of the organisation of every entry. */
  registration?: string;
  activity?: string;
  organisation?: string;
  /** Code of the area that stands for the whole municipality. */
  area: string;
  /** Says that an empty cell in the column of areas is the whole municipality. */
  emptyArea?: 'everywhere';
  /** Says that an empty cell in the column of registrations is all of them. */
  emptyRegistration?: 'every';
}

/** A list under our column names, with the cells that cannot be read and how doubtful ones were read. */
export interface ListInOwnForm extends CsvFile {
  refused: Problem[];
  doubtful: FieldNote[];
}

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/**
 * The fields that tell one decision from another. What stands in the other fields may change, and it stays the same
 * decision.
 */
const identity = ['soort', 'activiteit', 'registratie', 'gebied', 'rol', 'houder', 'geldig_van'] as const;

/**
 * Ids for rows without one, from what is in them: the same row gets the same id in every import, wherever it stands.
 * Rows that differ only in what may change (amount, deputies, last day) get one from everything in them.
 */
export function withIds(rows: CsvFile['rows'], everywhere: string): CsvFile['rows'] {
  // The code of the whole municipality may change, and the decision stays the same: so it is left out.
  const said = (text = '') => (text === everywhere ? '' : nameKey(text));
  const keyed = rows.map((row) => ({ row, key: hashOf(identity.map((name) => said(row.fields[name]))) }));
  const count = new Map<string, number>();
  for (const { key } of keyed) count.set(key, (count.get(key) ?? 0) + 1);
  return keyed.map(({ row, key }) => {
    const unique =
      count.get(key) === 1
        ? key
        : hashOf(registerFields.map((name) => (name === 'id' ? '' : (row.fields[name] ?? ''))));
    return { ...row, fields: { ...row.fields, id: `L-${unique}` } };
  });
}

/**
 * A municipality's own list under our column names, in our way of writing; what cannot be read at all stays as it is,
 * for the reader to name with its line. What has no column gets a value that grants nothing more than the list does:
 * the given kind and first day, the whole municipality, no last day, no limit, nobody looking along, no sub-mandates,
 * and an id that follows from the row.
 */
export function applyColumns(
  file: CsvFile,
  mapping: ColumnMapping,
  { kind, from, registration, activity, organisation, area, emptyArea, emptyRegistration }: ListDefaults,
  { areas, tenures }: Pick<Register, 'areas' | 'tenures'>,
): ListInOwnForm {
  const columnOf = new Map(Object.entries(mapping).map(([column, field]) => [field, column]));
  const fixed: Partial<Record<RegisterField, string>> = {
    soort: kind,
    geldig_van: from,
    gebied: area,
    registratie: registration,
    activiteit: activity,
    organisatie: organisation,
  };
  const columns = registerFields.filter((name) => !isExtra(name) || columnOf.has(name));
  const list = file.rows.map(({ line, fields: own }) => ({
    line,
    fields: Object.fromEntries(
      columns.map((name) => {
        const column = columnOf.get(name);
        return [name, column === undefined ? (fixed[name] ?? '') : (own[column] ?? '')];
      }),
    ),
  }));
  const { rows, refused, notes } = readCells(list, {
    areas,
    tenures,
    emptyArea: { whole: area, meansEverywhere: emptyArea === 'everywhere' },
    emptyMeansEvery: emptyRegistration === 'every',
    fields: [...columnOf.keys()],
  });
  const withId = columnOf.has('id') ? rows : withIds(rows, area);
  return { columns: [...columns], rows: withId, refused, doubtful: notes };
}

/** Rows of a list without ids that say the same as an earlier row: only its owner knows which of them is meant. */
export function repeatedRows(file: CsvFile): Problem[] {
  const lineOf = new Map<string, number>();
  return file.rows.flatMap(({ line, fields: { id = '' } }) => {
    const first = lineOf.get(id);
    lineOf.set(id, first ?? line);
    return first === undefined
      ? []
      : [{ line, reason: `Deze regel zegt hetzelfde als regel ${first}. Haal er één weg.` }];
  });
}
