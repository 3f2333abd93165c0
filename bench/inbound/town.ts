import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Services } from '../../src/features/module.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';

/** A Wednesday evening: the check-in is open, and it is too late for rounds, so that nothing is sent but answers. */
export const EVENING = Temporal.Instant.from('2026-11-25T18:30:00Z');
export const PERIOD = '2026-W48';
/** So many people, in teams of ten. */
export const PEOPLE = 400;
const TEAM_SIZE = 10;

/** The account of a made-up colleague. */
export const accountOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Teams that may check in. */
export async function seed({ people, settings }: Pick<Services, 'people' | 'settings'>): Promise<void> {
  const decision = { date: '2026-09-01', reference: 'bench' };
  await settings.changeMunicipality(() => ({ ...emptyMunicipality, consent: decision, dpia: decision }));
  for (let first = 0; first < PEOPLE; first += TEAM_SIZE) {
    const team = `team-${first / TEAM_SIZE + 1}`;
    await settings.saveTeam({ key: team, name: `Team ${team}`, schedule: defaultSchedule });
    await people.save(
      Array.from({ length: TEAM_SIZE }, (_, index) => ({
        id: `p${first + index}`,
        name: `Mens ${first + index}`,
        upn: `p${first + index}@gemeente.example`,
        team,
        directoryId: accountOf(first + index),
        access: ['medewerker'],
        workdays: ['ma', 'di', 'wo', 'do', 'vr'],
        checkins: true,
        // As who has the app: whoever writes for the first time costs more, once.
        reach: 'open',
        address: {
          serviceUrl: 'http://127.0.0.1:9/',
          conversation: `a:p${first + index}`,
          user: `29:p${first + index}`,
          bot: '28:kompas',
        },
        source: 'import',
        welcomed: true,
      })),
    );
  }
}
