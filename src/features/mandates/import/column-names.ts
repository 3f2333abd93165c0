import type { ColumnNames } from './column-called.ts';
import { onWhatTerms } from './columns-on-what-terms.ts';
import { whoAndWhat } from './columns-who-and-what.ts';

/** How municipalities call their columns; compared without capitals, accents, spaces and punctuation. */
export const columnNames: readonly ColumnNames[] = [...whoAndWhat, ...onWhatTerms];

/** Columns that municipalities have and the register has not; some look like others by a letter or two. */
export const otherNames: readonly string[] = [
  'mandaatgever',
  'mandaatverlener',
  'mandans',
  'mandant',
  'delegans',
  'delegant',
  'volmachtgever',
  'machtiginggever',
  'gemandateerd door',
  'namens',
  'verleend door',
  'bestuursorgaan',
  'bevoegd orgaan',
  'bevoegd bestuursorgaan',
];
