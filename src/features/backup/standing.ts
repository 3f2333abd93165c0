import { today } from '../../calendar/clock.ts';
import { usedLinksTable } from '../../files/links.ts';
import type { Person } from '../../people/person.ts';
import { auditTable, directoryTable, peopleTable, settingsTable, silenceTable } from '../../people/tables.ts';
import { takenBackTable } from '../../people/taken-back.ts';
import { type AnyTable, type Gone, key } from '../../storage/index.ts';
import type { Services } from '../module.ts';
import { amongPeople, goneSince, narrowerPerson, narrowerSettings, type SettingsRow } from './narrower.ts';
import { nameOfPlace } from './places.ts';
import { isOwnRow } from './reading.ts';
import type { SavedRow } from './rows.ts';
import { isSaved } from './save.ts';

/** What stands by now, or stood when the list was made. Undefined where nothing tells how it stood. */
export interface Standing {
  /** True where it stands in storage; otherwise `rows` are the rows of the list. */
  isStored: boolean;
  rows: readonly SavedRow[];
  /** True for a row that stays as it stands there, whatever the backup has for it. */
  has(place: Gone): boolean;
  /** The row of a backup for people and settings, by which nobody may or gets more than as it stands. */
  narrower(saved: SavedRow): SavedRow;
  /** What has to hold of settings that the backup has no row for, with the key of that row in storage. */
  beside(inFile: ReadonlySet<string>): SavedRow[];
  /** True for a row of `people` whose person is in another team by now. */
  isInOtherTeam(saved: SavedRow): boolean;
  /** How many settings become another than they are, of a row of them. */
  settingsChanging(saved: SavedRow): number;
}

/** What is not emptied when everything is replaced: the log of what happened since, what may not come back, and who is not written to. */
export const staying: readonly string[] = [
  auditTable.name,
  takenBackTable.name,
  silenceTable.name,
  // Of whom a number is, it does not say.
  usedLinksTable.name,
];
/** What nobody may get more by than by what stands: the row of the backup comes back, made narrower. */
export const narrowed: readonly string[] = [peopleTable.name, settingsTable.name];

/**
 * True for a table of which a row that stands stays as it is: it is newer than that of a backup, and what its people took back by
 * changing or emptying it stays away. Not so where rows only hold together.
 */
const isNewestKept = ({ name, whole }: AnyTable): boolean =>
  !whole && ![...staying, ...narrowed, directoryTable.name].includes(name);

async function* ownRows({ asStored, tenant }: Services, definition: AnyTable): AsyncIterable<SavedRow> {
  for await (const page of asStored.table<object>(definition).pages())
    for (const { partition, row, value } of page)
      if (isOwnRow(partition, tenant))
        yield { table: definition.name, partition, row, value: value as Record<string, unknown> };
}

/** What Kompas keeps in the settings for itself. */
const ofItself = ['changes', 'keyCheck', 'keyFrom', 'keyMoving', 'keySince', 'peopleSince'];

const same = (one: object, other: object) => {
  const text = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
};

/** How things stand, by storage or by the rows of a list. Reads all of storage once. */
export async function standing(
  services: Services,
  listed: readonly SavedRow[] | undefined,
): Promise<Standing> {
  const kept = new Set<string>();
  const people: Person[] = [];
  const settings = new Map<string, SettingsRow>();
  for (const definition of services.asStored.definitions.filter(isSaved)) {
    const rows = listed?.filter(({ table }) => table === definition.name) ?? ownRows(services, definition);
    const isKept = isNewestKept(definition);
    for await (const saved of rows) {
      if (isKept) kept.add(nameOfPlace(saved));
      if (saved.table === peopleTable.name) people.push(saved.value as unknown as Person);
      if (saved.table === settingsTable.name) settings.set(saved.row, saved.value as SettingsRow);
    }
  }
  const rowOf = amongPeople(people);
  const day = today(services.now()).toString();
  const narrower = ({ table, row, value }: SavedRow): object => {
    if (table === settingsTable.name) return narrowerSettings(row, value as SettingsRow, settings.get(row));
    const then = value as unknown as Person;
    if (table !== peopleTable.name) return value;
    const now = rowOf(then);
    return now || people.length === 0 ? narrowerPerson(then, now) : goneSince(then, day);
  };
  const narrowerRow = (saved: SavedRow): SavedRow => {
    const value = narrower(saved);
    return same(value, saved.value) ? saved : { ...saved, value: value as Record<string, unknown> };
  };
  return {
    isStored: listed === undefined,
    rows: listed ?? [],
    has: (place) => kept.has(nameOfPlace(place)),
    narrower: narrowerRow,
    beside: (inFile) => {
      const place = { table: settingsTable.name, partition: key(services.tenant), row: key('municipality') };
      if (!settings.has(place.row) || inFile.has(nameOfPlace(place))) return [];
      return [narrowerRow({ ...place, value: {} })];
    },
    isInOtherTeam: ({ value }) => {
      const then = value as unknown as Person;
      return (rowOf(then)?.team ?? then.team) !== then.team;
    },
    settingsChanging: (saved) => {
      const now: Record<string, unknown> | undefined = settings.get(saved.row) as never;
      const after = narrowerRow(saved).value;
      if (!now) return 0;
      const fields = new Set([...Object.keys(now), ...Object.keys(after)]);
      return [...fields].filter(
        (field) => !ofItself.includes(field) && JSON.stringify(now[field]) !== JSON.stringify(after[field]),
      ).length;
    },
  };
}
