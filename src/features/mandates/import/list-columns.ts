import { columnName } from '../../../files/csv.ts';
import { detailOf, type ListField, type RegisterField } from '../register/fields.ts';
import type { ColumnMapping, ListChoices, ListMapping } from '../register/list-reading.ts';
import type { EntryKind } from '../register/register.ts';
import type { ListDefaults } from './apply-columns.ts';
import { saysNone } from './cell-words.ts';
import { dateText, registrationText } from './cells.ts';
import { chooseColumns, mappingOf, missingFields, signatureOf } from './choose-columns.ts';
import { recognisedColumns } from './columns-in-words.ts';
import { withCrosses } from './crosses.ts';
import { withEnds } from './end-columns.ts';
import type { List } from './lists.ts';
import { type ImportOptions, listChoices } from './options.ts';
import { isOwnForm } from './own-form.ts';
import type { ReadResult } from './problems.ts';
import type { ColumnProposal } from './propose-columns.ts';
import { namesSeveral, type SheetMeaning, sheetMeaning } from './sheet-names.ts';
import { subHolders } from './sub-holders.ts';
import { isAmountCell, unreadInWords } from './unread-columns.ts';

/** How the columns of a list are read. */
export interface ListColumns {
  /** What each column is; undefined for a list in our own form. */
  mapping?: ListMapping;
  /** What each column was taken for. */
  columns?: ColumnProposal[];
  /** What was said of this list, now or the last time. */
  choices: ListChoices;
  /** What holds for the whole list, as far as it has no column for it. */
  defaults: Omit<ListDefaults, 'area'>;
  /** What the name of the sheet says, as far as nobody said otherwise. */
  sheet: SheetMeaning;
  notes: string[];
}

/** What surrounds a list in its file. */
export interface ListSurroundings {
  /** What stands outside the lists. */
  loose: readonly (readonly string[])[];
  isOneOfMore: boolean;
  /** The file has more lists that count, whether they are read now or not. */
  hasOthers: boolean;
}

/** "Levering", "Diensten", "Bedrag werken": an amount for one kind of order. */
const amountKind =
  /^(?:(?:max\.? ?|maximum ?)?(?:bedrag|limiet|plafond) )?(leveringen en diensten|diensten en leveringen|levering(?:en)?|dienst(?:en)?|werk(?:en)?|inhuur)$/;

const singular: Readonly<Record<string, string>> = {
  leveringen: 'levering',
  diensten: 'dienst',
  werken: 'werk',
};

/** True for a column with amounts and nothing else. */
const hasAmounts = ({ rows }: List, column: string) => {
  const texts = rows.map(({ fields }) => fields[column] ?? '').filter((text) => !saysNone(text));
  const isAmount = (text: string) => isAmountCell(text) || /^\d[\d.,]*$/.test(text);
  return texts.length > 0 && texts.every(isAmount);
};

/** Amounts for kinds of orders in columns of their own, in a list that has no other amount. */
function withAmounts(list: List, columns: readonly ColumnProposal[]): ColumnProposal[] {
  const found = columns.filter(
    ({ column, field, chosen }) => !field && !chosen && amountKind.test(column) && hasAmounts(list, column),
  );
  const isRead = columns.some(({ field }) => field === 'limiet_eur' || field === 'limiet_cent');
  const kinds = isRead || found.length < 2 ? [] : found;
  return columns.map((proposal): ColumnProposal => {
    const kind = kinds.includes(proposal) ? amountKind.exec(proposal.column)?.[1] : undefined;
    return kind
      ? { column: proposal.column, field: `limiet_eur:${singular[kind] ?? kind}`, sure: false }
      : proposal;
  });
}

/** One column of deputies beside several of who does what: for whom they stand in is not known. */
function withoutLooseDeputies(columns: readonly ColumnProposal[]): {
  columns: ColumnProposal[];
  notes: string[];
} {
  const doers = columns.flatMap(({ field }) => detailOf(field, 'houder') ?? []);
  const loose = columns.filter(({ field }) => field === 'vervanger');
  if (doers.length < 2 || loose.length === 0) return { columns: [...columns], notes: [] };
  return {
    columns: columns.map((one) => (loose.includes(one) ? { column: one.column, sure: one.sure } : one)),
    notes: loose.map(
      ({ column }) =>
        `Let op: ik weet niet voor wie de vervangers onder ${column} zijn en lees ze niet. Zeg het met bijvoorbeeld --kolom "${column}=vervanger:${doers.at(-1)}".`,
    ),
  };
}

