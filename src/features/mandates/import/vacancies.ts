import type { CsvFile, Problem } from '../../../files/csv.ts';
import { isCross, isDitto, isNoName } from './cell-words.ts';
import type { ReadResult } from './problems.ts';

/**
 * A list of functions without the rows in which nobody holds the function, with a note for each. A cross and "idem" may
 * stand for somebody, so those are refused.
 */
export function withoutVacancies(file: CsvFile): ReadResult<{ file: CsvFile; notes: string[] }> {
  const isUnclear = (person: string) => isCross(person) || isDitto(person);
  const problems = file.rows.flatMap(({ line, fields: { persoon = '' } }): Problem[] =>
    isUnclear(persoon)
      ? [{ line, reason: `persoon "${persoon}" is geen naam. Schrijf de naam voluit.` }]
      : [],
  );
  if (problems.length > 0) return { problems };
  const vacant = file.rows.filter(({ fields: { persoon = '' } }) => persoon !== '' && isNoName(persoon));
  return {
    file: { ...file, rows: file.rows.filter((row) => !vacant.includes(row)) },
    notes: vacant.map(
      ({ line, fields: { functie, persoon } }) =>
        `Functies, regel ${line}: "${persoon}" lees ik als een vacature. ${functie} heeft daar niemand.`,
    ),
  };
}
