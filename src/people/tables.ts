import { dutchDay } from '../calendar/clock.ts';
import { below, defineTable, exactly, key } from '../storage/index.ts';
import type { Municipality, Team } from './municipality.ts';
import type { Person } from './person.ts';

/** One row a person; partition: tenant and team, so that a round reads a team in one range. Row: the person's id. */
export const peopleTable = defineTable<Person>({
  name: 'people',
  namesPeople: true,
  owner: 'people',
  holds:
    'je naam, e-mailadres, team, rol, werkdagen, afwezigheid, de dag voor je tip en het adres van onze chat',
  seenBy: 'jijzelf en de beheerder',
  retention: { days: 30, from: 'removed' },
  json: ['access', 'workdays', 'address'],
  person: {
    kind: 'personal',
    rows: ({ tenant, personIds, teams }) =>
      personIds.flatMap((id) => teams.map((team) => ({ partition: key(tenant, team), ...exactly(id) }))),
    describe: ({ name, upn, role, workdays, checkins, tipDay }) =>
      `Naam ${name}, adres ${upn}${role ? `, rol ${role}` : ''}, werkdagen ${workdays.join(' ')}, ` +
      `check-ins ${checkins ? 'aan' : 'uit'}${tipDay ? `, wekelijkse tip ${tipDay}` : ''}.`,
  },
});

/** Points from what Teams tells us (directory id, UPN, id of a Teams team) to a person or team. */
export interface DirectoryEntry {
  team: string;
  person?: string;
}

export const directoryTable = defineTable<DirectoryEntry>({
  name: 'directory',
  namesPeople: true,
  owner: 'people',
  holds: 'de koppeling tussen je account en je team',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  // An entry goes in the night after its person's row went: see `mendDirectory` in the people store.
  retention: { forever: 'zolang je in Kompas staat' },
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId, upns }) => [
      { partition: key(tenant), ...exactly('d', directoryId) },
      ...upns.map((upn) => ({ partition: key(tenant), ...exactly('u', upn) })),
    ],
    describe: ({ team }, { teamNames }) => `Je account hoort bij team ${teamNames.get(team) ?? team}.`,
  },
});

export const settingsTable = defineTable<Partial<Team> & Partial<Municipality>>({
  name: 'settings',
  namesPeople: true,
  owner: 'people',
  holds: 'instellingen van de gemeente en van teams',
  seenBy: 'iedereen met de rol beheerder',
  retention: { forever: 'tot een beheerder ze wijzigt; jouw e-mailadres tot je weggaat of vergeet mij typt' },
  json: [
    'schedule',
    'closures',
    'consent',
    'dpia',
    'partners',
    'counsellor',
    'procedure',
    'managers',
    'channel',
  ],
  // The rows are of teams and name people by their UPN. `duties.ts` shows what somebody is named for, and
  // takes them out.
  person: {
    kind: 'none',
    why: 'Instellingen gaan over teams en de gemeente. Het e-mailadres van wie een taak heeft, gaat eruit.',
  },
});

/** One managing action (trust:managing-is-logged). */
export interface AuditEntry {
  /** Directory id, `cli` for the command line, or `kompas` for what follows by itself. */
  who: string;
  what: string;
  /** What it was about: never the content of an answer. */
  about: string;
  at: string;
  day: string;
}

export const auditTable = defineTable<AuditEntry>({
  name: 'audit',
  namesPeople: true,
  owner: 'people',
  holds: 'het logboek van beheer: wie wijzigde wat, en wanneer',
  seenBy: 'de beheerder en de privacy-functionaris',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'record',
    why: 'Het logboek is bewijs van wat beheerders deden. Het blijft 2 jaar bewaard.',
    rows: ({ directoryId }) => [below(directoryId)],
    describe: ({ at, what, about }, { teamNames }) =>
      `${dutchDay(at)}: ${what} (${teamNames.get(about) ?? about}).`,
  },
});
