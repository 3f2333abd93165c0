import type { ListField, RegisterField } from './fields.ts';

/** Which field of ours each column is. */
export type ColumnMapping = Readonly<Record<string, RegisterField>>;

/** What each own column of a list is; a column that is not in it is not read. */
export type ListMapping = Readonly<Record<string, ListField>>;

/** What somebody said about a list, besides what its columns are. */
export interface ListChoices {
  /** What holds for everything in a list that has no column for it. */
  kind?: string;
  /** First day, as it was typed. */
  from?: string;
  registration?: string;
  activity?: string;
  /** Columns of which an empty cell says the same as the one above. */
  fillDown?: string[];
  /** What an empty cell of a column stands for. */
  empty?: Readonly<Record<string, string>>;
  /** Whether a row with this in its column of the status counts: ja or nee. */
  status?: Readonly<Record<string, string>>;
}

/** How a list was read: its columns, and what was said about it. */
export interface ListReading extends ListChoices {
  mapping: ListMapping;
}
