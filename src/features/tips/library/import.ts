import type { CsvFile, Problem, UnreadCsv } from '../../../files/csv.ts';
import { problemsOf } from '../content/check.ts';
import { builtInTips } from '../content/index.ts';
import { doubles } from '../content/likeness.ts';
import { asWritten } from '../content/pilot-words.ts';
import type { Tip } from '../content/types.ts';
import type { LibraryRow } from '../tables.ts';
import { readTips, type TipLine } from './file.ts';
import { type LibraryChanges, MOST_CHANGES, tipsWith } from './store.ts';

/** What an import would do, all of it or nothing. */
export interface LibraryPlan {
  changes: Map<string, LibraryRow | undefined>;
  summary: { added: string[]; changed: string[]; off: string[]; restored: string[]; same: number };
}

const builtIn = new Map(builtInTips.map((tip) => [tip.id, tip]));
const order = (tip: Tip) => {
  const { id, persona, role, step, forPilot, themes, act, why, minutes, basis, ...rest } = asWritten(tip);
  return JSON.stringify([
    id,
    rest.for,
    persona,
    role,
    step,
    forPilot,
    [...themes].sort(),
    act,
    why,
    minutes,
    basis,
  ]);
};
const same = (a: Tip | undefined, b: Tip) => a !== undefined && order(a) === order(b);

/** What should stand in the library for a line: undefined when the built-in tip says the same. */
function rowOf({ tip, off }: TipLine): LibraryRow | undefined {
  const own = same(builtIn.get(tip.id), tip) ? {} : { tip };
  const row: LibraryRow = off ? { ...own, off: true } : own;
  return Object.keys(row).length === 0 ? undefined : row;
}

const isAs = (now: LibraryRow | undefined, next: LibraryRow | undefined) =>
  (now?.off ?? false) === (next?.off ?? false) &&
  (now?.tip === undefined ? next?.tip === undefined : next?.tip !== undefined && same(now.tip, next.tip));

/**
 * Reads a file of tips over what the municipality has, runs the content test on what would be there, and tells what
 * would change. Either a plan or what is wrong with each line; never half of it.
 */
export function planTips(
  list: CsvFile | UnreadCsv,
  now: LibraryChanges,
): { plan: LibraryPlan; lines: TipLine[] } | { problems: Problem[] } {
  const known = new Map(allTips(now).map(({ tip }) => [tip.id, tip]));
  const file = readTips(list, known);
  if ('problems' in file) return file;
  const { lines } = file;
  const lineOf = new Map(lines.map(({ tip, line }) => [tip.id, line]));
  const problems: Problem[] = lines.flatMap(({ line, tip }) =>
    problemsOf(tip).map((reason) => ({ line, reason: `${tip.id} ${reason}` })),
  );
  const next = new Map(now);
  for (const line of lines) {
    const row = rowOf(line);
    if (row) next.set(line.tip.id, row);
    else next.delete(line.tip.id);
  }
  // Only what this file brings is judged: of two tips that say the same, the line is named of the one that is
  // in it.
  for (const { id, reason } of doubles(tipsWith(next))) {
    const other = reason.match(/ als (\S+)$/)?.[1] ?? '';
    const line = lineOf.get(id) ?? lineOf.get(other);
    if (line !== undefined) problems.push({ line, reason: `${id} ${reason}` });
  }
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };

  const moved = lines.filter(({ tip }) => !isAs(now.get(tip.id), next.get(tip.id)));
  if (moved.length > MOST_CHANGES)
    return {
      problems: [
        {
          line: 0,
          reason: `Er veranderen ${moved.length} tips. Hooguit ${MOST_CHANGES} per keer: splits het bestand.`,
        },
      ],
    };
  const ids = (fits: (line: TipLine) => boolean) => moved.filter(fits).map(({ tip }) => tip.id);
  const isNew = ({ tip }: TipLine) => !builtIn.has(tip.id) && !now.has(tip.id);
  return {
    lines,
    plan: {
      changes: new Map(moved.map(({ tip }) => [tip.id, next.get(tip.id)])),
      summary: {
        added: ids((line) => isNew(line) && !line.off),
        changed: ids((line) => !isNew(line) && !line.off && next.get(line.tip.id)?.tip !== undefined),
        off: ids((line) => line.off),
        restored: ids((line) => next.get(line.tip.id) === undefined),
        same: lines.length - moved.length,
      },
    },
  };
}

/** Every tip there is for this municipality, those that are off included: what an export writes. */
export function allTips(now: LibraryChanges): { tip: Tip; off: boolean }[] {
  const own = [...now].filter(([id]) => !builtIn.has(id));
  return [
    ...builtInTips.map((tip) => ({
      tip: asWritten(now.get(tip.id)?.tip ?? tip),
      off: now.get(tip.id)?.off ?? false,
    })),
    ...own.flatMap(([, { tip, off }]) => (tip ? [{ tip: asWritten(tip), off: off ?? false }] : [])),
  ];
}