/**
 * What the columns of a list are: those of our own form when it has them, else as somebody chose, else as remembered or
 * proposed. The options have to be right.
 */
export function listColumns(
  list: List,
  options: ImportOptions,
  { loose, isOneOfMore, hasOthers }: ListSurroundings,
): ReadResult<ListColumns> {
  const { columns: names, headingLine } = list;
  const remembered = options.remembered?.(signatureOf(names));
  const chosen = Object.entries(options.choices ?? {}).filter(([name]) => names.includes(columnName(name)));
  if (isOwnForm(names) && chosen.length === 0) {
    const given = { kind: options.kind as EntryKind | undefined, from: dayOf(options.from) };
    return { defaults: given, choices: {}, sheet: {}, notes: [] };
  }
  const choices = listChoices(options, remembered);
  const proposed = chooseColumns(names, Object.fromEntries(chosen), remembered?.mapping);
  const crosses = withCrosses(list, proposed, loose);
  if (crosses.problems.length > 0) return { problems: crosses.problems };
  const isSaid = (column: string) => chosen.some(([name]) => columnName(name) === column);
  const ends = withEnds(list, withAmounts(list, crosses.columns), isSaid);
  const { columns, notes } = withoutLooseDeputies(ends.columns);
  const mapping = mappingOf(columns);
  const has = (field: RegisterField) => hasColumn(mapping, field);
  const meant = sheetMeaning(list, has, hasOthers);
  const given = registrationOf(options.registration, choices.registration, meant, isOneOfMore);
  const sheet = given === meant.registration ? meant : { organisation: meant.organisation };
  if (given === undefined && !has('registratie') && namesSeveral(list.sheet ?? '')) {
    const reason = `Blad ${list.sheet} noemt meer dan één registratie, en heeft er geen kolom voor. Zet er een kolom registratie in. Geldt alles voor elke registratie? Geef --registratie alle.`;
    return { problems: [{ line: headingLine, reason }] };
  }
  const unclear = [
    ...ends.problems.map((reason) => ({ line: headingLine, reason })),
    ...subHolders(list, columns, isSaid),
  ];
  if (unclear.length > 0) return { problems: unclear };
  const defaults = {
    kind: choices.kind as EntryKind | undefined,
    from: dayOf(choices.from),
    registration: given === undefined ? undefined : registrationText(given),
    activity: choices.activity,
    organisation: sheet.organisation,
  };
  const lacking = missingFields(mapping, defaults, headingLine);
  if (lacking.length > 0) return { problems: [...lacking, ...recognisedColumns(columns, headingLine)] };
  return {
    mapping,
    columns,
    choices,
    defaults,
    sheet,
    notes: [...crosses.notes, ...ends.notes, ...notes, ...unreadInWords(list, columns, isSaid)],
  };
}

/**
 * The registration of a whole list: what is said now, the name of its sheet, what was said before, its title. Of more
 * lists in a file each keeps the name of its sheet.
 */
function registrationOf(
  now: string | undefined,
  before: string | undefined,
  { registration, isTitle }: SheetMeaning,
  isOneOfMore: boolean,
): string | undefined {
  const name = isTitle ? undefined : registration;
  return isOneOfMore ? (name ?? now ?? before ?? registration) : (now ?? name ?? before ?? registration);
}

const dayOf = (text: string | undefined) => (text === undefined ? undefined : dateText(text));

/** True when a column of a list says something of a field. */
function hasColumn(mapping: ListMapping, field: RegisterField): boolean {
  const isAbout = (one: ListField) => one === field || one.startsWith(`${field}:`);
  return Object.values(mapping).some(isAbout);
}

/** What of the choices is worth keeping: what the columns of the list do not say themselves. */
export function keptChoices({ mapping = {}, choices }: ListColumns): ListChoices {
  const has = (field: RegisterField) => hasColumn(mapping, field);
  return {
    kind: has('soort') ? undefined : choices.kind,
    from: has('geldig_van') ? undefined : choices.from,
    registration: has('registratie') ? undefined : choices.registration,
    activity: has('activiteit') ? undefined : choices.activity,
    fillDown: choices.fillDown,
    empty: choices.empty,
    status: choices.status,
  };
}

/** True when a list has a column for a field; one in our own form has them all. */
export const hasField = (mapping: ColumnMapping | undefined, field: RegisterField): boolean =>
  mapping === undefined || Object.values(mapping).includes(field);
