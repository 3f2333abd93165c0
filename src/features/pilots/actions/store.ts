import { below, changeRows, key, partsOf, type RowChange, type Storage } from '../../../storage/index.ts';
import { type ActionRow, pilotActionsTable } from './tables.ts';

/** Something that has to be done. Days are ISO dates; `owner` is a directory id, missing when nobody took it on yet. */
export interface Todo {
  id: string;
  text: string;
  source: 'standup' | 'retro' | 'demo';
  day: string;
  due?: string;
  doneOn?: string;
  mentioned?: string;
  told?: string;
  askedFor?: string;
  remindedFor?: string;
  given?: number;
  owner?: string;
}

export interface ActionStore {
  /**
   * Ids of the pilots in which something is somebody's that is open, or was done since a day (ISO date), whether or not they are still in
   * them. One range over all pilots.
   */
  ownedIn(directoryId: string, since?: string): Promise<string[]>;
  /** Everything that was taken on in a pilot, oldest first. One range. */
  of(pilot: string): Promise<Todo[]>;
  /** False when it is there already: the same id is the same action. */
  add(pilot: string, todo: Todo): Promise<boolean>;
  /** Changes an action but not its owner. Undefined when there is none. When it is done, or open again, one range and a row more. */
  change(pilot: string, id: string, change: (todo: ActionRow) => ActionRow): Promise<ActionRow | undefined>;
  /**
   * Gives an open action as it was read (`todo`) to somebody, with the day by which it should be done and the day on which a new
   * owner was told. False when it was done or changed hands since then: of two who take it on at once it becomes one's.
   */
  hand(pilot: string, todo: Todo, to: { owner: string; due?: string; told?: string }): Promise<boolean>;
}

/** The actions of one tenant. An owner is a row of its own, so that erasing a person leaves the action to the team. */
export function actionStore(storage: Storage, tenant: string): ActionStore {
  const table = storage.table(pilotActionsTable);
  const partition = (pilot: string) => key(tenant, pilot);
  const actionRow = (id: string) => key('a', id);
  const ownerRow = (owner: string, id: string) => key('o', owner, id);

  /** Says beside whose an action is that it is done, or open; who erased themselves meanwhile does not come back by it. */
  async function ownersOf(pilot: string, id: string, doneOn?: string): Promise<RowChange<ActionRow>[]> {
    const rows = await table.range({ partition: partition(pilot), ...below('o') });
    return rows
      .filter(({ row }) => partsOf(row)[2] === id)
      .map(({ row, etag, value: { day } }) => ({ do: 'replace', row, etag, value: { day, doneOn } }));
  }

  return {
    ownedIn: async (directoryId, since) => {
      const rows = await table.range(below('o', directoryId));
      const pilots = rows.flatMap(({ partition: of, value: { doneOn } }) => {
        const [whose, pilot = ''] = partsOf(of);
        const counts = doneOn === undefined || (since !== undefined && doneOn >= since);
        return whose === tenant && counts ? [pilot] : [];
      });
      return [...new Set(pilots)];
    },
    of: async (pilot) => {
      const rows = await table.range({ partition: partition(pilot) });
      const owners = new Map<string, string>();
      for (const { row } of rows) {
        const [kind, owner = '', id = ''] = partsOf(row);
        if (kind === 'o') owners.set(id, owner);
      }
      return rows
        .flatMap(({ row, value }) => {
          const [kind, id = ''] = partsOf(row);
          const { text = '', source = 'standup', ...rest } = value;
          return kind === 'a' ? [{ id, text, source, ...rest, owner: owners.get(id) }] : [];
        })
        .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
    },
    add: (pilot, { id, owner, ...value }) =>
      table.transact(partition(pilot), [
        { do: 'insert', row: actionRow(id), value },
        ...(owner
          ? [
              {
                do: 'put' as const,
                row: ownerRow(owner, id),
                value: { day: value.day, doneOn: value.doneOn },
              },
            ]
          : []),
      ]),
    change: (pilot, id, change) =>
      changeRows<ActionRow, ActionRow | undefined>(table, partition(pilot), async () => {
        const stored = await table.get(partition(pilot), actionRow(id));
        const after = stored && change(stored.value);
        if (!stored || !after || after === stored.value) return { changes: [], done: after };
        const isTurned = after.doneOn !== stored.value.doneOn;
        return {
          changes: [
            { do: 'replace', row: stored.row, etag: stored.etag, value: after },
            ...(isTurned ? await ownersOf(pilot, id, after.doneOn) : []),
          ],
          done: after,
        };
      }),
    hand: async (pilot, todo, { owner, due, told }) => {
      const read = await table.get(partition(pilot), actionRow(todo.id));
      if (!read || read.value.doneOn !== undefined || read.value.given !== todo.given) return false;
      const isOther = owner !== todo.owner;
      const value = {
        ...read.value,
        due,
        given: (todo.given ?? 0) + 1,
        told: isOther ? told : read.value.told,
      };
      const isHanded = await table.transact(partition(pilot), [
        { do: 'replace', row: read.row, value, etag: read.etag },
        { do: 'put', row: ownerRow(owner, todo.id), value: { day: todo.day } },
      ]);
      if (isHanded && isOther && todo.owner)
        await table.remove(partition(pilot), ownerRow(todo.owner, todo.id));
      return isHanded;
    },
  };
}
