import { below, changeRow, key, partsOf, type Storage } from '../../../storage/index.ts';
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
  owner?: string;
}

export interface ActionStore {
  /** Ids of the pilots in which something is somebody's, whether or not they are still in them. One range over all pilots. */
  ownedIn(directoryId: string): Promise<string[]>;
  /** Everything that was taken on in a pilot, oldest first. One range. */
  of(pilot: string): Promise<Todo[]>;
  /** False when it is there already: the same id is the same action. */
  add(pilot: string, todo: Todo): Promise<boolean>;
  /** Changes an action but not its owner. Undefined when there is none. */
  change(pilot: string, id: string, change: (todo: ActionRow) => ActionRow): Promise<ActionRow | undefined>;
  /** Gives an action to somebody, or to nobody. */
  give(pilot: string, todo: Todo, owner: string | undefined): Promise<void>;
}

/** The actions of one tenant. An owner is a row of its own, so that erasing a person leaves the action to the team. */
export function actionStore(storage: Storage, tenant: string): ActionStore {
  const table = storage.table(pilotActionsTable);
  const partition = (pilot: string) => key(tenant, pilot);
  const actionRow = (id: string) => key('a', id);
  const ownerRow = (owner: string, id: string) => key('o', owner, id);

  return {
    ownedIn: async (directoryId) => {
      const rows = await table.range(below('o', directoryId));
      const pilots = rows.flatMap(({ partition: of }) => {
        const [whose, pilot = ''] = partsOf(of);
        return whose === tenant ? [pilot] : [];
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
        ...(owner ? [{ do: 'put' as const, row: ownerRow(owner, id), value: { day: value.day } }] : []),
      ]),
    change: async (pilot, id, change) =>
      (await changeRow(table, partition(pilot), actionRow(id), change))?.after,
    give: async (pilot, todo, owner) => {
      if (owner) await table.put(partition(pilot), ownerRow(owner, todo.id), { day: todo.day });
      if (todo.owner && todo.owner !== owner)
        await table.remove(partition(pilot), ownerRow(todo.owner, todo.id));
    },
  };
}
