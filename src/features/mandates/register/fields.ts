/** The columns of a register file, in the order in which Kompas writes them. */
export const entryColumns = [
  'id',
  'soort',
  'uit_mandaat',
  'activiteit',
  'registratie',
  'gebied',
  'rol',
  'houder',
  'vervanger',
  'organisatie',
  'grondslag',
  'publicatie',
  'limiet_eur',
  'vier_ogen',
  'ondermandaat_toegestaan',
  'voorwaarden',
  'geldig_van',
  'geldig_tot_en_met',
] as const;
/** Columns that a register file may have besides. */
export const extraColumns = ['vier_ogen_door', 'accounthouder'] as const;
export const areaColumns = ['code', 'naam', 'soort', 'ouder', 'aliassen'] as const;
export const tenureColumns = ['functie', 'persoon', 'van', 'tot_en_met'] as const;

/** All columns that an entry may have in a file. */
export const registerFields = [...entryColumns, ...extraColumns] as const;
export type RegisterField = (typeof registerFields)[number];

/** True for a column that is in a file only when an entry says something in it. */
export const isExtra = (field: RegisterField): boolean => extraColumns.some((extra) => extra === field);

export function isField(text: string): text is RegisterField {
  return registerFields.some((field) => field === text);
}
