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
export const extraColumns = [
  'vier_ogen_door',
  'accounthouder',
  'eerdere_vervanger',
  'eerdere_vervanger_tot_en_met',
] as const;
export const areaColumns = ['code', 'naam', 'soort', 'ouder', 'aliassen'] as const;
export const tenureColumns = ['functie', 'persoon', 'van', 'tot_en_met'] as const;

/** All columns that an entry may have in a file. */
export const registerFields = [...entryColumns, ...extraColumns] as const;
export type RegisterField = (typeof registerFields)[number];

/** True for a column that is in a file only when an entry says something in it. */
export const isExtra = (field: RegisterField): boolean => extraColumns.some((extra) => extra === field);

/** What a column of a municipality's own list may be besides: it decides what becomes of a row, or is part of a field. */
const listOnly = [
  /** Whether the row counts: "van kracht", "ingetrokken", ja, nee. */
  'status',
  /** First day on which the row does not count any more, or a tick when it does not. */
  'vervallen_per',
  /** Others who are mandated, each for themselves, and further deputies in their order. */
  'houder_2',
  'houder_3',
  'vervanger_2',
  'vervanger_3',
  /** A limit in cents. */
  'limiet_cent',
] as const;
/**
 * Of these a list may have more columns, each about what stands behind the colon: ticks under a function
 * ("functie:Directeur"), a registration, an activity or an area; who does an activity ("houder:valideren") and who
 * stands in for them; an amount for a kind of order ("limiet_eur:levering").
 */
const detailed = [
  'functie',
  'registratie',
  'activiteit',
  'gebied',
  'houder',
  'vervanger',
  'limiet_eur',
] as const;
export type Detailed = (typeof detailed)[number];

/** What a column of a municipality's own list may be. */
export type ListField = RegisterField | (typeof listOnly)[number] | `${Detailed}:${string}`;

/** All of them as people choose from them. */
export const listFields: readonly string[] = [...registerFields, ...listOnly, 'functie:<naam>'];

/** What a column of which there may be more is about; undefined for any other column. */
export function detailOf(field: ListField | undefined, of: Detailed): string | undefined {
  return field?.startsWith(`${of}:`) ? field.slice(of.length + 1) : undefined;
}

export function isListField(text: string): text is ListField {
  const [before = '', ...behind] = text.split(':');
  return behind.length === 0
    ? isField(text) || listOnly.some((field) => field === text)
    : detailed.some((field) => field === before) && behind.join(':').trim() !== '';
}

export function isField(text: string): text is RegisterField {
  return registerFields.some((field) => field === text);
}
