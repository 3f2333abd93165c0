import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../src/calendar/schedule.ts';
import type { Services } from '../src/features/module.ts';
import { emptyMunicipality } from '../src/people/municipality.ts';
import type { Person } from '../src/people/person.ts';

const TEAM_SIZE = 50;
/** A Monday, five minutes after the check-in of the default schedule opens. */
export const START = Temporal.Instant.from('2026-11-30T10:05:00+01:00');

/** Teams of fifty, everybody reachable at the connector, and consent recorded. */
export async function seed(
  { people, settings }: Pick<Services, 'people' | 'settings'>,
  recipients: number,
  serviceUrl: string,
  kind: string,
): Promise<void> {
  const decision = { date: '2026-09-01', reference: 'bench' };
  await settings.changeMunicipality(() => ({ ...emptyMunicipality, consent: decision, dpia: decision }));
  for (let first = 0; first < recipients; first += TEAM_SIZE) {
    const team = `team-${first / TEAM_SIZE + 1}`;
    await settings.saveTeam({ key: team, name: team, schedule: defaultSchedule });
    const size = Math.min(TEAM_SIZE, recipients - first);
    await people.save(
      Array.from({ length: size }, (_, index): Person => {
        const id = `${kind}-${first + index + 1}`;
        return {
          id,
          name: `Mens ${id}`,
          upn: `${id}@gemeente.example`,
          team,
          directoryId: `d-${id}`,
          access: ['medewerker'],
          workdays: ['ma', 'di', 'wo', 'do', 'vr'],
          checkins: true,
          reach: 'open',
          source: 'import',
          welcomed: true,
          address: { serviceUrl, conversation: `a:${id}`, user: `29:${id}`, bot: '28:kompas' },
        };
      }),
    );
  }
}
