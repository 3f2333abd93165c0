import type { Problem } from '../../../files/csv.ts';
import { type ListField, type RegisterField, registerFields } from '../register/fields.ts';
import type { ColumnMapping, ListMapping } from '../register/list-reading.ts';
import type { ListDefaults } from './apply-columns.ts';
import type { ColumnProposal } from './propose-columns.ts';
import type { SheetMeaning } from './sheet-names.ts';

/** What a column is, in a few words. */
function fieldInWords(field: ListField): string {
  const [name = '', ...behind] = field.split(':');
  const about = behind.join(':');
  if (about === '') return field;
  if (name === 'functie') return `kruisje = mandaat voor ${about}`;
  if (name === 'houder') return `wie hier staat = houder van "${about}"`;
  if (name === 'vervanger') return `vervanger van wie "${about}" doet`;
  if (name === 'limiet_eur') return `limiet_eur voor "${about}"`;
  return `kruisje = ${name} ${about}`;
}

/** What each own column was taken for, a line each, with what we doubt. */
export function columnsInWords(columns: readonly ColumnProposal[]): string[] {
  const isDoubted = columns.some(({ field, sure }) => field && !sure);
  return [
    ...columns.map(({ column, field, sure }) =>
      field
        ? `  ${column} → ${fieldInWords(field)}${sure ? '' : ' (twijfel)'}`
        : `  ${column} → wordt niet gelezen`,
    ),
    ...(isDoubted
      ? ['Bij (twijfel) kan de kolom ook iets anders zijn. Klopt het niet? Geef --kolom "Eigen kolom=veld".']
      : []),
  ];
}

/** What the register gets where a list has no column, a Dutch sentence each. */
export function defaultsInWords(
  mapping: ColumnMapping | undefined,
  { kind, from, registration, activity }: Partial<ListDefaults>,
  sheet: SheetMeaning = {},
): string[] {
  const given = new Set<RegisterField>(mapping ? Object.values(mapping) : registerFields);
  const missing = (field: RegisterField, words: string) => (given.has(field) ? [] : [words]);
  const unused = (field: RegisterField, option: string, value: string | undefined) =>
    value !== undefined && given.has(field)
      ? [`${option} is niet gebruikt: het bestand heeft een kolom voor ${field}.`]
      : [];
  return [
    ...missing('id', 'Geen kolom voor id: elke regel krijgt een id uit wat erin staat.'),
    ...missing('soort', `Geen kolom voor soort: alles is ${kind}.`),
    ...missing('activiteit', `Geen kolom voor activiteit: alles is "${activity}".`),
    // What the name of a sheet says, is said apart.
    ...(sheet.registration !== undefined && sheet.registration === registration
      ? []
      : missing(
          'registratie',
          registration
            ? `Geen kolom voor registratie: alles is ${registration}.`
            : 'Geen kolom voor registratie: elk mandaat geldt dus voor alle. Is het er één? Geef die dan mee, bijvoorbeeld met --registratie BAG.',
        )),
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

/** The same problems, with the names of the list's own columns instead of ours. */
export function inOwnWords(problems: readonly Problem[], mapping: ListMapping = {}): Problem[] {
  const columnOf = new Map<string, string>(
    Object.entries(mapping).map(([column, field]) => [field.replace('_cent', '_eur'), column]),
  );
  return problems.map(({ line, reason }) => ({
    line,
    reason: reason.replace(/^[a-z_]+(?= )/, (field) => columnOf.get(field) ?? field),
  }));
}

/** Which columns were recognised, for whoever has to point out one that was not. */
export function recognisedColumns(columns: readonly ColumnProposal[], line: number): Problem[] {
  const found = columns.flatMap(({ column, field }) => (field ? [`${column} → ${fieldInWords(field)}`] : []));
  return found.length > 0 ? [{ line, reason: `Deze kolommen herken ik wel: ${found.join(', ')}.` }] : [];
}
