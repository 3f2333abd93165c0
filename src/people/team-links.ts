import { changeRow, key, type Storage } from '../storage/index.ts';
import { type TeamLink, teamLinkTable } from './tables.ts';

export interface TeamLinks {
  /** The link of a team in Teams, also while that is deleted. One point read. */
  of(teamsTeamId: string): Promise<TeamLink | undefined>;
  /** All links. One range. */
  all(): Promise<TeamLink[]>;
  /** Links a team in Teams to ours; false when another one, that is not deleted, is linked to it. One range and one write. */
  link(link: TeamLink): Promise<boolean>;
  /** Changes a link, guarded by its ETag. Undefined when there is none. */
  change(teamsTeamId: string, change: (now: TeamLink) => TeamLink): Promise<TeamLink | undefined>;
  unlink(teamsTeamId: string): Promise<void>;
}

/** The teams in Teams that are linked to teams of one tenant. */
export function teamLinks(storage: Storage, tenant: string): TeamLinks {
  const table = storage.table(teamLinkTable);
  const partition = key(tenant);
  const all = async () => (await table.range({ partition })).map(({ value }) => value);
  return {
    of: async (teamsTeamId) => (await table.get(partition, key(teamsTeamId)))?.value,
    all,
    link: async (link) => {
      const others = (await all()).filter(({ teamsTeamId }) => teamsTeamId !== link.teamsTeamId);
      if (others.some(({ team, deleted }) => team === link.team && deleted === undefined)) return false;
      await table.put(partition, key(link.teamsTeamId), link);
      return true;
    },
    change: async (teamsTeamId, change) =>
      (await changeRow(table, partition, key(teamsTeamId), change))?.after,
    unlink: async (teamsTeamId) => {
      await table.remove(partition, key(teamsTeamId));
    },
  };
}
