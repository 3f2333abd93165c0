import type { Schedule } from '../calendar/schedule.ts';
import { defaultSchedule } from '../calendar/schedule.ts';
import { key, type Storage } from '../storage/index.ts';
import type { Address } from './person.ts';
import { settingsTable } from './tables.ts';

export interface Team {
  key: string;
  name: string;
  schedule: Schedule;
}

/** A decision that was recorded by an administrator: ISO date and the reference it can be found under. */
export interface Decision {
  date: string;
  reference: string;
}

/** Somebody to talk to, offered to everybody in the same way (house trust rule 5). */
export interface TalkPartner {
  label: string;
  upn: string;
}

/** What holds for the whole municipality. */
export interface Municipality {
  name: string;
  /** ISO dates without check-ins on top of the public holidays. */
  closures: string[];
  /** Consent of the works council; no round goes out without it and the DPIA (house trust rule 9). */
  consent?: Decision;
  dpia?: Decision;
  partners: TalkPartner[];
  /** Confidential counsellor: contact details only. */
  counsellor?: { name: string; contact: string };
  /** Where the official reporting procedure is described. */
  procedure?: string;
}

export interface Settings {
  municipality: Municipality;
  teams: Team[];
}

/** A place where a team can be written to, kept under the id of the Teams team. */
export interface Channel {
  team: string;
  address: Address;
}

export interface SettingsStore {
  /** Everything, in one request. */
  read(): Promise<Settings>;
  saveMunicipality(municipality: Municipality): Promise<void>;
  saveTeam(team: Team): Promise<void>;
}

const MUNICIPALITY = key('municipality');

/** What a new installation starts with: nothing allowed yet. */
export const emptyMunicipality: Municipality = { name: '', closures: [], partners: [] };

/** True when check-ins may be sent: works council and DPIA are recorded (house trust rule 9). */
export function consentGiven({ consent, dpia }: Municipality): boolean {
  return consent !== undefined && dpia !== undefined;
}

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
