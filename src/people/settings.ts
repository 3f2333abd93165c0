import { defaultSchedule } from '../calendar/schedule.ts';
import { key, type Storage } from '../storage/index.ts';
import { emptyMunicipality, type Municipality, type Settings, type Team } from './municipality.ts';
import { settingsTable } from './tables.ts';

export interface SettingsStore {
  /** Everything, in one request. */
  read(): Promise<Settings>;
  saveMunicipality(municipality: Municipality): Promise<void>;
  saveTeam(team: Team): Promise<void>;
}

const MUNICIPALITY = key('municipality');

/** The settings of one tenant. */
export function settingsStore(storage: Storage, tenant: string): SettingsStore {
  const table = storage.table(settingsTable);
  return {
    read: async () => {
      const rows = await table.range({ partition: key(tenant) });
      const municipality = rows.find(({ row }) => row === MUNICIPALITY)?.value ?? {};
      return {
        municipality: { ...emptyMunicipality, ...municipality },
        teams: rows
          .filter(({ row }) => row !== MUNICIPALITY)
          .map(({ value }) => ({ key: '', name: '', schedule: defaultSchedule, ...value })),
      };
    },
    saveMunicipality: (municipality) => table.put(key(tenant), MUNICIPALITY, municipality),
    saveTeam: (team) => table.put(key(tenant), key('team', team.key), team),
  };
}
