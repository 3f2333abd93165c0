import { describe, expect, test } from 'vitest';
import { roles } from '../../../../src/features/roles/index.ts';
import { matrixReminder } from '../../../../src/features/roles/matrix/reminder.ts';
import { begun } from '../../../../src/features/roles/matrix/rules.ts';
import { clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { account, foundTown, person } from '../../../support/town.ts';

/** One employee who began a matrix on a day, and the job that looks after it. */
async function town(day = '2026-10-20') {
  const { core } = await foundTown();
  await core.people.save([person('p1'), person('p2')]);
  const { matrices } = core.opened(roles);
  await matrices.begin(account(1), begun('short', 'manager', day));
  return { core, matrices, job: clockJob(matrixReminder(matrices), core) };
}

describe('a matrix that is half-way for a month', () => {
  keepsOfficeHours('2026-11-23', town);

  test('is told of to whose it is, and to nobody else, in words that hold nothing of it', async () => {
    const { job } = await town();
    await job.at('2026-11-24T11:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['a:p1']);
    expect(JSON.stringify(job.sent)).toContain('Nu niet');
    expect(JSON.stringify(job.sent)).not.toMatch(/bevestigd|Persoon/);
  });

  test.each([
    ['within the month', '2026-10-27'],
    ['after the month', '2026-10-25'],
  ])('%s', async (when, day) => {
    const { job } = await town(day);
    await job.at('2026-11-24T11:00:00+01:00');
    expect(job.sent).toHaveLength(when === 'after the month' ? 1 : 0);
  });

  test('is not told of on a day off, nor once its employee confirmed it', async () => {
    const { core, matrices, job } = await town();
    await core.people.change('objecten-west', 'p1', (now) => ({ ...now, workdays: ['wo'] }));
    await job.at('2026-11-24T11:00:00+01:00');
    await matrices.change(account(1), (now) => ({ ...now, employee: now.version }));
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('is told of again where it could not arrive, and not to who blocked Kompas', async () => {
    const { job } = await town();
    job.outcome = { kind: 'again', reason: '503' };
    await job.at('2026-11-24T11:00:00+01:00');
    job.outcome = { kind: 'gone', reason: 'blocked' };
    await job.at('2026-11-24T11:05:00+01:00');
    await job.at('2026-11-24T11:10:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});
