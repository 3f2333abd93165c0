import { capital } from '../../language/capital.ts';
import { BY_ITSELF } from '../../people/actors.ts';
import { auditTable } from '../../people/tables.ts';
import type { SubjectRows } from '../../storage/index.ts';

/** What one table holds about somebody, in words as well. */
export interface HeldData extends SubjectRows {
  lines: readonly string[];
}

/** How long a table keeps what it holds, in Dutch. */
export function keptWords({ definition }: SubjectRows): string {
  if ('forever' in definition.retention) return definition.retention.forever.replace(/\.$/, '');
  const { days, from, sooner } = definition.retention;
  const weeks = (count: number) =>
    count % 7 === 0 && count > 7 && count < 366
      ? `${count / 7} weken`
      : count > 366
        ? `${Math.round(count / 365)} jaar`
        : `${count} dagen`;
  const kept = from === 'removed' ? `tot ${weeks(days)} nadat je uit Kompas bent` : weeks(days);
  return sooner ? `${kept}. ${capital(sooner.what)} ${weeks(sooner.days)}` : kept;
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
      hoeLang: keptWords(part),
      inWoorden: part.lines,
      rijen: part.rows.map(({ value }) => partOf(part, value, directoryId)),
    }));
  return `${JSON.stringify({ watKompasVanJouBewaart: parts }, null, 2)}\n`;
}
