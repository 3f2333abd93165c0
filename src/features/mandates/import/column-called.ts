import type { ListField } from '../register/fields.ts';

/** How municipalities call one column. */
export interface ColumnNames {
  field: ListField;
  /** What municipalities call it; earlier names win from later ones. */
  sure: string[];
  /** What may also mean something else. */
  perhaps?: string[];
}
