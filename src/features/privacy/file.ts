import { BY_ITSELF } from '../../people/actors.ts';
import { keptWords } from '../../people/kept.ts';
import { auditTable } from '../../people/tables.ts';
import type { SubjectRows } from '../../storage/index.ts';

/** What one table holds about somebody, in words as well. */
export interface HeldData extends SubjectRows {
  lines: readonly string[];
}

/** A line of the log about somebody: whoever did it, did so in their work, and their account is not the reader's. */
function ofOwn(line: object, directoryId: string): object {
  const { who, ...rest } = line as { who?: string };
  return who === directoryId || who === BY_ITSELF ? line : rest;
}

/** What somebody may have of a row: what a table says of it, or the whole row. */
function partOf({ definition }: SubjectRows, value: object, directoryId: string): object {
  if (definition === auditTable) return ofOwn(value, directoryId);
  const { person } = definition;
  return person.kind === 'personal' && person.exported ? person.exported(value, directoryId) : value;
}

/** The same as the card, complete, for people and machines: JSON with Dutch sentences and the rows themselves. */
export function fileOf(data: readonly HeldData[], directoryId: string): string {
  const parts = data
    .filter(({ lines }) => lines.length > 0)
    .map((part) => ({
      tabel: part.definition.name,
      wat: part.definition.holds,
      wieZietHet: part.definition.seenBy,
      hoeLang: keptWords(part.definition),
      inWoorden: part.lines,
      rijen: part.rows.map(({ value }) => partOf(part, value, directoryId)),
    }));
  return `${JSON.stringify({ watKompasVanJouBewaart: parts }, null, 2)}\n`;
}
