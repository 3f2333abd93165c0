import { type IbroRole, teamKey } from '../../../people/person.ts';
import { below, key, partsOf, type RowChange, type Storage } from '../../../storage/index.ts';
import type { ProfilePart } from '../content/profiles.ts';
import { newest, type ProfileVersion } from './profile.ts';
import { type ProfileVersionRow, profileAuthorsTable, profilePointsTable, profilesTable } from './tables.ts';

/** A part that gets another text, or with undefined our own again. `seen`: the version it takes the place of. */
export interface PartChange {
  role: IbroRole;
  part: ProfilePart;
  seen: number;
  text: string | undefined;
}

export interface ProfileStore {
  /** All versions of one role, or of all. One range. */
  versions(role?: IbroRole): Promise<ProfileVersion[]>;
  /**
   * Writes new versions, all or none, and who wrote them (directory id) on this day (ISO date). False when one of them was
   * changed since: then nothing is written.
   */
  write(changes: readonly PartChange[], by: string, day: string): Promise<boolean>;
  /** Who wrote which version: directory ids by `authorKey`. One range. */
  authors(): Promise<Map<string, string>>;
  /** Ids of the learning points beside a profile, the longest there first. One range. */
  points(role: IbroRole): Promise<string[]>;
  /** Makes these the learning points beside a profile; those that stay keep their day. False when others changed them meanwhile. */
  setPoints(role: IbroRole, learnings: readonly string[], day: string): Promise<boolean>;
}

/** How a role is called in keys. */
const roleKey = (role: IbroRole): string => teamKey(role);
/** Numbers of one length sort as numbers. */
const sortable = (version: number) => `${version}`.padStart(6, '0');

/** Tells versions apart in `ProfileStore.authors`. */
export const authorKey = ({ role, part, version }: Pick<ProfileVersion, 'role' | 'part' | 'version'>) =>
  [roleKey(role), part, sortable(version)].join('|');

/** The role profiles of one tenant. */
export function profileStore(storage: Storage, tenant: string): ProfileStore {
  const table = storage.table(profilesTable);
  const authorTable = storage.table(profileAuthorsTable);
  const pointTable = storage.table(profilePointsTable);
  const partition = key(tenant);

  const rowOf = ({ role, part, version }: Pick<ProfileVersion, 'role' | 'part' | 'version'>) =>
    key(roleKey(role), part, sortable(version));

  async function versions(role?: IbroRole): Promise<ProfileVersion[]> {
    const rows = await table.range({ partition, ...(role ? below(roleKey(role)) : {}) });
    return rows.map(({ row, value }) => ({ ...value, version: Number(partsOf(row)[2]) }));
  }

  return {
    versions,
    write: async (changes, by, day) => {
      const there = await versions();
      const rows = changes.flatMap(({ role, part, seen, text }): RowChange<ProfileVersionRow>[] => {
        const before = newest(there, role, part);
        const next: RowChange<ProfileVersionRow> = {
          do: 'insert',
          row: rowOf({ role, part, version: seen + 1 }),
          value: { role, part, text, day },
        };
        if (!before) return [next];
        const { version: _, ...old } = before;
        return [{ do: 'put', row: rowOf(before), value: { ...old, replaced: day } }, next];
      });
      const isStale = changes.some(
        ({ role, part, seen }) => (newest(there, role, part)?.version ?? 0) !== seen,
      );
      if (isStale || !(await table.transact(partition, rows))) return false;
      for (const { role, part, seen } of changes)
        await authorTable.put(partition, key(by, roleKey(role), part, sortable(seen + 1)), {
          role,
          part,
          day,
        });
      return true;
    },
    authors: async () => {
      const rows = await authorTable.range({ partition });
      return new Map(
        rows.map(({ row }) => {
          const [directoryId = '', ...version] = partsOf(row);
          return [version.join('|'), directoryId];
        }),
      );
    },
    points: async (role) => {
      const rows = await pointTable.range({ partition, ...below(roleKey(role)) });
      return rows
        .toSorted((a, b) => a.value.day.localeCompare(b.value.day) || a.row.localeCompare(b.row))
        .map(({ value }) => value.learning);
    },
    setPoints: async (role, learnings, day) => {
      const rows = await pointTable.range({ partition, ...below(roleKey(role)) });
      const there = new Set(rows.map(({ value }) => value.learning));
      const wanted = new Set(learnings);
      return pointTable.transact(partition, [
        ...rows
          .filter(({ value }) => !wanted.has(value.learning))
          .map(({ row }) => ({ do: 'remove' as const, row })),
        ...[...wanted]
          .filter((learning) => !there.has(learning))
          .map((learning) => ({
            do: 'put' as const,
            row: key(roleKey(role), learning),
            value: { role, learning, day },
          })),
      ]);
    },
  };
}
