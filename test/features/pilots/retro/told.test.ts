import { beforeEach, describe, expect, test } from 'vitest';
import { teamActionsJob } from '../../../../src/features/pilots/taking-up.ts';
import type { Person } from '../../../../src/people/person.ts';
import { type ClockJob, clockJob } from '../../../support/clock-job.ts';
import { account, foundTown, person, type Town } from '../../../support/town.ts';

let town: Town;
let job: ClockJob;
beforeEach(async () => {
  town = await foundTown();
  await town.bring([
    `p8;Wil Boom;p8@gemeente.example;Objecten West;medewerker;ma,di,wo,do,vr;${account(8)}`,
    `p9;Ria Duin;p9@gemeente.example;Oost;medewerker;ma,di,wo,do,vr;${account(9)}`,
  ]);
  job = clockJob(teamActionsJob({ actions: town.core.pilotActions }), town.core);
});

const worksIn = (team: string, change: Partial<Person> = {}) =>
  town.core.people.save([person('p1', { team, access: [], ...change })]);

/** An action from Monday's retro of Objecten West, that the first person takes up and should do by Friday. */
const agreed = (change: { told?: string } = {}) =>
  town.core.pilotActions.add('team:objecten-west', {
    id: 'R-2026-11-23-001-1',
    text: 'Eerst bellen',
    source: 'retro',
    day: '2026-11-23',
    due: '2026-11-27',
    owner: account(1),
    ...change,
  });

/** How often the clock writes on working days before, on and after the day by which it should be done. */
async function timesTold(): Promise<number> {
  for (const day of ['2026-11-25', '2026-11-27', '2026-11-30']) await job.at(`${day}T10:30:00+01:00`);
  return job.sent.length;
}

describe('an action from the retro of a team', () => {
  test('is told to who takes it up, on its day, and asked after that', async () => {
    await worksIn('objecten-west');
    await agreed();
    expect(await timesTold()).toBe(3);
  });

  test.each([
    ['before they knew of it', {}],
    ['after they knew of it', { told: '2026-11-23' }],
  ])('is not told to who went to another team %s, and stays theirs to see', async (_when, known) => {
    await worksIn('oost');
    await agreed(known);
    expect(await timesTold()).toBe(0);
    expect((await town.core.pilotActions.of('team:objecten-west'))[0]?.owner).toBe(account(1));
  });

  test('is told to who went to another team and leads this one', async () => {
    await worksIn('oost');
    await town.core.settings.changeTeam('objecten-west', (now) => ({
      ...now,
      managers: [person('p1').upn],
    }));
    await agreed();
    expect(await timesTold()).toBe(3);
  });

  test('is told again to who comes back', async () => {
    await worksIn('oost');
    await agreed();
    expect(await timesTold()).toBe(0);
    await town.core.people.change('oost', 'p1', (now) => ({ ...now, removed: '2026-11-30' }));
    await worksIn('objecten-west');
    await job.at('2026-12-01T10:30:00+01:00');
    expect(job.sent).toHaveLength(1);
  });
});
