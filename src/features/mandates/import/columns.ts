import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { entryColumns, fields, type RegisterField } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { EntryKind } from '../register/register.ts';
import {
  amountText,
  dateText,
  endDateText,
  isEverywhere,
  peopleText,
  registrationText,
  statedText,
} from './cells.ts';
import { columnNames } from './column-names.ts';

/** What we think of one own column: no field when we do not know it, unsure when it may mean something else. */
export interface ColumnProposal {
  column: string;
  field?: RegisterField;
  sure: boolean;
}

/** What holds for a whole list that has no column for it. */
export interface Defaults {
  kind?: EntryKind;
  /** First day, jjjj-mm-dd. */
  from?: string;
  /** Code of the area that stands for the whole municipality. */
  area: string;
}

/** Of how many letters a typo is forgiven, as with names of people. */
const forgiven = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2);

interface Candidate {
  column: string;
  field: RegisterField;
  sure: boolean;
  /** Lower is better. */
  rank: number;
}

const UNSURE = 100;
const TYPO = 200;

/** Every name there is, with how well it counts. A field's own name comes first. */
const known = columnNames.flatMap(({ field, sure, perhaps = [] }) => [
  ...[field.replaceAll('_', ' '), ...sure].map((name, n) => ({ field, name: nameKey(name), rank: n })),
  ...perhaps.map((name, n) => ({ field, name: nameKey(name), rank: UNSURE + n })),
]);

function candidates(column: string): Candidate[] {
  const own = nameKey(column);
  const exact = known.filter(({ name }) => name === own);
  if (exact.length > 0) {
    return exact.map(({ field, rank }) => ({ column, field, rank, sure: rank < UNSURE }));
  }
  return known.flatMap(({ field, name }) => {
    const typos = distance(own, name);
    return typos <= forgiven(Math.min(own.length, name.length))
      ? [{ column, field, rank: TYPO + typos, sure: false }]
      : [];
  });
}

/**
 * What a municipality's own columns probably are: by their names, forgiving typos. Each of our fields is given at most
 * once; where two columns ask for one field, the better one gets it, unsure.
 */
export function proposeColumns(columns: readonly string[]): ColumnProposal[] {
  const byColumn = new Map<string, Candidate>();
  const taken = new Map<RegisterField, Candidate>();
  const contested = new Set<RegisterField>();
  for (const candidate of columns.flatMap(candidates).toSorted((a, b) => a.rank - b.rank)) {
    if (byColumn.has(candidate.column)) continue;
    if (taken.has(candidate.field)) {
      if (candidate.sure) contested.add(candidate.field);
      continue;
    }
    byColumn.set(candidate.column, candidate);
    taken.set(candidate.field, candidate);
  }
  return columns.map((column) => {
    const found = byColumn.get(column);
    return found
      ? { column, field: found.field, sure: found.sure && !contested.has(found.field) }
      : { column, sure: false };
  });
}

/** True for a file in our own form: it is then read strictly, and a column too many or too few is an error. */
export function isOwnForm(columns: readonly string[]): boolean {
  return entryColumns.filter((name) => columns.includes(name)).length > entryColumns.length / 2;
}

/** Under what a list's mapping is remembered: the same for the same columns in any order. */
export function signatureOf(columns: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...columns].sort()))
    .digest('hex')
    .slice(0, 32);
}

/** What a list lacks to be read at all; `line` is where its heading stands. */
export function missingFields(
  mapping: ColumnMapping,
  { kind, from }: Partial<Defaults>,
  line: number,
): Problem[] {
  const given = new Set(Object.values(mapping));
  const missing = (['activiteit', 'houder'] as const).filter((field) => !given.has(field));
  const wanted = (field: RegisterField, option: string) =>
    `Ik vind geen kolom voor ${field}. Wijs een kolom aan met --kolom "Eigen kolom=${field}", of geef ${option} voor de hele lijst.`;
  return [
    ...missing.map(
      (field) => `Ik vind geen kolom voor ${field}. Wijs een kolom aan met --kolom "Eigen kolom=${field}".`,
    ),
    ...(given.has('soort') || kind ? [] : [wanted('soort', 'bijvoorbeeld --soort mandaat')]),
    ...(given.has('geldig_van') || from ? [] : [wanted('geldig_van', 'bijvoorbeeld --vanaf 1-1-2026')]),
  ].map((reason) => ({ line, reason }));
}

