import type { CsvFile } from '../../../files/csv.ts';
import type { Register } from '../register/register.ts';
import { type ReadResult, referenceProblems } from './problems.ts';
import { readAreas } from './read-areas.ts';
import { readEntries } from './read-entries.ts';
import { readTenures } from './read-tenures.ts';

/** A register from its files; problems name the file they are in. */
export function readRegister(
  entries: CsvFile,
  areas: CsvFile,
  tenures?: CsvFile,
): ReadResult<{ register: Register }> {
  const places = readAreas(areas);
  const functions = tenures ? readTenures(tenures) : { tenures: [] };
  if ('problems' in places || 'problems' in functions)
    return { problems: referenceProblems(places, functions) };
  const read = readEntries(entries, places.areas);
  return 'problems' in read
    ? read
    : { register: { entries: read.entries, areas: places.areas, tenures: functions.tenures } };
}
