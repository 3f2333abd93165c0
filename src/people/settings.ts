import type { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../calendar/schedule.ts';
import { changeOrAddRow, changeRow, key, type Storage } from '../storage/index.ts';
import { emptyMunicipality, type Municipality, type Settings, type Team } from './municipality.ts';
import { type MunicipalityRow, settingsTable } from './tables.ts';

export interface SettingsStore {
  /** Everything as it stands now, in one request: for rights and consent. */
  read(): Promise<Settings>;
  /** The same, at most two seconds old: for what may be late by that without harm, such as the step or how a style is called. */
  recent(): Promise<Settings>;
  /** Changes what holds for the municipality; asked again when somebody else was first. */
  changeMunicipality(change: (now: Municipality) => Municipality): Promise<void>;
  /** Writes a team, whatever stood there. */
  saveTeam(team: Team): Promise<void>;
  /**
   * Changes a team. `change` is called again when somebody else wrote first. Gives undefined when there is no
   * team with that key.
   */
  changeTeam(key: string, change: (now: Team) => Team): Promise<Team | undefined>;
}

const MUNICIPALITY = key('municipality');

const RECENT_MS = 2_000;

const municipalityOf = ({ worksCouncil = '', ...row }: MunicipalityRow): Municipality => ({
  ...emptyMunicipality,
  ...row,
  worksCouncil: worksCouncil.split(' ').filter(Boolean),
});
const rowOf = ({ worksCouncil, ...municipality }: Municipality): MunicipalityRow => ({
  ...municipality,
  ...(worksCouncil.length > 0 ? { worksCouncil: worksCouncil.join(' ') } : {}),
});

/** The settings of one tenant. */
export function settingsStore(storage: Storage, tenant: string, now: () => Temporal.Instant): SettingsStore {
  const table = storage.table(settingsTable);
  const teamOf = (value: Partial<Team>): Team => ({ key: '', name: '', schedule: defaultSchedule, ...value });
  /** The last reading; none after a change of our own, which made it old. */
  let last: { at: number; reading: Promise<Settings> } | undefined;

  async function readRows(): Promise<Settings> {
    const rows = await table.range({ partition: key(tenant) });
    const municipality = rows.find(({ row }) => row === MUNICIPALITY)?.value ?? {};
    const teams = rows.filter(({ row }) => row !== MUNICIPALITY).map(({ value }) => teamOf(value));
    return {
      municipality: municipalityOf(municipality),
      teams: teams.filter(({ ended }) => ended === undefined),
      ended: teams.filter(({ ended }) => ended !== undefined),
    };
  }

  function read(): Promise<Settings> {
    const mine = { at: now().epochMilliseconds, reading: readRows() };
    last = mine;
    mine.reading.catch(() => {
      if (last === mine) last = undefined;
    });
    return mine.reading;
  }

  function recent(): Promise<Settings> {
    const age = last && now().epochMilliseconds - last.at;
    return last && age !== undefined && age >= 0 && age < RECENT_MS ? last.reading : read();
  }

  async function afterwards<R>(change: Promise<R>): Promise<R> {
    try {
      return await change;
    } finally {
      last = undefined;
    }
  }

  return {
    read,
    recent,
    changeMunicipality: (change) =>
      afterwards(
        changeOrAddRow(table, key(tenant), MUNICIPALITY, (stored) =>
          rowOf(change(municipalityOf(stored ?? {}))),
        ),
      ),
    saveTeam: (team) => afterwards(table.put(key(tenant), key('team', team.key), team)),
    changeTeam: async (name, change) => {
      const changed = await afterwards(
        changeRow(table, key(tenant), key('team', name), (now) => change(teamOf(now))),
      );
      return changed && teamOf(changed.after);
    },
  };
}
