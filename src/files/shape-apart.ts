import type { FileShape, SentFile } from '../conversation/intake.ts';
import { notAcceptable } from './acceptable.ts';
import { readTables } from './xlsx.ts';

/** A title and some notes may stand above a heading. */
const ROWS_SEEN = 30;

/** What a file looks like, or why it cannot be read, in Dutch. For a thread of its own. */
export async function work({ name, bytes }: SentFile): Promise<{ shape: FileShape } | { refused: string }> {
  const refused = notAcceptable(bytes, name);
  if (refused !== undefined) return { refused };
  const tables = await readTables(bytes, name);
  if ('problems' in tables) return { refused: tables.problems.map(({ reason }) => reason).join(' ') };
  if (tables.every(({ rows }) => rows.length === 0)) return { refused: 'In dit bestand staat niets.' };
  return {
    shape: {
      tables: tables.map(({ sheet, rows }) => ({
        sheet,
        rows: rows.slice(0, ROWS_SEEN).map(({ texts }) => texts),
      })),
    },
  };
}
