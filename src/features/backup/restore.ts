import { today } from '../../calendar/clock.ts';
import { usedLinksTable } from '../../files/links.ts';
import { BY_ITSELF } from '../../people/actors.ts';
import { endDuties } from '../../people/duties.ts';
import { subjectOf } from '../../people/subject.ts';
import { directoryTable, peopleTable, settingsTable } from '../../people/tables.ts';
import { takenBackTable } from '../../people/taken-back.ts';
import {
  type AnyTable,
  enforceRetention,
  eraseSubject,
  type Gone,
  type RowChange,
  type Storage,
  TRANSACTION_ROWS,
  writeAll,
} from '../../storage/index.ts';
import type { Services } from '../module.ts';
import { nameOfPlace } from './places.ts';
import type { RestorePlan } from './plan.ts';
import { isOwnRow, rowsIn } from './reading.ts';
import { packRows, type SavedRow } from './rows.ts';
import { narrowed, staying } from './standing.ts';

/** Without these nobody is anybody: they come last, so that a restore that broke off shows nobody's data to anybody. */
const last: readonly string[] = [settingsTable.name, peopleTable.name, directoryTable.name];
/** So many bytes go in one transaction at most (Azure Tables takes 4 MiB): what is packed here is more when it travels. */
const TRANSACTION_BYTES = 200_000;

/** The rows of this tenant in a table, some of one partition at a time. */
async function* ownTogether(storage: Storage, definition: AnyTable, tenant: string) {
  for await (const page of storage.table<object>(definition).pages(TRANSACTION_ROWS)) {
    const own = page.filter(({ partition }) => isOwnRow(partition, tenant));
    yield* Map.groupBy(own, ({ partition }) => partition);
  }
}

async function emptyTable(
  { asStored, tenant }: Services,
  definition: AnyTable,
  isKept: (place: Gone) => boolean,
): Promise<void> {
  for await (const [partition, some] of ownTogether(asStored, definition, tenant)) {
    const going = some.filter(({ row }) => !isKept({ table: definition.name, partition, row }));
    await writeAll(
      asStored.table(definition),
      partition,
      going.map(({ row }) => ({ do: 'remove', row })),
    );
  }
}

/**
 * Takes away all rows of this tenant but for the log, what may not come back, and what stays as it stands. People and settings that
 * tell what nobody may get more than stay until those of the backup are there, so that a restore that breaks off can be done again.
 */
export async function emptyAll(services: Services, plan: RestorePlan): Promise<void> {
  const isStored = plan.standing?.isStored === true;
  // The directory is among the first: without it nobody is anybody, so whatever is still there when this breaks off is nobody's to see.
  for (const definition of services.asStored.definitions) {
    const { name } = definition;
    if (staying.includes(name) || (isStored && narrowed.includes(name))) continue;
    await emptyTable(services, definition, (place) => isStored && plan.stays(place));
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
  const who = await subjectOf(directoryId, services);
  await endDuties(services, BY_ITSELF, who.upns);
  await services.silence.keep(directoryId);
  await eraseSubject(services.storage, who);
}

/** What holds beside the rows of the file: who stopped since, which decisions were taken back, and how long things are kept. */
async function settle(services: Services, { since, erased, stopped, standing }: RestorePlan): Promise<void> {
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
  // Of what was erased between the backup or the list and now nobody is sure: from here on storage knows it all again.
  if (!standing?.isStored) await services.takenBack.beginAgain(now());
}

/**
 * Writes what nobody knows the present state of without what would still be shared. Where a row has something of that, all rows of
 * its table are written, so that none stands out.
 */
async function writeUndecided({ storage, tenant }: Services): Promise<void> {
  for (const definition of storage.definitions) {
    const { person } = definition;
    if (person.kind !== 'personal' || !person.undecided) continue;
    const { undecided } = person;
    const isUndecided = (rows: readonly { value: object }[]) =>
      rows.some(({ value }) => undecided(value).length > 0);
    let isAny = false;
    for await (const [, some] of ownTogether(storage, definition, tenant)) isAny ||= isUndecided(some);
    if (!isAny) continue;
    const decided = (value: object) => {
      const away = undecided(value);
      return Object.fromEntries(Object.entries(value).filter(([field]) => !away.includes(field)));
    };
    for await (const [partition, some] of ownTogether(storage, definition, tenant))
      await writeAll(
        storage.table<object>(definition),
        partition,
        some.map(({ row, value }): RowChange<object> => ({ do: 'put', row, value: decided(value) })),
      );
  }
}

/** Takes away people and teams that the backup does not have. */
async function endNarrowed(services: Services, plan: RestorePlan): Promise<void> {
  for (const definition of services.asStored.definitions)
    if (narrowed.includes(definition.name))
      await emptyTable(services, definition, (place) => plan.inFile.has(nameOfPlace(place)));
}

/**
 * Puts back what a file has, without what was erased or taken back since, or is older than it may be. What stands by now stays as it
 * stands; people and settings come back without what was taken away since. For an installation that does not run, after `emptyAll`.
 * May be repeated after that.
 */
export async function restore(services: Services, plan: RestorePlan): Promise<void> {
  const { asStored, takenBack, tenant } = services;
  const { file, standing, known } = plan;
  await takenBack.add(known);
  await writeRows(asStored, plan.silences, () => true);
  const isWanted = (saved: SavedRow) =>
    saved.table !== takenBackTable.name &&
    (saved.table === usedLinksTable.name || isOwnRow(saved.partition, tenant)) &&
    plan.becomes(saved) === 'back';
  if (standing && !standing.isStored) await writeRows(asStored, standing.rows, (saved) => plan.stays(saved));
  await writeRows(asStored, rowsIn(file), (saved) => isWanted(saved) && !last.includes(saved.table));
  if (!standing?.isStored) await writeUndecided(services);
  for (const table of last)
    await writeRows(asStored, plan.narrowedRows(), (saved) => isWanted(saved) && saved.table === table);
  await endNarrowed(services, plan);
  await settle(services, plan);
}
