import { type CsvFile, columnName, type HeadingScore, type Problem, type UnreadCsv } from '../files/csv.ts';
import { unguarded } from '../files/write-csv.ts';
import { readList } from '../files/xlsx.ts';
import { type ImportedPerson, readPeople, requiredColumns } from './import-rules.ts';

/** Recognises the heading of a list of people: who, where and what they may. A title may stand above it. */
export const peopleHeading: HeadingScore = (cells) => {
  const names = new Set(cells.map(columnName));
  const found = requiredColumns.filter((name) => names.has(name)).length;
  return names.has('toegang') && found > requiredColumns.length / 2 ? found : 0;
};

/** What is wrong with a file that has lines of the wrong length: those, and whatever is wrong in the others. */
function problemsOf({ problems, rest }: UnreadCsv): Problem[] {
  const read: ReturnType<typeof readPeople> =
    rest && rest.rows.length > 0 ? readPeople(unguarded(rest)) : { people: [] };
  return [...problems, ...('problems' in read ? read.problems : [])].sort((a, b) => a.line - b.line);
}

/** Reads people from a CSV or Excel file, also one that was exported. All lines are right, or every wrong one is named. */
export async function readPeopleFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ people: ImportedPerson[] } | { problems: Problem[] }> {
  const file: CsvFile | UnreadCsv = await readList(bytes, name, {
    score: peopleHeading,
    choose: 'Zet de mensen op één blad.',
  });
  return 'problems' in file ? { problems: problemsOf(file) } : readPeople(unguarded(file));
}
