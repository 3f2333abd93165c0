import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../people/person.ts';
import { isPresent } from '../../people/person.ts';
import { peopleTable, settingsTable } from '../../people/tables.ts';
import { type TakenBackRow, type TakenBackSince, takenBackSince } from '../../people/taken-back.ts';
import type { Gone } from '../../storage/index.ts';
import type { Services } from '../module.ts';
import { accountsIn, nameOfPlace, placesUnderEveryKey } from './places.ts';
import { isOwnRow, rowsIn, takenBackIn } from './reading.ts';
import type { SavedRow } from './rows.ts';
import { isSaved } from './save.ts';
import type { SealedFile } from './sealed-file.ts';
import { narrowed, type Standing, standing, staying } from './standing.ts';

/** How many of each kind, to say and to log. */
export interface RestoreCounts {
  /** Rows that come back. */
  rows: number;
  /** Rows that stay away: they were erased or taken back later. */
  left: number;
  /** Rows that stand by now, and stay as they are. */
  kept: number;
  /** People who get less back than they may by the backup. */
  fewerRights: number;
  /** People of the backup who were taken out since. */
  takenOut: number;
  /** People who are in another team than by now. */
  otherTeam: number;
  /** Settings that become another than they are now. */
  settings: number;
  /** Those who administer once it is done. */
  administrators: number;
}

/** What putting a file back would do. */
export interface RestorePlan {
  made: Temporal.Instant;
  file: SealedFile;
  since: TakenBackSince;
  /** What is known of erasures by now, from all that knows of it. */
  known: readonly { row: string; value: TakenBackRow }[];
  /** Who is not written to since they erased themselves, also where the file is from before they came. */
  silences: readonly SavedRow[];
  /** How things stand, where anything tells. */
  standing: Standing | undefined;
  /** What becomes of a row of the file: it comes back, what stands in its place stays, or it was taken back. */
  becomes(saved: SavedRow): 'back' | 'kept' | 'left';
  /** True for a row that stands, and stays. */
  stays(place: Gone): boolean;
  /** The rows of the file, those of people and settings made narrower. */
  narrowedRows(): AsyncIterable<SavedRow>;
  /** The people and settings that the file has, by `nameOfPlace`. */
  inFile: ReadonlySet<string>;
  counts: RestoreCounts;
  /** Accounts of people in the file who erased themselves later. */
  erased: readonly string[];
  /** Accounts of people in the file who stopped check-ins later. */
  stopped: readonly string[];
  /** Tables of the file that this version has no more. */
  unknown: readonly string[];
}

/** What is known from elsewhere than the file. */
export interface Elsewhere {
  rows: readonly { row: string; value: TakenBackRow }[];
  silences: readonly SavedRow[];
  /** True when storage knows of all that was taken back since the file was made, so that what stands there is newer. */
  isStored: boolean;
  /** How things stood by a list, and when. */
  listed?: { at: Temporal.Instant; rows: readonly SavedRow[] };
}

/** True when this tenant has nothing yet but lines in the log and marks of what was erased. */
export async function isEmpty({ asStored, tenant }: Pick<Services, 'asStored' | 'tenant'>): Promise<boolean> {
  for (const definition of asStored.definitions.filter(isSaved)) {
    if (staying.includes(definition.name)) continue;
    for await (const page of asStored.table(definition).pages())
      if (page.some(({ partition }) => isOwnRow(partition, tenant))) return false;
  }
  return true;
}

async function standingBy(
  services: Services,
  { isStored, listed }: Elsewhere,
  takenBackThen: (at: Temporal.Instant) => TakenBackSince,
): Promise<Standing | undefined> {
  if (isStored) return standing(services, undefined);
  if (!listed) return undefined;
  const later = takenBackThen(listed.at);
  return standing(
    services,
    listed.rows.filter((saved) => !later.row(saved)),
  );
}

/** Reads a file from begin to end, so that nothing is written of one that is damaged. Throws `InputError` for such a one. */
export async function planRestore(
  services: Services,
  file: SealedFile,
  made: Temporal.Instant,
  elsewhere: Elsewhere,
): Promise<RestorePlan> {
  const known = [...elsewhere.rows, ...(await takenBackIn(file))];
  const { tenant, secret, ring, asStored } = services;
  const takenBackThen = (at: Temporal.Instant) =>
    takenBackSince(known, at, tenant, [secret('taken back'), ...ring.others('taken back')]);
  const since = takenBackThen(made);
  const stands = await standingBy(services, elsewhere, takenBackThen);
  const placesOf = await placesUnderEveryKey(services, file);
  const becomes = (saved: SavedRow) => {
    const places = placesOf(saved);
    if (stands && places.some(stands.has)) return 'kept';
    return places.some(since.row) ? 'left' : 'back';
  };

  const definitions = new Map(
    asStored.definitions.filter(isSaved).map((definition) => [definition.name, definition]),
  );
  const [erased, stopped, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [inFile, replaced] = [new Set<string>(), new Set<string>()];
  const counts: RestoreCounts = {
    rows: 0,
    left: 0,
    kept: 0,
    fewerRights: 0,
    takenOut: 0,
    otherTeam: 0,
    settings: 0,
    administrators: 0,
  };
  const countPerson = (saved: SavedRow) => {
    const then = saved.value as unknown as Person;
    const after = (stands?.narrower(saved).value ?? then) as unknown as Person;
    if (after.access.length < then.access.length || after.access.some((one) => !then.access.includes(one)))
      counts.fewerRights += 1;
    if (isPresent(then) && !isPresent(after)) counts.takenOut += 1;
    if (isPresent(after) && stands?.isInOtherTeam(saved)) counts.otherTeam += 1;
    if (isPresent(after) && after.access.includes('beheerder')) counts.administrators += 1;
  };
  for await (const saved of rowsIn(file)) {
    const becoming = becomes(saved);
    if (!definitions.has(saved.table)) unknown.add(saved.table);
    else if (becoming === 'back') counts.rows += 1;
    else counts[becoming] += 1;
    if (becoming === 'kept') for (const place of placesOf(saved)) replaced.add(nameOfPlace(place));
    if (narrowed.includes(saved.table)) inFile.add(nameOfPlace(saved));
    if (saved.table === settingsTable.name) counts.settings += stands?.settingsChanging(saved) ?? 0;
    if (saved.table !== peopleTable.name) continue;
    countPerson(saved);
    for (const directoryId of accountsIn(saved)) {
      if (since.other({ what: 'person', directoryId })) erased.add(directoryId);
      if (since.other({ what: 'check-ins', directoryId })) stopped.add(directoryId);
    }
  }
  const beside = stands?.beside(inFile) ?? [];
  for (const saved of beside) {
    inFile.add(nameOfPlace(saved));
    counts.settings += stands?.settingsChanging(saved) ?? 0;
  }
  return {
    made,
    file,
    since,
    known,
    silences: elsewhere.silences,
    standing: stands,
    becomes,
    stays: (place) =>
      stands?.has(place) === true &&
      (replaced.has(nameOfPlace(place)) || definitions.get(place.table)?.isDone?.(place) === true),
    narrowedRows: async function* () {
      for await (const saved of rowsIn(file)) yield stands?.narrower(saved) ?? saved;
      yield* beside;
    },
    inFile,
    counts,
    erased: [...erased],
    stopped: [...stopped],
    unknown: [...unknown],
  };
}
