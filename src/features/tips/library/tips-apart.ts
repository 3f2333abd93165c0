import type { SentFile } from '../../../conversation/intake.ts';
import type { Problem } from '../../../files/csv.ts';
import type { LibraryRow } from '../tables.ts';
import { readTipFile } from './file.ts';
import { type LibraryPlan, planTips } from './import.ts';
import type { LibraryChanges } from './store.ts';
import { unknownInWords, unknownWords } from './unknown-words.ts';

/** A file of tips, what the municipality has, and its names. */
export interface TipsFile {
  file: SentFile;
  now: LibraryChanges;
  names: readonly string[];
}

/** What a file of tips would do, with the words in it that are not known. */
export type ReadTipsFile =
  | {
      count: number;
      changes: Map<string, LibraryRow | undefined>;
      summary: LibraryPlan['summary'];
      unknown: string[];
    }
  | { problems: Problem[] };

/** Reads a file of tips and plans it. For a thread of its own. */
export async function work({ file: { bytes, name }, now, names }: TipsFile): Promise<ReadTipsFile> {
  const read = planTips(await readTipFile(bytes, name), now);
  if ('problems' in read) return read;
  const { changes, summary } = read.plan;
  const moved = read.lines.filter(({ tip }) => changes.has(tip.id));
  return {
    count: read.lines.length,
    changes,
    summary,
    unknown: unknownWords(moved, names).map(unknownInWords),
  };
}
