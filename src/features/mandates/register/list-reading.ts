import type { RegisterField } from './fields.ts';

/** Which field of ours each own column is; a column that is not in it is not read. */
export type ColumnMapping = Readonly<Record<string, RegisterField>>;

/** How a list was read: its columns, and the kind that was named for a list without a column for it. */
export interface ListReading {
  mapping: ColumnMapping;
  kind?: string;
}
