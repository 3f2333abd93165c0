import {
  type Area,
  type Register,
  type RegisterEntry,
  type Tenure,
  tenureKey,
} from '../register/register.ts';
import { areaCells, areaText, entryCells, tenureCells } from './write.ts';

/** A field that became different, with both texts as they stand in a file. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

/** What became different between two lists of one kind. */
export interface Difference<T> {
  added: T[];
  changed: { before: T; after: T; fields: FieldChange[] }[];
  gone: T[];
  same: number;
}

/** What became different between two registers. */
export interface Summary {
  entries: Difference<RegisterEntry>;
  areas: Difference<Area>;
  tenures: Difference<Tenure>;
  /** How an entry's area is called, in the register where it stands. */
  areaName: (code: string) => string;
}

const EXAMPLES = 20;

function compared<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  cellsOf: (item: T) => Record<string, string>,
): Difference<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  const difference: Difference<T> = { added: [], changed: [], gone: [], same: 0 };
  for (const item of after) {
    const was = old.get(keyOf(item));
    if (was === undefined) {
      difference.added.push(item);
      continue;
    }
    const from = cellsOf(was);
    const changes = Object.entries(cellsOf(item))
      .filter(([field, text]) => from[field] !== text)
      .map(([field, to]) => ({ field, from: from[field] ?? '', to }));
    if (changes.length > 0) difference.changed.push({ before: was, after: item, fields: changes });
    else difference.same += 1;
  }
  difference.gone = before.filter((item) => !now.has(keyOf(item)));
  return difference;
}

/**
 * What became different from one register to the next: entries by id, areas by code, functions by who and since when.
 */
export function summarise(before: Register, after: Register): Summary {
  const names = [areaText(after.areas), areaText(before.areas)];
  return {
    entries: compared(
      before.entries,
      after.entries,
      ({ id }) => id,
      (entry) => entryCells(entry, entry.area),
    ),
    areas: compared(before.areas, after.areas, ({ code }) => code, areaCells),
    tenures: compared(before.tenures, after.tenures, tenureKey, tenureCells),
    areaName: (code) => names.map((name) => name(code)).find((name) => name !== code) ?? code,
  };
}

const touched = <T>({ added, changed, gone }: Difference<T>) => added.length + changed.length + gone.length;

/** True when both registers say the same. */
export function isUnchanged({ entries, areas, tenures }: Summary): boolean {
  return touched(entries) + touched(areas) + touched(tenures) === 0;
}

/** How many of each kind, in a few words. */
function counts<T>(name: string, { added, changed, gone, same }: Difference<T>): string {
  return `${name}: ${added.length} nieuw, ${changed.length} gewijzigd, ${gone.length} weg, ${same} gelijk.`;
}

function examples<T>(items: readonly T[], mark: string, words: (item: T) => string, most: number): string[] {
  const rest = items.length - most;
  return [
    ...items.slice(0, most).map((item) => `  ${mark}: ${words(item)}`),
    ...(rest > 0 ? [`  ${mark}: en nog ${rest}. Alles zien? Geef --alles.`] : []),
  ];
}

function changedWords<T>(
  { after, fields }: Difference<T>['changed'][number],
  idOf: (item: T) => string,
  show: (change: FieldChange) => FieldChange,
): string {
  const words = fields
    .map(show)
    .map(({ field, from, to }) => `${field}: ${from || 'leeg'} → ${to || 'leeg'}`)
    .join('; ');
  return `${idOf(after)} · ${words}`;
}

function inLines<T>(
  name: string,
  difference: Difference<T>,
  words: (item: T) => string,
  idOf: (item: T) => string,
  most: number,
  show: (change: FieldChange) => FieldChange = (change) => change,
): string[] {
  const changed = (item: Difference<T>['changed'][number]) => changedWords(item, idOf, show);
  return [
    counts(name, difference),
    ...examples(difference.added, 'nieuw', words, most),
    ...examples(difference.changed, 'gewijzigd', changed, most),
    ...examples(difference.gone, 'weg', words, most),
  ];
}

