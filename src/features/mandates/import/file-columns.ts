import { brief } from '../../../files/cell-limits.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';

/** Columns that stand in a file twice: which of them counts, only its owner knows. */
export function repeatedColumns({
  columns,
  headingLine = 1,
}: Pick<CsvFile, 'columns' | 'headingLine'>): Problem[] {
  const repeated = new Set(columns.filter((name, n) => name !== '' && columns.indexOf(name) !== n));
  return repeated.size > 0
    ? [
        {
          line: headingLine,
          reason: `Kolommen staan er meer dan één keer: ${[...repeated].map(brief).join(', ')}.`,
        },
      ]
    : [];
}

/** What is wrong with the heading of a file in our own form: columns that lack, that we do not know, or stand twice. */
export function columnProblems(
  file: CsvFile,
  wanted: readonly string[],
  allowed: readonly string[] = [],
): Problem[] {
  const line = file.headingLine ?? 1;
  const missing = wanted.filter((name) => !file.columns.includes(name));
  const unknown = file.columns
    .filter((name) => !wanted.includes(name) && !allowed.includes(name))
    .map((name) => brief(name) || '(zonder naam)');
  return [
    ...(missing.length > 0 ? [{ line, reason: `Dit ontbreekt in de kop: ${missing.join(', ')}.` }] : []),
    ...(unknown.length > 0 ? [{ line, reason: `Dit in de kop ken ik niet: ${unknown.join(', ')}.` }] : []),
    ...repeatedColumns(file),
  ];
}
