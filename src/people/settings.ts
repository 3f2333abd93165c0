import { defaultSchedule } from '../calendar/schedule.ts';
import { changeOrAddRow, changeRow, key, type Storage } from '../storage/index.ts';
import { emptyMunicipality, type Municipality, type Settings, type Team } from './municipality.ts';
import { settingsTable } from './tables.ts';

export interface SettingsStore {
  /** Everything, in one request. */
  read(): Promise<Settings>;
  /** Changes what holds for the municipality; asked again when somebody else was first. */
  changeMunicipality(change: (now: Municipality) => Municipality): Promise<void>;
  /** A new team, or this one whatever stood there. */
  saveTeam(team: Team): Promise<void>;
  /** Changes a team; asked again when somebody else was first. Gives undefined when there is none with that key. */
  changeTeam(key: string, change: (now: Team) => Team): Promise<Team | undefined>;
}

const MUNICIPALITY = key('municipality');

/** The settings of one tenant. */
export function settingsStore(storage: Storage, tenant: string): SettingsStore {
  const table = storage.table(settingsTable);
  const teamOf = (value: Partial<Team>): Team => ({ key: '', name: '', schedule: defaultSchedule, ...value });
  return {
    read: async () => {
      const rows = await table.range({ partition: key(tenant) });
      const municipality = rows.find(({ row }) => row === MUNICIPALITY)?.value ?? {};
      const teams = rows.filter(({ row }) => row !== MUNICIPALITY).map(({ value }) => teamOf(value));
      return {
        municipality: { ...emptyMunicipality, ...municipality },
        teams: teams.filter(({ ended }) => ended === undefined),
        ended: teams.filter(({ ended }) => ended !== undefined),
      };
    },
    changeMunicipality: (change) =>
      changeOrAddRow(table, key(tenant), MUNICIPALITY, (now) => change({ ...emptyMunicipality, ...now })),
    saveTeam: (team) => table.put(key(tenant), key('team', team.key), team),
    changeTeam: async (name, change) => {
      const changed = await changeRow(table, key(tenant), key('team', name), (now) => change(teamOf(now)));
      return changed && teamOf(changed.after);
    },
  };
}
