import type { CsvFile, HeadingScore, Problem } from '../../../files/csv.ts';
import { readList, type Wanted } from '../../../files/xlsx.ts';
import type { ColumnChoices } from './choose-columns.ts';
import { areaHeading, entryHeading, tenureHeading } from './heading.ts';
import { longCells } from './lengths.ts';
import { problemsOf, referenceProblems } from './problems.ts';

/** One file as it came in; the name tells only whether it claims to be Excel. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** The files of one import: a whole register, and what goes with it. */
export interface ImportFiles<T = CsvFile> {
  register: T;
  /** Without it the areas that Kompas knows stay, or follow from the list when it knows none. */
  areas?: T;
  /** Without it the functions that Kompas knows stay. */
  tenures?: T;
}

/** How to find the list in a file of which whoever imports knows more. */
export interface WhereToLook {
  /** What own columns are: a row with these names is the heading. */
  choices?: ColumnChoices;
  /** The sheet of the register. */
  sheet?: string;
}

/**
 * Reads the files themselves, CSV or Excel; problems name the file they are in. `rest` are the files without the lines
 * of the register that could not be read, to look for what else is wrong.
 */
export async function readFiles(
  uploads: ImportFiles<Upload>,
  { choices, sheet }: WhereToLook = {},
): Promise<{ files: ImportFiles } | { problems: Problem[]; rest?: ImportFiles }> {
  const checked = async (upload: Upload, wanted: Wanted) => {
    const file = await readList(upload.bytes, upload.name, wanted);
    const problems = 'problems' in file ? [] : longCells(file);
    return problems.length > 0 ? { problems } : file;
  };
  const read = async (upload: Upload | undefined, score: HeadingScore) =>
    upload && (await checked(upload, { score, choose: 'Zet de lijst in een eigen bestand.' }));
  const choose = 'Kies er één met --blad, bijvoorbeeld --blad "Mandaten".';
  const [register, areas, tenures] = [
    await checked(uploads.register, { score: entryHeading(choices), sheet, choose }),
    await read(uploads.areas, areaHeading),
    await read(uploads.tenures, tenureHeading),
  ];
  const problems = [...problemsOf(register), ...referenceProblems(areas, tenures)];
  if ((areas && 'problems' in areas) || (tenures && 'problems' in tenures)) return { problems };
  if ('problems' in register) {
    return { problems, rest: register.rest && { register: register.rest, areas, tenures } };
  }
  return { files: { register, areas, tenures } };
}
