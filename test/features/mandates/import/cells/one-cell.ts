import type { ListDefaults } from '../../../../../src/features/mandates/import/apply-columns.ts';
import { readRows } from '../../../../../src/features/mandates/import/list-rows.ts';
import type { ColumnMapping } from '../../../../../src/features/mandates/register/list-reading.ts';
import type { Area, RegisterEntry, Tenure } from '../../../../../src/features/mandates/register/register.ts';

export const areas: Area[] = [
  { code: 'G1', name: 'Zandhoven', kind: 'gemeente', aliases: [] },
  { code: 'Z01', name: 'Noord', kind: 'wijk', parent: 'G1', aliases: ['Bovenstad'] },
  { code: 'Z02', name: 'Zuid', kind: 'wijk', parent: 'G1', aliases: [] },
  { code: 'Z03', name: 'Bos en Lommer', kind: 'wijk', parent: 'G1', aliases: [] },
  { code: 'B1', name: 'Molenhoek', kind: 'buurt', parent: 'Z01', aliases: [] },
];

/** What a list comes down to: its entries, or every reason why not, and how doubtful cells were read. */
export interface ReadList {
  entries: RegisterEntry[];
  refused: string[];
  notes: string[];
}

const columns = {
  nr: 'id',
  bevoegdheid: 'activiteit',
  gemandateerde: 'houder',
  soort: 'soort',
  uit: 'uit_mandaat',
  registratie: 'registratie',
  wijk: 'gebied',
  vervanger: 'vervanger',
  bedrag: 'limiet_eur',
  ondermandaat: 'ondermandaat_toegestaan',
  'vier ogen': 'vier_ogen',
  voorwaarden: 'voorwaarden',
  ingangsdatum: 'geldig_van',
  einddatum: 'geldig_tot_en_met',
} as const satisfies ColumnMapping;
export type Column = keyof typeof columns;
export type Cells = Partial<Record<Column, string>>;

/** Reads rows under the columns that they have, in line 2 and further. */
export function readList(
  rows: readonly Cells[],
  more: Partial<ListDefaults> & { tenures?: Tenure[]; areas?: Area[] } = {},
): ReadList {
  const used = (Object.keys(columns) as Column[]).filter((name) => rows.some((row) => name in row));
  const mapping: ColumnMapping = Object.fromEntries(used.map((name) => [name, columns[name]]));
  const ownMapping: ColumnMapping = Object.fromEntries(used.map((name) => [columns[name], columns[name]]));
  const { tenures = [], areas: places = areas, emptyArea, emptyRegistration, ...defaults } = more;
  const file = {
    columns: used.map((name) => columns[name]),
    rows: rows.map((fields, n) => ({
      line: n + 2,
      fields: Object.fromEntries(used.map((name) => [columns[name], fields[name] ?? ''])),
    })),
  };
  const empty = {
    ...(emptyArea ? { wijk: 'hele gemeente' } : {}),
    ...(emptyRegistration ? { registratie: 'alle' } : {}),
  };
  const list = {
    columns: {
      mapping,
      choices: { empty },
      defaults: { kind: 'mandaat' as const, from: '2026-01-01', ...defaults },
      sheet: {},
      notes: [],
    },
    settled: { file, mapping: ownMapping, notes: [], problems: [] },
  };
  const context = {
    usesKnownAreas: false,
    idsElsewhere: [],
    kept: new Set<string>(),
    isNumberedBySheet: false,
  };
  const read = readRows([list], { areas: places, tenures, notes: [] }, context);
  return 'problems' in read
    ? { entries: [], refused: read.problems.map(({ line, reason }) => `${line}: ${reason}`), notes: [] }
    : { ...read, refused: [] };
}

/** One row with one odd cell in it. */
export const readCell = (column: Column, cell: string, beside: Cells = {}): ReadList =>
  readList([
    { nr: '1', bevoegdheid: 'ontheffing verlenen', gemandateerde: 'Jan Wit', ...beside, [column]: cell },
  ]);
