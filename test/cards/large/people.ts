import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { Team } from '../../../src/people/municipality.ts';
import { type Access, ibroRoles, type Person, teamKey } from '../../../src/people/person.ts';
import { auditTable } from '../../../src/people/tables.ts';
import { key, writeAll } from '../../../src/storage/index.ts';
import { account, agreed, person, type Town } from '../../support/town.ts';
import { at, nameOf, textOf, upTo } from './words.ts';

export const [PEOPLE, TEAMS, DEPARTMENTS] = [1_500, 60, 12];
/** So many in the first team, which is more than a list holds; the others share the rest. */
const FIRST_TEAM = 70;
export const CHANNEL = '19:channel@thread.tacv2';
const channel = { serviceUrl: 'http://127.0.0.1:1', conversation: CHANNEL, bot: '28:kompas' };

/** Those who have most to see, by what they are; each works in the first team. */
export const kinds = {
  member: 1,
  manager: 2,
  beheerder: 3,
  mandaatbeheerder: 4,
  projectleider: 5,
  directie: 6,
} as const;
export type Kind = keyof typeof kinds;

const rights: Partial<Record<number, Access[]>> = {
  [kinds.manager]: ['manager', 'afdelingshoofd'],
  [kinds.beheerder]: ['beheerder'],
  [kinds.mandaatbeheerder]: ['mandaatbeheerder'],
  [kinds.projectleider]: ['projectleider', 'hr'],
  [kinds.directie]: ['directie'],
};

export const teamNames = upTo(TEAMS).map((n) => nameOf(`Wijkteam ${n + 1} Überstroom`, 80));
export const teamKeys = teamNames.map(teamKey);

/** The name of a colleague at the limit of the import; every fortieth is a namesake of the one before. */
export const colleagueName = (n: number): string =>
  nameOf(`Zoë-${n % 40 === 0 ? n - 1 : n} Çelik-van der Øster`, 120);
const upnOf = (n: number) => `${`collega.${n}.`.padEnd(120, 'x')}@gemeente.example`;

function colleague(n: number): Person {
  const place = n <= FIRST_TEAM ? 0 : 1 + (n % (TEAMS - 1));
  return person(`p${n}`, {
    name: colleagueName(n),
    upn: upnOf(n),
    team: at(teamKeys, place),
    access: rights[n] ?? ['medewerker'],
    role: at(ibroRoles, n),
    secondRole: at(ibroRoles, n + 1),
    // Many are away, so that some mandates have nobody.
    absentFrom: n >= 10 && n < 200 ? '2026-11-01' : undefined,
  });
}

const teamOf = (n: number): Team => ({
  key: at(teamKeys, n),
  name: at(teamNames, n),
  schedule: defaultSchedule,
  department: nameOf(`Afdeling ${n % DEPARTMENTS} Ruimte`, 80),
  managers: [kinds.manager, 10, 11, 12].map(upnOf),
  channel: { ...channel, conversation: n === 0 ? CHANNEL : `19:team-${n}` },
});

/** The people and the settings of a municipality in which everything is as long as an import or a form takes it. */
export async function bringPeople({ core, storage }: Town): Promise<void> {
  const { settings, people, tenant } = core;
  const days = upTo(60).map((n) => `2027-${`${1 + (n % 12)}`.padStart(2, '0')}-${10 + Math.floor(n / 12)}`);
  await settings.changeMunicipality((now) => ({
    ...now,
    ...agreed,
    name: nameOf('Gemeente Súdwest', 80),
    closures: days,
    partners: upTo(40).map((n) => ({ label: nameOf(`Een coach ${n}`, 100), upn: upnOf(20 + n) })),
    counsellor: { name: nameOf('Rosa Linde', 120), contact: nameOf('010 000 00 00', 200) },
    procedure: 'https://gemeente.example/melden',
    worksCouncil: [upnOf(kinds.directie)],
    secondRegistrar: upnOf(kinds.beheerder),
    step: 3,
  }));
  for (const n of upTo(TEAMS)) await settings.saveTeam(teamOf(n));
  for (const n of upTo(15))
    await settings.saveTeam({
      ...teamOf(n),
      key: `oud-${n}`,
      name: nameOf(`Oud ${n}`, 80),
      ended: '2026-01-05',
    });
  await people.save(upTo(PEOPLE).map((n) => colleague(n + 1)));
  const audit = storage.table(auditTable);
  // Two years of somebody's managing, as long as it is kept.
  for (const who of Object.values(kinds).map(account))
    await writeAll(
      audit,
      key(tenant, '2026-11'),
      upTo(300).map((n) => ({
        do: 'put',
        row: key(who, `${n}`),
        value: {
          who,
          what: textOf('instellingen gewijzigd', 60),
          about: at(teamKeys, n),
          at: '2026-11-01T10:00:00Z',
          day: '2026-11-01',
        },
      })),
    );
}
