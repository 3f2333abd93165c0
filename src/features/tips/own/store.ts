import { defineTable, key, type Storage, type Stored } from '../../../storage/index.ts';

/** The change compass that a team wrote itself. Partition: tenant. Row: team key. */
export interface TeamCompassRow {
  /** The day it was last written: ISO date in Europe/Amsterdam, for retention. */
  day: string;
  /** What the team brings and what it needs, in its own words. No author is kept; both '' once the team emptied it. */
  brings: string;
  needs: string;
}

export const teamCompassesTable = defineTable<TeamCompassRow>({
  name: 'teamcompasses',
  namesPeople: false,
  owner: 'tips',
  holds: 'wat je team meebrengt en nodig heeft, in eigen woorden',
  seenBy: 'je team, wie het team leidt, en het kanaal van je team',
  retention: { days: 365, from: 'day' },
  person: { kind: 'none', why: 'Het zijn woorden van een team. Er staat niet bij wie ze schreef.' },
});

export interface TeamCompassStore {
  of(team: string): Promise<Stored<TeamCompassRow> | undefined>;
  /** Writes over what was read, or for the first time. False when somebody else was first. */
  write(team: string, row: TeamCompassRow, before?: Stored<TeamCompassRow>): Promise<boolean>;
}

/** The change compasses of the teams of one tenant. */
export function teamCompassStore(storage: Storage, tenant: string): TeamCompassStore {
  const table = storage.table(teamCompassesTable);
  return {
    of: (team) => table.get(key(tenant), key(team)),
    write: (team, row, before) =>
      before ? table.replace(before, row) : table.insert(key(tenant), key(team), row),
  };
}
