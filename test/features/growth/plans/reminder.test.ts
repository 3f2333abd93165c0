import { describe, expect, test } from 'vitest';
import { growth } from '../../../../src/features/growth/index.ts';
import { planReminder } from '../../../../src/features/growth/plans/reminder.ts';
import { begun } from '../../../../src/features/growth/plans/rules.ts';
import { clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { account, foundTown, person } from '../../../support/town.ts';

/** One employee with a plan that changed last on a day, and the job that looks after it. */
async function town(day = '2026-11-02') {
  const { core } = await foundTown();
  await core.people.save([person('p1'), person('p2')]);
  const { plans } = core.opened(growth);
  await plans.begin(account(1), begun({ want: 'Tekenen' }, day));
  return { core, plans, job: clockJob(planReminder(plans), core) };
}
const [three, six] = ['2026-11-23T11:00:00+01:00', '2026-12-14T11:00:00+01:00'];

describe('a plan that nothing was done with for weeks', () => {
  keepsOfficeHours('2026-11-23', town);

  test('is told of after three weeks and after six, each once, to its owner alone, and nothing of what it says', async () => {
    const { job } = await town();
    await job.at('2026-11-20T11:00:00+01:00');
    expect(job.sent).toHaveLength(0);
    await job.at(three);
    await job.at('2026-12-01T11:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    await job.at(six);
    await job.at('2027-03-01T11:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['a:p1', 'a:p1']);
    expect(JSON.stringify(job.sent)).toContain('Niet meer vragen');
    expect(JSON.stringify(job.sent)).not.toContain('Tekenen');
  });

  test('is told of once where nobody could be reached until the sixth week', async () => {
    const { job } = await town();
    await job.at(six);
    await job.at('2026-12-15T11:00:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test('is not told of after "Niet meer vragen", nor on a day off', async () => {
    const { core, plans, job } = await town();
    await core.people.change('objecten-west', 'p1', (now) => ({ ...now, workdays: ['wo'] }));
    await job.at(three);
    await plans.change(account(1), (now) => ({ ...now, quiet: true }));
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('is told of again where it could not arrive, and not to who blocked Kompas', async () => {
    const { job } = await town();
    job.outcome = { kind: 'again', reason: '503' };
    await job.at(three);
    job.outcome = { kind: 'gone', reason: 'blocked' };
    await job.at('2026-11-23T11:05:00+01:00');
    await job.at('2026-11-23T11:10:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});
