import { changeOrAddRow, exactly, key, type Storage } from '../../../storage/index.ts';
import { type StandupDayRow, type StandupRow, standupDaysTable, standupsTable } from './tables.ts';

/** What somebody (directory id) shared. */
export interface StandupEntry extends Omit<StandupRow, 'day'> {
  directoryId: string;
}

/** Days are ISO dates. */
export interface StandupStore {
  /** The stand-up of a day; undefined when none was opened. One point read. */
  day(pilot: string, day: string): Promise<StandupDayRow | undefined>;
  /** The stand-ups from a day up to and including another, oldest first. One range. */
  days(pilot: string, from: string, until: string): Promise<StandupDayRow[]>;
  /** Opens the stand-up of a day, or changes it; tried again when somebody else was first. */
  changeDay(pilot: string, day: string, change: Partial<StandupDayRow>): Promise<void>;
  /** One point read. */
  mine(pilot: string, day: string, directoryId: string): Promise<StandupEntry | undefined>;
  /** Writes what somebody shared in the place of what they shared before. */
  save(pilot: string, day: string, shared: StandupEntry): Promise<void>;
  withdraw(pilot: string, day: string, directoryId: string): Promise<void>;
  /** Everything that was shared on a day. One range. */
  shared(pilot: string, day: string): Promise<StandupEntry[]>;
}

/** The stand-ups of one tenant. */
export function standupStore(storage: Storage, tenant: string): StandupStore {
  const texts = storage.table(standupsTable);
  const days = storage.table(standupDaysTable);
  const partition = (pilot: string, day: string) => key(tenant, pilot, day);

  return {
    day: async (pilot, day) => (await days.get(key(tenant, pilot), key(day)))?.value,
    days: async (pilot, from, until) => {
      const rows = await days.range({
        partition: key(tenant, pilot),
        from: key(from),
        below: exactly(until).below,
      });
      return rows.map(({ value }) => value);
    },
    changeDay: (pilot, day, change) =>
      changeOrAddRow(days, key(tenant, pilot), key(day), (now) => ({ day, ...now, ...change })),
    mine: async (pilot, day, directoryId) => {
      const stored = await texts.get(partition(pilot, day), key(directoryId));
      return stored && { directoryId, ...stored.value };
    },
    save: (pilot, day, { directoryId, done, next, blocker }) =>
      texts.put(partition(pilot, day), key(directoryId), { day, done, next, blocker }),
    withdraw: async (pilot, day, directoryId) => {
      await texts.remove(partition(pilot, day), key(directoryId));
    },
    shared: async (pilot, day) => {
      const rows = await texts.range({ partition: partition(pilot, day) });
      return rows.map(({ row, value: { done, next, blocker } }) => ({
        directoryId: row,
        done,
        next,
        blocker,
      }));
    },
  };
}
