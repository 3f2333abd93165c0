import { columnName, type Problem } from '../../../files/csv.ts';
import { fields, isField, type RegisterField } from '../register/fields.ts';
import type { ColumnMapping } from '../register/list-reading.ts';
import type { EntryKind } from '../register/register.ts';
import { type ColumnProposal, proposeColumns } from './columns.ts';
import type { Read } from './read.ts';

/** What somebody says that own columns are: the name of a field, or empty for a column that is not to be read. */
export type ColumnChoices = Readonly<Record<string, string>>;

/** What each own column is taken for: as chosen, else as remembered, else as proposed. `line` is that of the heading. */
export function chooseColumns(
  columns: readonly string[],
  choices: ColumnChoices,
  remembered?: ColumnMapping,
  line = 1,
): Read<{ columns: ColumnProposal[] }> {
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

/** The mapping that proposals come down to. */
export function mappingOf(columns: readonly ColumnProposal[]): ColumnMapping {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field ? [[column, field]] : [])));
}

/** What each own column was taken for, a line each, with what we doubt. */
export function columnsInWords(columns: readonly ColumnProposal[]): string[] {
  return columns.map(({ column, field, sure }) =>
    field ? `  ${column} → ${field}${sure ? '' : ' (twijfel)'}` : `  ${column} → wordt niet gelezen`,
  );
}

/** What stands in the register for the columns that a list does not have. */
export function defaultsInWords(
  mapping: ColumnMapping | undefined,
  { kind, from }: { kind?: EntryKind; from?: string },
): string[] {
  const given = new Set<RegisterField>(mapping ? Object.values(mapping) : fields);
  const missing = (field: RegisterField, words: string) => (given.has(field) ? [] : [words]);
  const unused = (field: RegisterField, option: string, value: string | undefined) =>
    value !== undefined && given.has(field)
      ? [`${option} is niet gebruikt: het bestand heeft een kolom voor ${field}.`]
      : [];
  return [
    ...missing('id', 'Geen kolom voor id: elke regel krijgt een id uit wat erin staat.'),
    ...missing('soort', `Geen kolom voor soort: alles is ${kind}.`),
    ...missing('registratie', 'Geen kolom voor registratie: elk mandaat geldt voor alle registraties.'),
    ...missing('gebied', 'Geen kolom voor gebied: elk mandaat geldt voor de hele gemeente.'),
    ...missing('limiet_eur', 'Geen kolom voor limiet_eur: over bedragen is niets vastgelegd.'),
    ...missing('vier_ogen', 'Geen kolom voor vier_ogen: overal nee.'),
    ...missing('ondermandaat_toegestaan', 'Geen kolom voor ondermandaat_toegestaan: overal nee.'),
    ...missing('geldig_van', `Geen kolom voor geldig_van: alles geldt vanaf ${from}.`),
    ...missing('geldig_tot_en_met', 'Geen kolom voor geldig_tot_en_met: niets heeft een einddatum.'),
    ...unused('soort', '--soort', kind),
    ...unused('geldig_van', '--vanaf', from),
  ];
}

/** Problems that speak of the list's own columns instead of ours. */
export function inOwnWords(problems: readonly Problem[], mapping: ColumnMapping = {}): Problem[] {
  const columnOf = new Map<string, string>(Object.entries(mapping).map(([column, field]) => [field, column]));
  return problems.map(({ line, reason }) => ({
    line,
    reason: reason.replace(/^[a-z_]+(?= )/, (field) => columnOf.get(field) ?? field),
  }));
}

/** Which columns were recognised, for whoever has to point out one that was not. */
export function recognised(columns: readonly ColumnProposal[], line: number): Problem[] {
  const found = columns.flatMap(({ column, field }) => (field ? [`${column} → ${field}`] : []));
  return found.length > 0 ? [{ line, reason: `Deze kolommen herken ik wel: ${found.join(', ')}.` }] : [];
}
