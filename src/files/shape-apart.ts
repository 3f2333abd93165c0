import type { FileShape, SentFile } from '../conversation/intake.ts';
import { notAcceptable } from './acceptable.ts';
import type { TableRow } from './csv.ts';
import { readTables } from './xlsx.ts';

/** A title and some notes may stand above a heading. */
const ROWS_SEEN = 30;
/** What is looked at to tell what list it may be: the whole of it is read later, by who knows that list. */
const [COLUMNS_SEEN, CHARACTERS_SEEN, SHEETS_SEEN] = [250, 100, 60];
/** Of all sheets together: each cell is held against all words that a heading may have, while everybody waits. */
const CELLS_SEEN = 6_000;

/** The beginning of the first rows of a sheet, of so many cells at most. */
function beginningOf(rows: readonly TableRow[], most: number): string[][] {
  let left = most;
  return rows.slice(0, ROWS_SEEN).flatMap(({ texts }) => {
    const seen = texts.slice(0, Math.min(COLUMNS_SEEN, left));
    left -= seen.length;
    return seen.length > 0 ? [seen.map((text) => text.slice(0, CHARACTERS_SEEN))] : [];
  });
}

/** What a file looks like, or why it cannot be read, in Dutch. For a thread of its own. */
export async function work({ name, bytes }: SentFile): Promise<{ shape: FileShape } | { refused: string }> {
  const refused = notAcceptable(bytes, name);
  if (refused !== undefined) return { refused };
  const tables = await readTables(bytes, name);
  if ('problems' in tables) return { refused: tables.problems.map(({ reason }) => reason).join(' ') };
  if (tables.every(({ rows }) => rows.length === 0)) return { refused: 'In dit bestand staat niets.' };
  const seen = tables.slice(0, SHEETS_SEEN);
  const most = Math.floor(CELLS_SEEN / seen.length);
  return { shape: { tables: seen.map(({ sheet, rows }) => ({ sheet, rows: beginningOf(rows, most) })) } };
}
