import { createHash } from 'node:crypto';
import { columnName, type Problem } from '../../../files/csv.ts';
import { fields, isField, type RegisterField } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { ListDefaults } from './apply-columns.ts';
import type { ReadResult } from './problems.ts';
import { type ColumnProposal, proposeColumns } from './propose-columns.ts';

/** What somebody says that own columns are: the name of a field, or empty for a column that is not to be read. */
export type ColumnChoices = Readonly<Record<string, string>>;

/**
 * What each own column is taken for: as chosen, else as remembered, else as proposed. `line` is that of the heading.
 */
export function chooseColumns(
  columns: readonly string[],
  choices: ColumnChoices,
  remembered?: ColumnMapping,
  line = 1,
): ReadResult<{ columns: ColumnProposal[] }> {
  const named = columns.filter((name) => name !== '');
  const chosen = new Map(
    Object.entries(choices).map(([column, field]) => [columnName(column), field.trim().toLowerCase()]),
  );
  const wanted = [...chosen.values()].filter((field) => field !== '');
  const problems = [
    ...[...chosen.keys()]
      .filter((column) => !named.includes(column))
      .map((column) => `De kolom ${column} staat niet in het bestand. Wel: ${named.join(', ')}.`),
    ...wanted
      .filter((field) => !isField(field))
      .map((field) => `Het veld ${field} ken ik niet. Kies uit ${fields.join(', ')}.`),
    ...wanted
      .filter((field, n) => wanted.indexOf(field) !== n)
      .map((field) => `Twee kolommen kunnen niet allebei ${field} zijn.`),
  ];
  if (problems.length > 0) return { problems: problems.map((reason) => ({ line, reason })) };
  const base = remembered
    ? named.map((column): ColumnProposal => {
        const field = Object.hasOwn(remembered, column) ? remembered[column] : undefined;
        return { column, field: field && isField(field) ? field : undefined, sure: true };
      })
    : // What was chosen is out of the way: its column and its field are no longer free.
      proposeColumns(named.filter((column) => !chosen.has(column)));
  const byColumn = new Map(base.map((proposal) => [proposal.column, proposal]));
  return {
    columns: named.map((column): ColumnProposal => {
      const choice = chosen.get(column);
      if (choice !== undefined) return { column, field: isField(choice) ? choice : undefined, sure: true };
      const proposal = byColumn.get(column) ?? { column, sure: false };
      const isTaken = proposal.field !== undefined && wanted.includes(proposal.field);
      return isTaken ? { column, sure: false } : proposal;
    }),
  };
}

/** The mapping that these columns make: those of which the field is known. */
export function mappingOf(columns: readonly ColumnProposal[]): ColumnMapping {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field ? [[column, field]] : [])));
}

/** The key under which it is remembered how a list was read: the same for the same columns in any order. */
export function signatureOf(columns: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...columns].sort()))
    .digest('hex')
    .slice(0, 32);
}

/** What a list lacks to be read at all; `line` is where its heading stands. */
export function missingFields(
  mapping: ColumnMapping,
  { kind, from }: Partial<ListDefaults>,
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
