import { distance } from 'fastest-levenshtein';
import { nameKey } from '../../../language/words.ts';
import type { RegisterField } from '../register/fields.ts';
import { columnNames } from './column-names.ts';

/** What we think of one own column: no field when we do not know it, unsure when it may mean something else. */
export interface ColumnProposal {
  column: string;
  field?: RegisterField;
  sure: boolean;
}

/** Of how many letters a typo is forgiven, as with names of people. */
const forgiven = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2);

interface Candidate {
  column: string;
  field: RegisterField;
  sure: boolean;
  /** Lower is better. */
  rank: number;
}

const UNSURE = 100;
const TYPO = 200;

/** Every name that a field may go by, with its rank. The field's own name ranks first. */
const known = columnNames.flatMap(({ field, sure, perhaps = [] }) => [
  ...[field.replaceAll('_', ' '), ...sure].map((name, n) => ({ field, name: nameKey(name), rank: n })),
  ...perhaps.map((name, n) => ({ field, name: nameKey(name), rank: UNSURE + n })),
]);

function candidates(column: string): Candidate[] {
  const own = nameKey(column);
  const exact = known.filter(({ name }) => name === own);
  if (exact.length > 0) {
    return exact.map(({ field, rank }) => ({ column, field, rank, sure: rank < UNSURE }));
  }
  return known.flatMap(({ field, name }) => {
    const typos = distance(own, name);
    return typos <= forgiven(Math.min(own.length, name.length))
      ? [{ column, field, rank: TYPO + typos, sure: false }]
      : [];
  });
}

/**
 * What a municipality's own columns probably are: by their names, forgiving typos. Each of our fields is given at most
 * once; where two columns ask for one field, the better one gets it, unsure.
 */
export function proposeColumns(columns: readonly string[]): ColumnProposal[] {
  const byColumn = new Map<string, Candidate>();
  const taken = new Map<RegisterField, Candidate>();
  const contested = new Set<RegisterField>();
  for (const candidate of columns.flatMap(candidates).toSorted((a, b) => a.rank - b.rank)) {
    if (byColumn.has(candidate.column)) continue;
    if (taken.has(candidate.field)) {
      if (candidate.sure) contested.add(candidate.field);
      continue;
    }
    byColumn.set(candidate.column, candidate);
    taken.set(candidate.field, candidate);
  }
  return columns.map((column) => {
    const found = byColumn.get(column);
    return found
      ? { column, field: found.field, sure: found.sure && !contested.has(found.field) }
      : { column, sure: false };
  });
}
