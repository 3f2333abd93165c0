import type { Weekday } from '../calendar/weekdays.ts';
import { type CsvFile, columnName, type HeadingScore } from '../files/csv.ts';
import { dayNamed } from '../language/workdays.ts';
import { daysInCell } from './days-in-cells.ts';
import { doubtful, fieldWords, headingKey, headings, type ListField, listFields } from './list-headings.ts';
import { rightsInCell, roleInCell, yesOrNo } from './list-words.ts';
import { guestMark } from './person.ts';

/** An answer that no column is what was asked for. */
export const NO_COLUMN = '-';
/** An answer that the e-mail address is what tells people apart, where a list has no number of its own. */
export const BY_ADDRESS = '@';

/** Which column is what, as somebody chose it, by the field. */
export type ColumnChoices = Readonly<Partial<Record<ListField, string>>>;

/** A column that somebody has to point out. */
export interface ColumnAsk {
  field: ListField;
  /** The columns that it may be. */
  columns: readonly string[];
  /** True where none of them looks like it. */
  isMissing: boolean;
}

/** Which column of a list is what. */
export interface ListColumns {
  columns: Partial<Record<ListField, string>>;
  /** Columns of a day each, such as `ma` and `di`. */
  days: readonly { column: string; day: Weekday }[];
  /** The name is the family name alone: the first name stands beside it. */
  isFamilyName: boolean;
  /** People go by their address, since they have no number. */
  byAddress: boolean;
  asks: readonly ColumnAsk[];
  /** With something in them, and not read. */
  unread: readonly string[];
}

const hasAddress = (cell: string) => /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(cell.replace(guestMark, ''));

/** What a cell of a day says: a tick, yes or no, or how many hours. */
export function worksInCell(cell: string): boolean | undefined {
  const said = yesOrNo(cell);
  if (said !== undefined) return said;
  if (/^(?:vrij|roostervrij)$/i.test(cell.trim())) return false;
  const hours = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:u|uur)?$/i.exec(cell.trim())?.[1];
  return hours === undefined ? undefined : Number(hours.replace(',', '.')) > 0;
}

/** How many of the cells that have something are as they should be: 1 is all of them. */
function share(cells: readonly string[], isOne: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(isOne).length / filled.length;
}

/** Whether what stands in a column makes it likely to be this field, where its heading alone does not tell. */
const holds: Partial<Record<ListField, (cells: readonly string[]) => boolean>> = {
  email: (cells) => share(cells, hasAddress) >= 0.5,
  ibro_rol: (cells) => share(cells, (cell) => roleInCell(cell) !== undefined) === 1,
  tweede_rol: (cells) => share(cells, (cell) => roleInCell(cell) !== undefined) === 1,
  toegang: (cells) => share(cells, (cell) => rightsInCell(cell) !== undefined) === 1,
  werkdagen: (cells) => share(cells, (cell) => daysInCell(cell) !== undefined) >= 0.5,
};

/** A column of names of managers is none of who is one. */
const isYesOrNo = (cells: readonly string[]) =>
  cells.every((cell) => cell.trim() === '') || share(cells, (cell) => yesOrNo(cell) !== undefined) >= 0.5;

/** The headings that say each field, a list in Kompas' own form included. */
const says = (field: ListField, column: string) =>
  column === field || headings[field].includes(headingKey(column));

/**
 * Recognises the heading of a list of people as organisations keep it: an address, a name, and a number or a team. Gives how many
 * columns of it are known. A title may stand above it.
 */
export const peopleListHeading: HeadingScore = (cells) => {
  const names = [...new Set(cells.map(columnName))];
  const found = listFields.filter((field) =>
    names.some((name) => says(field, name) && !doubtful.includes(headingKey(name))),
  );
  const has = (field: ListField) => found.includes(field);
  const isOne = has('email') && (has('naam') || has('achternaam')) && (has('id') || has('team'));
  return isOne ? found.length : 0;
};

