import { Temporal } from 'temporal-polyfill';
import { dutchDay, dutchTime, timeOfDay, today } from '../../calendar/clock.ts';
import { InputError } from '../../cli/terminal.ts';
import { silenceTable } from '../../people/tables.ts';
import { BACKUP_DAYS, type TakenBackRow, takenBackTable } from '../../people/taken-back.ts';
import { partsOf } from '../../storage/index.ts';
import { type SavedRow, unpackRows } from './rows.ts';
import type { FileHeader, SealedFile } from './sealed-file.ts';
import { isNewer, kompasVersion } from './version.ts';

/** A moment as people here read it: "24 november om 12.00 uur". */
export const momentInWords = (moment: Temporal.Instant): string =>
  `${dutchDay(today(moment).toString())} om ${dutchTime(timeOfDay(moment))} uur`;

/** True for a row of this tenant: others may keep theirs in the same account. The numbers of used links say of nobody whose they are. */
export const isOwnRow = (partition: string, tenant: string): boolean => partsOf(partition)[0] === tenant;

/** All rows of a file, from its first part. Throws `InputError` where the file is not as it was written. */
export async function* rowsIn(file: SealedFile): AsyncIterable<SavedRow> {
  for await (const part of file.parts()) yield* unpackRows(part);
}

const kinds: Record<FileHeader['kind'], string> = {
  everything: 'een reservekopie van alles',
  'taken back': 'een lijst van wat is gewist en ingetrokken',
};

/**
 * When a file was made, for one that may be used here now. Throws `InputError` for one of the other kind, of a newer Kompas, or
 * older than a backup may be.
 */
export function madeAt(
  { header }: SealedFile,
  name: string,
  kind: FileHeader['kind'],
  now: Temporal.Instant,
): Temporal.Instant {
  if (header.kind !== kind)
    throw new InputError(`${name} is ${kinds[header.kind]}, en niet ${kinds[kind]}. Er is niets teruggezet.`);
  if (isNewer(header.kompas, kompasVersion()))
    throw new InputError(
      `${name} is gemaakt met een nieuwere versie van Kompas (${header.kompas}). Er is niets teruggezet. Werk Kompas eerst bij.`,
    );
  const made = Temporal.Instant.from(header.made);
  if (now.since(made).total('hours') > 24 * BACKUP_DAYS)
    throw new InputError(
      `${name} is van ${momentInWords(made)}. Ouder dan ${BACKUP_DAYS} dagen kan niet: Kompas weet dan niet meer wat daarna is gewist. Er is niets teruggezet. Gooi het bestand weg.`,
    );
  return made;
}

/** Whose rows are many, or the same in every backup: they are not in a list. */
const large: readonly string[] = [
  'answers',
  'audit',
  'intakes',
  'mandateproposals',
  'outcomes',
  'register',
  'seentips',
  'usedlinks',
];

/** Tables of a list: what was erased and taken back, who is not written to since, and how the rest stands that people change. */
export const isListed = ({ name }: { name: string }): boolean => !large.includes(name);

/** How things stood by a list: who is not written to, and all the rest but what was taken back. */
export async function standingIn(file: SealedFile): Promise<{ silences: SavedRow[]; rows: SavedRow[] }> {
  const [silences, rows]: [SavedRow[], SavedRow[]] = [[], []];
  for await (const saved of rowsIn(file))
    if (saved.table === silenceTable.name) silences.push(saved);
    else if (saved.table !== takenBackTable.name) rows.push(saved);
  return { silences, rows };
}

/** What was erased and taken back by a file. */
export async function takenBackIn(file: SealedFile): Promise<{ row: string; value: TakenBackRow }[]> {
  const found: { row: string; value: TakenBackRow }[] = [];
  for await (const { table, row, value } of rowsIn(file)) {
    const { at, day, undone } = value;
    if (table === takenBackTable.name && typeof at === 'string' && typeof day === 'string')
      found.push({ row, value: { at, day, ...(undone === true ? { undone } : {}) } });
  }
  return found;
}