/** What stands in each line about what became different. */
function wordsOf({ areaName }: Summary) {
  return {
    entry: ({ id, activity, registration, area, holder }: RegisterEntry) =>
      `${id} · ${[activity, registration].filter(Boolean).join(' ')} in ${areaName(area)}: ${holder}`,
    area: ({ code, name }: Area) => `${code} · ${name}`,
    tenure: ({ function: name, person, from, until }: Tenure) =>
      `${name} · ${person}, ${from} t/m ${until ?? 'open'}`,
    byName: (change: FieldChange): FieldChange =>
      change.field === 'gebied'
        ? { field: change.field, from: areaName(change.from), to: areaName(change.to) }
        : change,
  };
}

/** The difference in short Dutch lines: how many, and at most 20 examples of each, or all of them. */
export function summaryInWords(summary: Summary, isWhole = false): string[] {
  const most = isWhole ? Number.POSITIVE_INFINITY : EXAMPLES;
  if (isUnchanged(summary)) return ['Er verandert niets.'];
  const { entries, areas, tenures } = summary;
  const words = wordsOf(summary);
  return [
    ...inLines('Mandaten', entries, words.entry, ({ id }) => id, most, words.byName),
    ...(touched(areas) > 0 ? inLines('Gebieden', areas, words.area, ({ code }) => code, most) : []),
    ...(touched(tenures) > 0
      ? inLines(
          'Functies',
          tenures,
          words.tenure,
          ({ function: name, person }) => `${name} · ${person}`,
          most,
        )
      : []),
  ];
}

/** The columns that stand in a line without their name. */
const named = [
  'id',
  'activiteit',
  'registratie',
  'gebied',
  'houder',
  'code',
  'naam',
  'functie',
  'persoon',
  'van',
  'tot_en_met',
];

/** What is new, whole: whoever decides on it as the second person sees nothing less than what is registered. */
const inFull = (short: string, cells: Record<string, string>): string =>
  [
    short,
    ...Object.entries(cells)
      .filter(([column, text]) => text !== '' && !named.includes(column))
      .map(([column, text]) => `${column}: ${text}`),
  ].join('; ');

/** All that became different, under a heading each: what goes first, then what changes and what is new. */
export function changesInWords(summary: Summary): { title: string; lines: string[] }[] {
  const { entries, areas, tenures } = summary;
  const words = wordsOf(summary);
  const part = <T>(
    name: string,
    { added, changed, gone }: Difference<T>,
    one: (item: T) => string,
    idOf: (item: T) => string,
    cellsOf: (item: T) => Record<string, string>,
  ) => [
    { title: `${name}: gaat weg`, lines: gone.map(one) },
    { title: `${name}: wijzigt`, lines: changed.map((item) => changedWords(item, idOf, words.byName)) },
    { title: `${name}: nieuw`, lines: added.map((item) => inFull(one(item), cellsOf(item))) },
  ];
  return [
    ...part(
      'Mandaten',
      entries,
      words.entry,
      ({ id }) => id,
      (entry) => entryCells(entry, entry.area),
    ),
    ...part('Gebieden', areas, words.area, ({ code }) => code, areaCells),
    ...part(
      'Functies',
      tenures,
      words.tenure,
      ({ function: name, person }) => `${name} · ${person}`,
      tenureCells,
    ),
  ];
}

/** How many of a kind are new, changed, gone and the same. */
export function countsInWords(summary: Summary): { title: string; value: string }[] {
  const part = <T>(title: string, { added, changed, gone, same }: Difference<T>) => ({
    title,
    value: `${added.length} nieuw, ${changed.length} gewijzigd, ${gone.length} weg, ${same} gelijk`,
  });
  const { entries, areas, tenures } = summary;
  return [
    part('Mandaten', entries),
    ...(touched(areas) > 0 ? [part('Gebieden', areas)] : []),
    ...(touched(tenures) > 0 ? [part('Functies', tenures)] : []),
  ];
}

/** The difference in a few words, for the log: no names. */
export function summaryInShort({ entries, areas, tenures }: Summary): string {
  const short = <T>(name: string, { added, changed, gone }: Difference<T>) =>
    `${name} ${added.length} nieuw, ${changed.length} gewijzigd, ${gone.length} weg`;
  return [
    short('mandaten', entries),
    ...(touched(areas) > 0 ? [short('gebieden', areas)] : []),
    ...(touched(tenures) > 0 ? [short('functies', tenures)] : []),
  ].join('; ');
}
