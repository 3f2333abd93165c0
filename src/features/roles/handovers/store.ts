import { changeRow, key, type Storage } from '../../../storage/index.ts';
import type { Handover } from './handover.ts';
import { type HandoverRow, handoversTable } from './tables.ts';

export interface HandoverStore {
  /** What a team has, also what can still be put back. One range. */
  of(team: string): Promise<Handover[]>;
  get(team: string, id: string): Promise<Handover | undefined>;
  /** False when it is there already: the same id is the same handover. */
  add(team: string, handover: Handover): Promise<boolean>;
  /**
   * Changes one; `change` gives undefined to leave it. Gives what stands there then; undefined when there is none or it was left.
   */
  change(
    team: string,
    id: string,
    change: (now: Handover) => Handover | undefined,
  ): Promise<Handover | undefined>;
}

/** Undefined for what was removed so long ago that its texts are gone. */
function handoverOf(id: string, row: HandoverRow): Handover | undefined {
  const { what, from, to, trouble = [], note = '', day, settled, removed } = row;
  if (what === undefined || from === undefined || to === undefined) return undefined;
  return { id, what, from, to, trouble, note, day, settled, removed };
}

const rowOf = ({ id: _, trouble, ...rest }: Handover): HandoverRow => ({ ...rest, trouble: [...trouble] });

/** The handovers of the teams of one tenant. */
export function handoverStore(storage: Storage, tenant: string): HandoverStore {
  const table = storage.table(handoversTable);
  return {
    of: async (team) => {
      const rows = await table.range({ partition: key(tenant, team) });
      return rows.flatMap(({ row, value }) => handoverOf(row, value) ?? []);
    },
    get: async (team, id) => {
      const stored = await table.get(key(tenant, team), key(id));
      return stored && handoverOf(id, stored.value);
    },
    add: (team, handover) => table.insert(key(tenant, team), key(handover.id), rowOf(handover)),
    change: async (team, id, change) => {
      const changed = await changeRow(table, key(tenant, team), key(id), (row) => {
        const now = handoverOf(id, row);
        const next = now && change(now);
        return next === now ? now && row : next && rowOf(next);
      });
      return changed && handoverOf(id, changed.after);
    },
  };
}
