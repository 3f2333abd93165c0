import type { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import { BY_ITSELF } from '../../people/audit.ts';
import { endDuties } from '../../people/duties.ts';
import { newPlaces } from '../../people/key-codes.ts';
import { knownAccounts } from '../../people/key-move.ts';
import { formerSubjectsOf, subjectOf } from '../../people/subject.ts';
import { auditTable, directoryTable, peopleTable, settingsTable, silenceTable } from '../../people/tables.ts';
import {
  type TakenBackRow,
  type TakenBackSince,
  takenBackSince,
  takenBackTable,
} from '../../people/taken-back.ts';
import {
  enforceRetention,
  eraseSubject,
  type RowChange,
  type Storage,
  TRANSACTION_ROWS,
  writeAll,
} from '../../storage/index.ts';
import type { Services } from '../module.ts';
import { isOwnRow, rowsIn, takenBackIn } from './reading.ts';
import { packRows, type SavedRow } from './rows.ts';
import { isSaved } from './save.ts';
import type { SealedFile } from './sealed-file.ts';

/** What putting a file back would do. */
export interface RestorePlan {
  made: Temporal.Instant;
  file: SealedFile;
  since: TakenBackSince;
  /** What is known of erasures by now, from all that knows of it. */
  known: readonly { row: string; value: TakenBackRow }[];
  /** Who is not written to since they erased themselves, also where the file is from before they came. */
  silences: readonly SavedRow[];
  rows: number;
  /** Rows that stay away: they were erased or taken back later. */
  left: number;
  /** Accounts of people in the file who erased themselves later. */
  erased: readonly string[];
  /** Accounts of people in the file who stopped check-ins later. */
  stopped: readonly string[];
  /** Tables of the file that this version has no more. */
  unknown: readonly string[];
}

/** Without these nobody is anybody: they come last, so that a restore that broke off shows nobody's data to anybody. */
const last: readonly string[] = [settingsTable.name, peopleTable.name, directoryTable.name];
/** What is not emptied when everything is replaced: the log of what happened since, what may not come back, and who is not written to. */
const staying: readonly string[] = [auditTable.name, takenBackTable.name, silenceTable.name];
/** So many bytes go in one transaction at most (Azure Tables takes 4 MiB): what is packed here is more when it travels. */
const TRANSACTION_BYTES = 200_000;

/** True when this tenant has nothing yet but lines in the log and marks of what was erased. */
export async function isEmpty({ asStored, tenant }: Pick<Services, 'asStored' | 'tenant'>): Promise<boolean> {
  for (const definition of asStored.definitions.filter(isSaved)) {
    if (staying.includes(definition.name)) continue;
    for await (const page of asStored.table(definition).pages())
      if (page.some(({ partition }) => isOwnRow(definition.name, partition, tenant))) return false;
  }
  return true;
}

const accountsIn = ({ value: { directoryId, formerAccounts } }: SavedRow): string[] =>
  [directoryId, ...(Array.isArray(formerAccounts) ? formerAccounts : [])].filter(
    (one) => typeof one === 'string',
  );

/**
 * The same for rows of a file from when Kompas wrote with another key: what was taken back later stood under another code by then.
 * Tells by the people of the file and of storage.
 */
async function underEveryKey(
  { people, asStored, pseudonymise, ring }: Services,
  file: SealedFile,
  since: TakenBackSince,
): Promise<TakenBackSince> {
  const making = [pseudonymise, ...ring.pseudonymisers()];
  if (making.length === 1) return since;
  const accounts = new Set(await knownAccounts({ people }));
  for await (const saved of rowsIn(file))
    if (saved.table === peopleTable.name) for (const one of accountsIn(saved)) accounts.add(one);
  const ways = making.map((to) => newPlaces([...accounts], making, to));
  const definitions = new Map(asStored.definitions.map((definition) => [definition.name, definition]));
  return {
    ...since,
    row: ({ table, partition, row, value = {} }) => {
      if (since.row({ table, partition, row })) return true;
      const definition = definitions.get(table);
      if (!definition?.codes) return false;
      return ways.some((placeOf) => since.row({ ...placeOf(definition, { partition, row, value }), table }));
    },
  };
}

/** Reads a file from begin to end, so that nothing is written of one that is damaged. Throws `InputError` for such a one. */
export async function planRestore(
  services: Services,
  file: SealedFile,
  made: Temporal.Instant,
  elsewhere: { rows: readonly { row: string; value: TakenBackRow }[]; silences: readonly SavedRow[] },
): Promise<RestorePlan> {
  const known = [...elsewhere.rows, ...(await takenBackIn(file))];
  const { tenant, secret, ring, asStored } = services;
  const since = await underEveryKey(
    services,
    file,
    takenBackSince(known, made, tenant, [secret('taken back'), ...ring.others('taken back')]),
  );
  const tables = new Set(asStored.definitions.filter(isSaved).map(({ name }) => name));
  const [erased, stopped, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let [rows, left] = [0, 0];
  for await (const saved of rowsIn(file)) {
    if (!tables.has(saved.table)) unknown.add(saved.table);
    else if (since.row(saved)) left += 1;
    else rows += 1;
    if (saved.table !== peopleTable.name) continue;
    for (const directoryId of accountsIn(saved)) {
      if (since.other({ what: 'person', directoryId })) erased.add(directoryId);
      if (since.other({ what: 'check-ins', directoryId })) stopped.add(directoryId);
    }
  }
  return {
    made,
    file,
    since,
    known,
    silences: elsewhere.silences,
    rows,
    left,
    erased: [...erased],
    stopped: [...stopped],
    unknown: [...unknown],
  };
}

/** Takes away all rows of this tenant, but for the log and what may not come back. */
export async function emptyAll({ asStored, tenant }: Pick<Services, 'asStored' | 'tenant'>): Promise<void> {
  // People first: whatever is still there when this breaks off is nobody's to see.
  for (const definition of asStored.definitions) {
    if (staying.includes(definition.name)) continue;
    const table = asStored.table(definition);
    for await (const page of table.pages()) {
      const own = page.filter(({ partition }) => isOwnRow(definition.name, partition, tenant));
      for (const [partition, some] of Map.groupBy(own, (stored) => stored.partition))
        await writeAll(
          table,
          partition,
          some.map(({ row }) => ({ do: 'remove', row })),
        );
    }
  }
}

/** Puts rows of one partition in storage together, in the order of their keys: when each was written first shows no more. */
async function write(storage: Storage, rows: readonly SavedRow[]): Promise<void> {
  const [first] = rows;
  const definition = storage.definitions.find(({ name }) => name === first?.table);
  if (!first || !definition) return;
  const changes = rows.map(({ row, value }): RowChange<object> => ({ do: 'put', row, value }));
  await writeAll(storage.table(definition), first.partition, changes);
}

async function writeRows(
  storage: Storage,
  rows: AsyncIterable<SavedRow> | Iterable<SavedRow>,
  isWanted: (saved: SavedRow) => boolean,
): Promise<void> {
  let [together, bytes]: [SavedRow[], number] = [[], 0];
  for await (const saved of rows) {
    if (!isWanted(saved)) continue;
    const size = packRows([saved]).length;
    const [before] = together;
    const isSamePlace = before?.table === saved.table && before.partition === saved.partition;
    if (!isSamePlace || together.length >= TRANSACTION_ROWS || bytes + size > TRANSACTION_BYTES) {
      await write(storage, together);
      [together, bytes] = [[], 0];
    }
    together.push(saved);
    bytes += size;
  }
  await write(storage, together);
}

/** Erases somebody as `vergeet mij` does (trust:see-and-erase). */
async function eraseAfresh(services: Services, directoryId: string): Promise<void> {
  const [who, former] = await Promise.all([
    subjectOf(directoryId, services),
    formerSubjectsOf(directoryId, services),
  ]);
  await endDuties(services, BY_ITSELF, who.upns);
  await services.silence.keep(directoryId);
  for (const one of [...former, who]) await eraseSubject(services.storage, one);
}

/** What holds beside the rows of the file: who stopped since, which decisions were taken back, and how long things are kept. */
async function settle(services: Services, { since, erased, stopped }: RestorePlan): Promise<void> {
  const { people, settings, asStored, now } = services;
  for (const directoryId of erased) await eraseAfresh(services, directoryId);
  for (const directoryId of stopped) {
    const found = (await people.everybody()).filter((person) => person.directoryId === directoryId);
    for (const { team, id } of found)
      await people.change(team, id, (person) => ({ ...person, checkins: false }));
  }
  const isOff = (name: 'consent' | 'dpia' | 'teamsForDirection') => since.other({ what: 'decision', name });
  if (isOff('consent') || isOff('dpia') || isOff('teamsForDirection'))
    await settings.changeMunicipality(({ consent, dpia, teamsForDirection, ...others }) => ({
      ...others,
      ...(isOff('consent') ? {} : { consent }),
      ...(isOff('dpia') ? {} : { dpia }),
      ...(isOff('teamsForDirection') ? {} : { teamsForDirection }),
    }));
  await enforceRetention(asStored, today(now()).toString());
  await people.mendDirectory();
}

/**
 * Puts back what a file has, without what was erased or taken back since, or is older than it may be. For an installation that is
 * empty and does not run. May be repeated after `emptyAll`.
 */
export async function restore(services: Services, plan: RestorePlan): Promise<void> {
  const { asStored, takenBack, tenant } = services;
  const { file, since, known } = plan;
  await takenBack.add(known);
  await writeRows(asStored, plan.silences, () => true);
  const isWanted = (saved: SavedRow) =>
    saved.table !== takenBackTable.name &&
    isOwnRow(saved.table, saved.partition, tenant) &&
    !since.row(saved);
  await writeRows(asStored, rowsIn(file), (saved) => isWanted(saved) && !last.includes(saved.table));
  for (const table of last)
    await writeRows(asStored, rowsIn(file), (saved) => isWanted(saved) && saved.table === table);
  await settle(services, plan);
}
