import { changeRow, key, type Storage } from '../../../storage/index.ts';
import type { CalendarChange } from './change.ts';
import { type ChangeRow, changesTable } from './tables.ts';

export interface ChangeStore {
  /** The whole calendar. One range. */
  all(): Promise<CalendarChange[]>;
  get(id: string): Promise<CalendarChange | undefined>;
  /** False when it is there already: the same id is the same change. `today`: ISO date. */
  add(change: CalendarChange, today: string): Promise<boolean>;
  /**
   * Edits one change. Gives undefined when there is none or when `edit` gives undefined. Writes nothing when `edit`
   * gives back the same object.
   */
  change(
    id: string,
    today: string,
    edit: (change: CalendarChange) => CalendarChange | undefined,
  ): Promise<CalendarChange | undefined>;
}

const changeOf = (id: string, { day: _day, ...rest }: ChangeRow): CalendarChange => ({ id, ...rest });
const rowOf = ({ id: _id, ...rest }: CalendarChange, today: string): ChangeRow => ({
  ...rest,
  day: 'date' in rest.when ? rest.when.date : today,
});

/** The change calendar of one tenant. */
export function changeStore(storage: Storage, tenant: string): ChangeStore {
  const table = storage.table(changesTable);
  return {
    all: async () =>
      (await table.range({ partition: key(tenant) })).map(({ row, value }) => changeOf(row, value)),
    get: async (id) => {
      const read = await table.get(key(tenant), key(id));
      return read && changeOf(id, read.value);
    },
    add: (change, today) => table.insert(key(tenant), key(change.id), rowOf(change, today)),
    change: async (id, today, edit) => {
      const changed = await changeRow(table, key(tenant), key(id), (row) => {
        const now = changeOf(id, row);
        const next = edit(now);
        return next === now ? row : next && rowOf(next, today);
      });
      return changed && changeOf(id, changed.after);
    },
  };
}
