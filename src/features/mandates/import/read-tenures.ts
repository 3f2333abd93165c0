import type { CsvFile } from '../../../files/csv.ts';
import { unguarded } from '../../../files/write-csv.ts';
import { tenureColumns } from '../register/fields.ts';
import { type Tenure, tenureKey } from '../register/register.ts';
import { dateText, endDateText, isDay } from './cells.ts';
import { columnProblems } from './file-columns.ts';
import { longName } from './lengths.ts';
import type { ReadResult } from './problems.ts';
import { firstBy, type ListRow } from './rows.ts';

/** One tenure as its row says it, with the row's line. */
interface TenureRow {
  line: number;
  tenure: Tenure;
}

function rowOf({ line, fields }: ListRow): TenureRow {
  const { functie = '', persoon = '', van = '', tot_en_met = '' } = fields;
  const until = endDateText(tot_en_met) || undefined;
  return { line, tenure: { function: functie, person: persoon, from: dateText(van), until } };
}

/** What is wrong with a tenure; `first` is the row that says the same first. */
function wrongInRow({ tenure }: TenureRow, first: TenureRow | undefined): string[] {
  const { function: name, person, from, until } = tenure;
  const noDate = 'is geen datum (dd-mm-jjjj of jjjj-mm-dd)';
  return [
    ...[longName('functie', name), longName('persoon', person)].flatMap((reason) => reason ?? []),
    ...(name === '' ? ['functie is leeg.'] : []),
    ...(person === '' ? ['persoon is leeg.'] : []),
    ...(name !== '' && name === person ? [`functie en persoon zijn allebei ${name}.`] : []),
    ...(isDay(from) ? [] : [from ? `van ${from} ${noDate}.` : 'van is leeg.']),
    ...(until === undefined || isDay(until) ? [] : [`tot_en_met ${until} ${noDate}.`]),
    ...(until !== undefined && until < from ? [`tot_en_met ${until} ligt vóór van ${from}.`] : []),
    ...(first && first.tenure !== tenure
      ? [`${person} staat met deze functie en dag ook in regel ${first.line}.`]
      : []),
  ];
}

/** Who holds which function from when to when; a function may stand there often, also with two people at a time. */
export function readTenures(file: CsvFile): ReadResult<{ tenures: Tenure[] }> {
  const wrongColumns = columnProblems(file, tenureColumns);
  if (wrongColumns.length > 0) return { problems: wrongColumns };
  const rows = unguarded(file).rows.map(rowOf);
  const firstOf = firstBy(rows, ({ tenure }) => tenureKey(tenure));
  const problems = rows.flatMap((row) =>
    wrongInRow(row, firstOf.get(tenureKey(row.tenure))).map((reason) => ({ line: row.line, reason })),
  );
  return problems.length > 0 ? { problems } : { tenures: rows.map(({ tenure }) => tenure) };
}
