import { createHash } from 'node:crypto';
import { columnName, type Problem } from '../../../files/csv.ts';
import {
  type Detailed,
  detailOf,
  isListField,
  type ListField,
  listFields,
  type RegisterField,
} from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import type { ListDefaults } from './apply-columns.ts';
import { type ColumnProposal, proposeColumns } from './propose-columns.ts';

/** What somebody says that own columns are: the name of a field, or empty for a column that is not to be read. */
export type ColumnChoices = Readonly<Record<string, string>>;

/** A choice as it is kept: our names in small letters, what somebody named behind the colon as it was typed. */
function chosenField(text: string): string {
  const [field = '', ...behind] = text.split(':');
  return [field.trim().toLowerCase(), ...(behind.length > 0 ? [behind.join(':').trim()] : [])].join(':');
}

/** What is wrong with the choices, for lists that have these columns together; `line` is that of the heading. */
export function choiceProblems(columns: readonly string[], choices: ColumnChoices, line = 1): Problem[] {
  const named = columns.filter((name) => name !== '');
  const wanted = Object.values(choices)
    .map(chosenField)
    .filter((field) => field !== '');
  return [
    ...Object.keys(choices)
      .map(columnName)
      .filter((column) => !named.includes(column))
      .map((column) => `De kolom ${column} staat niet in het bestand. Wel: ${named.join(', ')}.`),
    ...wanted
      .filter((field) => !isListField(field))
      .map((field) => `Het veld ${field} ken ik niet. Kies uit ${listFields.join(', ')}.`),
    ...wanted
      .filter((field, n) => wanted.indexOf(field) !== n)
      .map((field) => `Twee kolommen kunnen niet allebei ${field} zijn.`),
  ].map((reason) => ({ line, reason }));
}

/** What each own column is taken for: as chosen, else as remembered, else as proposed. The choices have to be right. */
export function chooseColumns(
  columns: readonly string[],
  choices: ColumnChoices,
  remembered?: ListMapping,
): ColumnProposal[] {
  const named = columns.filter((name) => name !== '');
  const chosen = new Map(
    Object.entries(choices)
      .map(([column, field]) => [columnName(column), chosenField(field)] as const)
      .filter(([column]) => named.includes(column)),
  );
  const wanted = new Set([...chosen.values()].filter((field) => field !== ''));
  const isTaken = (field: ListField) => wanted.has(field);
  const base = remembered
    ? named.map((column): ColumnProposal => {
        const field = Object.hasOwn(remembered, column) ? remembered[column] : undefined;
        return { column, field: field && isListField(field) ? field : undefined, sure: true, chosen: true };
      })
    : // What was chosen is out of the way: its column and its field are no longer free.
      proposeColumns(
        named.filter((column) => !chosen.has(column)),
        isTaken,
      );
  const byColumn = new Map(base.map((proposal) => [proposal.column, proposal]));
  return named.map((column): ColumnProposal => {
    const choice = chosen.get(column);
    if (choice !== undefined)
      return { column, field: isListField(choice) ? choice : undefined, sure: true, chosen: true };
    const proposal = byColumn.get(column) ?? { column, sure: false };
    return proposal.field !== undefined && isTaken(proposal.field) ? { column, sure: false } : proposal;
  });
}

/** The mapping that these columns make: those of which the field is known. */
export function mappingOf(columns: readonly ColumnProposal[]): ListMapping {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field ? [[column, field]] : [])));
}

/** The key under which it is remembered how a list was read: the same for the same columns in any order. */
export function signatureOf(columns: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...columns].sort()))
    .digest('hex')
    .slice(0, 32);
}

/**
 * What a list lacks to be read at all; `line` is where its heading stands. Who does what may stand in columns that are
 * activities or functions themselves.
 */
export function missingFields(
  mapping: ListMapping,
  { kind, from, activity }: Partial<ListDefaults>,
  line: number,
): Problem[] {
  const given = new Set<string>(Object.values(mapping));
  const isAbout = (of: Detailed) => Object.values(mapping).some((field) => detailOf(field, of) !== undefined);
  const hasDoers = isAbout('houder');
  const example = isAbout('limiet_eur') ? 'opdracht geven' : 'valideren';
  const wanted = (field: RegisterField, option: string) =>
    `Ik vind geen kolom voor ${field}. Wijs een kolom aan met --kolom "Eigen kolom=${field}", of geef ${option} voor de hele lijst.`;
  return [
    ...(given.has('activiteit') || activity || hasDoers || isAbout('activiteit')
      ? []
      : [wanted('activiteit', `bijvoorbeeld --activiteit "${example}"`)]),
    ...(given.has('houder') || hasDoers || isAbout('functie')
      ? []
      : ['Ik vind geen kolom voor houder. Wijs een kolom aan met --kolom "Eigen kolom=houder".']),
    ...(given.has('soort') || kind ? [] : [wanted('soort', 'bijvoorbeeld --soort mandaat')]),
    ...(given.has('geldig_van') || from ? [] : [wanted('geldig_van', 'bijvoorbeeld --vanaf 1-1-2026')]),
  ].map((reason) => ({ line, reason }));
}
