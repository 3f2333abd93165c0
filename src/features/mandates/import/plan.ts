import type { CsvFile } from '../../../files/csv.ts';
import type { ListReading } from '../register/list-reading.ts';
import { registerOf } from '../register/records.ts';
import type { Register } from '../register/register.ts';
import type { KnownRegister } from '../register/store.ts';
import type { PlaceCell } from './areas.ts';
import { signatureOf } from './choose-columns.ts';
import { defaultsInWords } from './columns-in-words.ts';
import { repeatedColumns } from './file-columns.ts';
import type { ImportFiles } from './files.ts';
import { areaColumnOf, hasField, type ListColumns, listColumns } from './list-columns.ts';
import { readRows } from './list-rows.ts';
import { multiValueRegistrations } from './multi-value-cells.ts';
import { type ImportOptions, optionProblems } from './options.ts';
import type { ReadResult } from './problems.ts';
import type { ColumnProposal } from './propose-columns.ts';
import { readReferenceData } from './reference-data.ts';
import { inOneSpelling, spellingsInWords } from './spelling.ts';
import { type Summary, summarise } from './summary.ts';

/** What an import would do. */
export interface RegisterImportPlan {
  next: Register;
  summary: Summary;
  /** What was filled in or left as it was. */
  notes: string[];
  findings: string[];
  /** Of a list with columns of its own: what each column was taken for. */
  columns?: ColumnProposal[];
  /** What is remembered for the next list with these columns. */
  mapping?: { signature: string; of: ListReading };
}

/** Where in a file the list was found, when that does not go without saying. */
function placeInWords({ sheet, headingLine }: CsvFile): string[] {
  return [
    ...(sheet === undefined ? [] : [`Ik lees het blad ${sheet}.`]),
    ...(headingLine === undefined
      ? []
      : [`De kop staat in regel ${headingLine}. Wat daarboven staat, lees ik niet.`]),
  ];
}

/** What the cells of one column say; nothing for a column that is not there. */
const cellsIn = ({ rows }: CsvFile, column: string | undefined): PlaceCell[] =>
  column === undefined ? [] : rows.map(({ line, fields }) => ({ line, text: fields[column] ?? '' }));

/** What is remembered of how a list with columns of its own was read. */
function readingOf(file: CsvFile, { mapping, defaults }: ListColumns): RegisterImportPlan['mapping'] {
  if (!mapping) return undefined;
  const kind = hasField(mapping, 'soort') ? {} : { kind: defaults.kind };
  return { signature: signatureOf(file.columns), of: { mapping, ...kind } };
}

/**
 * What importing a register would do: the whole of it, or nothing with every wrong line named. A file with our own
 * column names is read strictly; of another list the columns are matched. Changes nothing itself.
 */
export function planImport(
  known: KnownRegister,
  files: ImportFiles,
  options: ImportOptions = {},
): ReadResult<RegisterImportPlan> {
  const file = files.register;
  const before = registerOf(known.records);
  const { municipality = '', findings = () => [] } = options;

  const wrong = [...optionProblems(options), ...repeatedColumns(file)];
  if (wrong.length > 0) return { problems: wrong };
  const columns = listColumns(file, options);
  if ('problems' in columns) return columns;
  const places = cellsIn(file, areaColumnOf(columns.mapping));
  const reference = readReferenceData(before, files, places, municipality.trim());
  if ('problems' in reference) return reference;
  const usesKnownAreas = !files.areas && before.areas.length > 0;
  const read = readRows(file, columns, reference, usesKnownAreas);
  if ('problems' in read) return read;

  const { areas, tenures } = reference;
  const { register: next, spellings } = inOneSpelling({ entries: read.entries, areas, tenures });
  return {
    next,
    summary: summarise(before, next),
    notes: [
      ...placeInWords(file),
      ...defaultsInWords(columns.mapping, columns.defaults),
      ...reference.notes,
      ...multiValueRegistrations(next.entries),
      ...read.notes,
    ],
    findings: [...spellingsInWords(spellings), ...findings(next)],
    columns: columns.columns,
    mapping: readingOf(file, columns),
  };
}
