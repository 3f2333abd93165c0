import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { fitted } from '../../../language/fitted.ts';
import { changeRow, key, partsOf, type Storage, type Stored } from '../../../storage/index.ts';
import { kinds, type PilotKind } from '../pilot/pilot.ts';
import { type Ask, type Learning, type LearningSource, longest } from './learning.ts';
import { learningAsksTable, learningContactsTable, learningsTable } from './tables.ts';

export interface LearningStore {
  /** All learning points of the municipality. One range. */
  all(): Promise<Learning[]>;
  /** Those of which somebody asks to share them, and no others. One range. */
  asked(): Promise<Learning[]>;
  get(id: string): Promise<Learning | undefined>;
  /**
   * Keeps what a pilot or a team learned: `text` is trimmed and cut at 300 characters, an empty one is not kept. The same text
   * from the same place and the same `occasion` is the same point, so it may be repeated; without one it is the day.
   */
  addLearning(
    from: { id: string; kind: PilotKind | 'team' },
    text: string,
    source: LearningSource,
    about?: Pick<Learning, 'role' | 'registration'>,
    occasion?: string,
  ): Promise<void>;
  /**
   * Changes a learning point, guarded by its ETag and tried again when somebody else was first. Gives the new value, or
   * undefined when there is none. Writes nothing when `change` gives back the same object.
   */
  change(id: string, change: (learning: Learning) => Learning): Promise<Learning | undefined>;
  /** Directory id of who made this very proposal to share it; undefined when nobody did, or when that was too long ago. */
  asker(of: Pick<Learning, 'id' | 'proposal'>): Promise<string | undefined>;
  /** Writes down who made a proposal to share it, or with undefined that it is decided. False where a later one was made by now. */
  setAsker(id: string, ask: Ask | undefined): Promise<boolean>;
  /** Who may be called about what is shared: directory ids by the id of the learning point. One range. */
  contacts(): Promise<Map<string, string>>;
  /** Writes down who may be called about it, or with undefined that nobody may. */
  setContact(id: string, directoryId: string | undefined): Promise<void>;
}

/** The learning points of one tenant. */
export function learningStore(storage: Storage, tenant: string, now: () => Temporal.Instant): LearningStore {
  const table = storage.table(learningsTable);
  const asks = storage.table(learningAsksTable);
  const contacts = storage.table(learningContactsTable);
  const partition = key(tenant);
  const learningOf = ({ row, value }: Stored<Omit<Learning, 'id'>>): Learning => ({ id: row, ...value });
  const day = () => today(now()).toString();

  async function asksFor(id: string) {
    const rows = await asks.range({ partition });
    return rows.filter(({ row }) => partsOf(row)[1] === id);
  }

  return {
    all: async () => (await table.range({ partition })).map(learningOf),
    asked: async () => {
      const state: Learning['state'] = 'asked';
      return (await table.range({ partition, fieldIs: { field: 'state', value: state } })).map(learningOf);
    },
    get: async (id) => {
      const stored = await table.get(partition, key(id));
      return stored && learningOf(stored);
    },
    addLearning: async ({ id: from, kind }, typed, source, about = {}, occasion = day()) => {
      const text = fitted(typed, longest.text);
      if (text === '') return;
      const print = createHash('sha256').update(JSON.stringify([from, occasion, text]));
      await table.insert(partition, key(`L-${print.digest('hex').slice(0, 16)}`), {
        pilot: from,
        text,
        // Retros of a team keep what was learned going (docs/method.md step 8).
        step: kind === 'team' ? 8 : kinds[kind].step,
        source,
        day: day(),
        state: 'own',
        ...about,
      });
    },
    change: async (id, change) => {
      const changed = await changeRow(table, partition, key(id), (value) => {
        const before = { id, ...value };
        const after = change(before);
        const { id: _, ...rest } = after;
        return after === before ? value : rest;
      });
      return changed && { id, ...changed.after };
    },
    asker: async ({ id, proposal }) =>
      (await asksFor(id))
        .filter(({ value }) => value.proposal !== undefined && value.proposal === proposal)
        .map(({ row }) => partsOf(row)[0])[0],
    setAsker: async (id, ask) => {
      const before = await asksFor(id);
      if (ask && before.some(({ value: { proposal = 0 } }) => proposal > ask.proposal)) return false;
      for (const { row } of before) await asks.remove(partition, row);
      if (ask) await asks.put(partition, key(ask.directoryId, id), { day: day(), proposal: ask.proposal });
      return true;
    },
    contacts: async () => {
      const rows = await contacts.range({ partition });
      return new Map(
        rows.map(({ row }) => {
          const [directoryId = '', id = ''] = partsOf(row);
          return [id, directoryId];
        }),
      );
    },
    setContact: async (id, directoryId) => {
      const rows = await contacts.range({ partition });
      for (const { row } of rows.filter((one) => partsOf(one.row)[1] === id))
        await contacts.remove(partition, row);
      if (directoryId) await contacts.put(partition, key(directoryId, id), { day: day() });
    },
  };
}