/**
 * A file in our own form as it is after somebody kept it in Excel: days in the Dutch way, and words where a cell should
 * be empty. The rest is read as it stands.
 */
export function ownFormText(file: CsvFile): CsvFile {
  const deputies = (text: string) => text.split('|').map((name) => statedText(name.trim()));
  const fixes: [RegisterField, (text: string) => string][] = [
    ['geldig_van', dateText],
    ['geldig_tot_en_met', endDateText],
    ['limiet_eur', (text) => statedText(text)],
    ['registratie', registrationText],
    ['grondslag', statedText],
    ['publicatie', statedText],
    ['vervanger', (text) => deputies(text).filter(Boolean).join('|')],
  ];
  return {
    ...file,
    rows: file.rows.map(({ line, fields: own }) => {
      const fixed = fixes.flatMap(([name, fix]) => {
        const text = own[name] ?? '';
        return text === '' ? [] : [[name, fix(text)]];
      });
      return { line, fields: { ...own, ...Object.fromEntries(fixed) } };
    }),
  };
}

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** What makes a row the decision that it is; the rest may change without it becoming another one. */
const identity = ['soort', 'activiteit', 'registratie', 'gebied', 'rol', 'houder', 'geldig_van'] as const;

/**
 * Ids for rows without one, from what is in them: the same row gets the same id in every import, wherever it stands.
 * Rows that differ only in what may change (amount, deputies, last day) get one from everything in them.
 */
function withIds(rows: CsvFile['rows'], everywhere: string): CsvFile['rows'] {
  // Not under which code the whole municipality stands: that may change without the decision changing.
  const said = (text = '') => (text === everywhere ? '' : nameKey(text));
  const keyed = rows.map((row) => ({ row, key: hashOf(identity.map((name) => said(row.fields[name]))) }));
  const count = new Map<string, number>();
  for (const { key } of keyed) count.set(key, (count.get(key) ?? 0) + 1);
  return keyed.map(({ row, key }) => {
    const unique = count.get(key) === 1 ? key : hashOf(fields.map((name) => row.fields[name] ?? ''));
    return { ...row, fields: { ...row.fields, id: `L-${unique}` } };
  });
}

/**
 * A municipality's own list under our column names, in our way of writing dates and amounts; what we cannot read stays
 * as it is, for the reader to name with its line. What has no column gets a value that grants nothing more than the
 * list does: the given kind and first day, the whole municipality, no last day, no limit, nobody looking along, no
 * sub-mandates, and an id that follows from the row.
 */
export function applyColumns(file: CsvFile, mapping: ColumnMapping, { kind, from, area }: Defaults): CsvFile {
  const columnOf = new Map(Object.entries(mapping).map(([column, field]) => [field, column]));
  const fixes: Partial<Record<RegisterField, (text: string) => string>> = {
    gebied: (text) => (isEverywhere(text) ? area : text),
    registratie: registrationText,
    geldig_van: dateText,
    geldig_tot_en_met: endDateText,
    limiet_eur: amountText,
    vervanger: peopleText,
    grondslag: statedText,
    publicatie: statedText,
  };
  const fixed: Partial<Record<RegisterField, string>> = { soort: kind, geldig_van: from, gebied: area };
  const columns = fields.filter((name) => name !== 'vier_ogen_door' || columnOf.has(name));
  const rows = file.rows.map(({ line, fields: own }) => ({
    line,
    fields: Object.fromEntries(
      columns.map((name) => {
        const column = columnOf.get(name);
        if (column === undefined) return [name, fixed[name] ?? ''];
        const text = own[column] ?? '';
        return [name, fixes[name]?.(text) ?? text];
      }),
    ),
  }));
  return { columns: [...columns], rows: columnOf.has('id') ? rows : withIds(rows, area) };
}

/** Rows of a list without ids that say the same as an earlier one: which of them is meant, only its owner knows. */
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
