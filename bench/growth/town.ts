import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import type { Area, Register, RegisterEntry } from '../../src/features/mandates/register/register.ts';
import type { Services } from '../../src/features/module.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import type { Access } from '../../src/people/person.ts';
import { key } from '../../src/storage/index.ts';
import { accountOf } from '../inbound/town.ts';

/** A Friday, five minutes after the reminder of the check-in, which is open until three. */
export const NOW = Temporal.Instant.from('2026-11-27T10:05:00+01:00');
export const PERIOD = '2026-W48';
/** The Monday of that week: on it everybody got their card. */
export const MONDAY = Temporal.PlainDate.from('2026-11-23');
export const TEAM_SIZE = 10;

/** A team with the accounts of who is in it; the last of them leads it. */
export interface BenchTeam {
  key: string;
  accounts: readonly string[];
}

const teamOf = (name: string, first: number): BenchTeam => ({
  key: name,
  accounts: Array.from({ length: TEAM_SIZE }, (_, n) => accountOf(first + n)),
});

/** The two teams of the installation. */
export const teams: readonly BenchTeam[] = [teamOf('noord', 0), teamOf('zuid', TEAM_SIZE)];
/** Another team of the same municipality, of which nothing is there but what it left behind. */
export const otherTeam = (n: number): BenchTeam => teamOf(`elders-${n}`, 1_000 + n * TEAM_SIZE);

/** Keeps the register, and is in a team like any other. */
export const [KEEPER] = (teams[0]?.accounts ?? []) as [string];

function accessOf(account: string, place: number): Access[] {
  if (account === KEEPER) return ['medewerker', 'mandaatbeheerder'];
  return place === TEAM_SIZE - 1 ? ['manager'] : ['medewerker'];
}

/** Two teams that may check in, everybody reachable, and this week's cards sent. */
export async function seedTown({ people, settings, storage, tenant, pseudonymise }: Services): Promise<void> {
  const decision = { date: '2026-09-01', reference: 'bench' };
  await settings.changeMunicipality(() => ({ ...emptyMunicipality, consent: decision, dpia: decision }));
  const outcomes = storage.table(outcomeTable);
  const day = MONDAY.toString();
  for (const { key: team, accounts } of teams) {
    await settings.saveTeam({ key: team, name: `Team ${team}`, schedule: defaultSchedule });
    await people.save(
      accounts.map((account, place) => {
        const id = `${team}-${place}`;
        return {
          id,
          name: `Mens ${id}`,
          upn: `${id}@gemeente.example`,
          team,
          directoryId: account,
          access: accessOf(account, place),
          workdays: ['ma', 'di', 'wo', 'do', 'vr'],
          checkins: true,
          reach: 'open',
          address: {
            serviceUrl: 'http://127.0.0.1:9/',
            conversation: `a:${id}`,
            user: `29:${id}`,
            bot: '28:kompas',
          },
          source: 'import',
          welcomed: true,
        };
      }),
    );
    for (const account of accounts)
      await outcomes.put(
        key(tenant, 'checkin-card', team, PERIOD),
        key('r', pseudonymise(team, account, 'round'), day),
        { day, result: 'sent' },
      );
  }
}

const WIJKEN = ['Noord', 'Zuid', 'Oost', 'West', 'Centrum'];
const areas: Area[] = [
  { code: 'GM', name: 'Rivierstad', kind: 'gemeente', aliases: [] },
  ...WIJKEN.map((name, n): Area => ({ code: `W${n}`, name, kind: 'wijk', parent: 'GM', aliases: [] })),
];
const ENTRIES = 50;
const activities = ['verwerken', 'valideren', 'goedkeuren', 'regie', 'koppelen'];
const registrations = ['BAG', 'BGT'];

/** Entries of the register that another version changes. */
export const CHANGED = 2;

/** The entry with this number as it stands in a version of the register: each version changes the holder of two. */
function entryIn(version: number, n: number): RegisterEntry {
  const times = Math.floor(version / (ENTRIES / CHANGED)) + (n < (version * CHANGED) % ENTRIES ? 1 : 0);
  return {
    id: `R${n}`,
    kind: 'machtiging',
    activity: activities[n % activities.length] ?? '',
    registration: registrations[Math.floor(n / 25)] ?? '',
    area: `W${Math.floor(n / 5) % WIJKEN.length}`,
    role: '',
    holder: `Houder ${n} ${times}`,
    deputies: [`Vervanger ${n}`],
    organisation: 'Gemeente Rivierstad',
    basis: 'Mandaatbesluit 2026',
    publication: 'GMB-2026-1',
    fourEyes: false,
    subGranting: false,
    conditions: '',
    from: '2026-01-01',
  };
}

/** A register of fifty entries, of which each version changes two. */
export const registerIn = (version: number): Register => ({
  entries: Array.from({ length: ENTRIES }, (_, n) => entryIn(version, n)),
  areas,
  tenures: [],
});