/** Finds which column is what by its heading, and by what stands in it where that does not tell; asks where two fit. */
export function columnsOf({ columns: all, rows }: CsvFile, chosen: ColumnChoices): ListColumns {
  const named = [...new Set(all)].filter((column) => column !== '');
  const cellsOf = (column: string) => rows.map(({ fields }) => fields[column] ?? '');
  const columns: Partial<Record<ListField, string>> = {};
  const asks: ColumnAsk[] = [];
  const isTaken = (column: string) => Object.values(columns).includes(column);

  function candidates(field: ListField): string[] {
    const fitting = named.filter((column) => {
      if (isTaken(column) || !says(field, column)) return false;
      if (field === 'leidinggevende') return isYesOrNo(cellsOf(column));
      if (column === field) return true;
      return !doubtful.includes(headingKey(column)) || (holds[field]?.(cellsOf(column)) ?? true);
    });
    const exact = fitting.filter((column) => column === field);
    if (exact.length > 0 || fitting.length < 2) return exact.length > 0 ? exact : fitting;
    const likely = fitting.filter((column) => holds[field]?.(cellsOf(column)) ?? true);
    const left = likely.length > 0 ? likely : fitting;
    // Columns that say the same of everybody are one.
    const texts = new Set(left.map((column) => JSON.stringify(cellsOf(column)).toLowerCase()));
    return texts.size === 1 ? left.slice(0, 1) : left;
  }

  for (const field of listFields) {
    const choice = chosen[field];
    if (choice !== undefined && named.includes(choice)) columns[field] = choice;
  }
  for (const field of listFields) {
    if (columns[field] !== undefined || chosen[field] === NO_COLUMN) continue;
    const [only, ...more] = candidates(field);
    if (only === undefined) continue;
    if (more.length === 0) columns[field] = only;
    else asks.push({ field, columns: [only, ...more], isMissing: false });
  }

  const byAddress = columns.id === undefined && chosen.id === BY_ADDRESS;
  const { naam, voornaam, achternaam } = columns;
  const isFamilyName =
    naam !== undefined &&
    voornaam !== undefined &&
    achternaam === undefined &&
    share(
      rows.map(({ fields }) => JSON.stringify([fields[naam], fields[voornaam]])),
      (pair) => {
        const [name = '', first = ''] = JSON.parse(pair) as string[];
        return name.toLowerCase().includes(first.toLowerCase());
      },
    ) < 0.5;
  const isWhole = naam !== undefined && !isFamilyName;
  if (isWhole)
    for (const part of ['voornaam', 'voorletters', 'tussenvoegsel', 'achternaam'] as const)
      delete columns[part];

  const days =
    columns.werkdagen === undefined && !asks.some(({ field }) => field === 'werkdagen')
      ? named.flatMap((column) => {
          const day = isTaken(column) ? undefined : dayNamed(column);
          return day && share(cellsOf(column), (cell) => worksInCell(cell) !== undefined) >= 0.5
            ? [{ column, day }]
            : [];
        })
      : [];
  const ofDays = days.length > 1 ? days : [];

  const isUsed = (column: string) => isTaken(column) || ofDays.some((one) => one.column === column);
  const free = named.filter((column) => !isUsed(column));
  const isAsked = (field: ListField) => asks.some((ask) => ask.field === field);
  const hasName = naam !== undefined || achternaam !== undefined || isAsked('naam') || isAsked('achternaam');
  const missing = (['id', 'naam', 'email', 'team'] as const).filter((field) => {
    if (field === 'naam') return !hasName;
    return columns[field] === undefined && !isAsked(field) && !(field === 'id' && byAddress);
  });
  // What is asked already is not guessed at for another field.
  const ofNone = free.filter((column) => !asks.some((ask) => ask.columns.includes(column)));
  return {
    columns,
    days: ofDays,
    isFamilyName,
    byAddress,
    asks: [
      ...missing.map((field) => ({ field, columns: ofNone, isMissing: true })),
      ...asks.filter(({ field }) => !(isWhole && (field === 'voornaam' || field === 'achternaam'))),
    ],
    unread: free.filter((column) => cellsOf(column).some((cell) => cell.trim() !== '')),
  };
}

/** What a card asks about a column. */
export const askWords = ({ field }: Pick<ColumnAsk, 'field'>): string =>
  `Welke kolom is voor ${fieldWords[field]}?`;
