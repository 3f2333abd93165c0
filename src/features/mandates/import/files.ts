import type { CsvFile, HeadingScore, Problem } from '../../../files/csv.ts';
import { readList, readTables } from '../../../files/xlsx.ts';
import type { ColumnChoices } from './choose-columns.ts';
import { areaHeading, entryHeading, tenureHeading } from './heading.ts';
import { longCells } from './lengths.ts';
import { listsIn, problemsWithPlaces, type RegisterLists } from './lists.ts';
import { problemsOf, referenceProblems } from './problems.ts';

/** One file as it came in; the name tells only whether it claims to be Excel. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** The files of one import: a whole register, and what goes with it. */
export interface ImportFiles<Register = RegisterLists, Other = CsvFile> {
  register: Register;
  /** Without it the areas that Kompas knows stay, or follow from the list when it knows none. */
  areas?: Other;
  /** Without it the functions that Kompas knows stay. */
  tenures?: Other;
}

/** How to find the lists in a file of which whoever imports knows more. */
export interface WhereToLook {
  /** What own columns are: a row with these names is the heading. */
  choices?: ColumnChoices;
  /** The sheets of the register; all of them when none is named. */
  sheets?: readonly string[];
}

/** The lists of a register in its file. */
async function readLists(
  { bytes, name }: Upload,
  { choices, sheets }: WhereToLook,
): Promise<RegisterLists | { problems: Problem[] }> {
  const score = entryHeading(choices);
  const tables = await readTables(bytes, name, score);
  if ('problems' in tables) return tables;
  const found = listsIn(tables, score, sheets);
  if ('problems' in found) return found;
  const long = problemsWithPlaces(found.lists.flatMap(longCells), found.lists);
  return long.length > 0 ? { problems: long } : found;
}

/** Reads the files themselves, CSV or Excel; problems name the file they are in. */
export async function readFiles(
  uploads: ImportFiles<Upload, Upload>,
  where: WhereToLook = {},
): Promise<{ files: ImportFiles } | { problems: Problem[] }> {
  const read = async (upload: Upload | undefined, score: HeadingScore) => {
    if (!upload) return undefined;
    const file = await readList(upload.bytes, upload.name, {
      score,
      choose: 'Zet de lijst in een eigen bestand.',
    });
    const problems = 'problems' in file ? [] : longCells(file);
    return problems.length > 0 ? { problems } : file;
  };
  const [register, areas, tenures] = [
    await readLists(uploads.register, where),
    await read(uploads.areas, areaHeading),
    await read(uploads.tenures, tenureHeading),
  ];
  const problems = [...problemsOf(register), ...referenceProblems(areas, tenures)];
  if ('problems' in register || (areas && 'problems' in areas) || (tenures && 'problems' in tenures))
    return { problems };
  return { files: { register, areas, tenures } };
}
