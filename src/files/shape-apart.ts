import type { FileShape, SentFile } from '../conversation/intake.ts';
import { notAcceptable } from './acceptable.ts';
import { readTables } from './xlsx.ts';

/** A title and some notes may stand above a heading. */
const ROWS_SEEN = 30;
/** What is looked at to tell what list it may be: the whole of it is read later, by who knows that list. */
const [COLUMNS_SEEN, CHARACTERS_SEEN] = [250, 200];

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
        rows: rows
          .slice(0, ROWS_SEEN)
          .map(({ texts }) => texts.slice(0, COLUMNS_SEEN).map((text) => text.slice(0, CHARACTERS_SEEN))),
      })),
    },
  };
}
