import { describe, expect, test } from 'vitest';
import { plan } from '../../../../src/features/plan/index.ts';
import type { Facts } from '../../../../src/features/plan/steps/facts.ts';
import { planNudge } from '../../../../src/features/plan/steps/nudge.ts';
import { clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { account, foundTown, person } from '../../../support/town.ts';

const facts: Facts = {
  roles: { large: 1, small: 0, pictured: 0, unheld: [] },
  pilots: [],
  dialogue: { teams: 1, held: 0, agreed: 0 },
  learning: { adoptedLines: [] },
  course: { isChanged: false },
  securing: { missing: ['x'], toHandOver: 6, handedOver: 0 },
};

/** Somebody who sees to step 1 since a day, and the job that asks them. */
async function town(day = '2026-10-20', steps: readonly (1 | 8)[] = [1]) {
  const { core } = await foundTown();
  await core.people.save([person('p1'), person('p2')]);
  const store = core.opened(plan).plan;
  for (const step of steps)
    await store.change(step, 0, { holder: account(1), supporters: [account(2)] }, day);
  return { core, store, job: clockJob(planNudge({ plan: store, facts: async () => facts }), core) };
}

describe('an action holder', () => {
  keepsOfficeHours('2026-11-23', town);

  test('is asked once a month, with a way to stop that, and nobody else is', async () => {
    const { job } = await town();
    await job.at('2026-11-24T11:00:00+01:00');
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['a:p1']);
    expect(JSON.stringify(job.sent)).toContain('Niet meer vragen');
    await job.at('2026-12-24T11:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('is not asked within the month, of a step that is closed, nor of one whose turn has not come', async () => {
    const young = await town('2026-11-20');
    await young.job.at('2026-11-24T11:00:00+01:00');
    const closed = await town();
    await closed.store.change(1, 1, { closed: '2026-11-01' }, '2026-11-01');
    await closed.job.at('2026-11-24T11:00:00+01:00');
    const later = await town('2026-10-20', [8]);
    await later.job.at('2026-11-24T11:00:00+01:00');
    expect([...young.job.sent, ...closed.job.sent, ...later.job.sent]).toEqual([]);
  });

  test('who wants it no more, or left, is not asked', async () => {
    const { core, store, job } = await town();
    const [holder] = (await store.read()).people.filter(({ part }) => part === 'holder');
    await store.changeHolder(holder ?? expect.fail(), (now) => ({ ...now, muted: true }));
    await job.at('2026-11-24T11:00:00+01:00');
    const other = await town();
    await other.core.people.change('objecten-west', 'p1', (now) => ({ ...now, removed: '2026-11-01' }));
    await other.job.at('2026-11-24T11:00:00+01:00');
    expect([...job.sent, ...other.job.sent]).toEqual([]);
    expect(core).toBeDefined();
  });

  test('hears at once that another chose them, once, whatever the turn of the step; who chose themselves does not', async () => {
    const { core } = await foundTown();
    await core.people.save([person('p1'), person('p2')]);
    const store = core.opened(plan).plan;
    await store.change(8, 0, { holder: account(1), by: account(2) }, '2026-11-24');
    await store.change(1, 0, { holder: account(2), by: account(2) }, '2026-11-24');
    const job = clockJob(planNudge({ plan: store, facts: async () => facts }), core);
    await job.at('2026-11-24T11:00:00+01:00');
    await job.at('2026-11-24T11:10:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['a:p1']);
    const words = JSON.stringify(job.sent);
    expect(words).toContain('Je bent nu actiehouder');
    expect(words).toContain('Stap 8');
    expect(words).not.toContain('Niet meer vragen');
  });

  test('hears it once a day, however often another lets them go and chooses them again, of whatever step', async () => {
    const { core } = await foundTown();
    await core.people.save([person('p1'), person('p2')]);
    const store = core.opened(plan).plan;
    const job = clockJob(planNudge({ plan: store, facts: async () => facts }), core);
    const chooses = (step: 1 | 8, seen: number, holder: string) =>
      store.change(step, seen, { holder, by: account(2) }, '2026-11-24');
    for (const [n, minute] of ['00', '10', '20'].entries()) {
      await chooses(1, 2 * n, account(1));
      await job.at(`2026-11-24T11:${minute}:00+01:00`);
      await chooses(1, 2 * n + 1, '');
    }
    await chooses(8, 0, account(1));
    await job.at('2026-11-24T11:40:00+01:00');
    expect(job.sent).toHaveLength(1);
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toHaveLength(2);
    expect(JSON.stringify(job.sent[1])).toContain('Stap 8');
  });

  test.each<[string, (store: Awaited<ReturnType<typeof town>>['store']) => Promise<unknown>]>([
    ['another lets them go', (store) => store.change(1, 1, { holder: '' }, '2026-11-24')],
    ['they take themselves away', (store) => store.leave(1, account(1))],
  ])('who wants it no more is not asked after %s and they are chosen again', async (_how, goes) => {
    const { store, job } = await town();
    const [holder] = (await store.read()).people.filter(({ part }) => part === 'holder');
    await store.changeHolder(holder ?? expect.fail(), (now) => ({ ...now, muted: true }));
    await goes(store);
    expect((await store.read()).people.filter(({ part }) => part === 'holder')).toEqual([]);
    const seen = (await store.read()).steps[0]?.version ?? 0;
    await store.change(1, seen, { holder: account(1) }, '2026-11-24');
    await job.at('2026-12-29T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('is told again that they were chosen where it could not arrive', async () => {
    const { core } = await foundTown();
    await core.people.save([person('p1')]);
    const store = core.opened(plan).plan;
    await store.change(1, 0, { holder: account(1), by: account(2) }, '2026-11-24');
    const job = clockJob(planNudge({ plan: store, facts: async () => facts }), core);
    job.outcome = { kind: 'again', reason: '503' };
    await job.at('2026-11-24T11:00:00+01:00');
    job.outcome = { kind: 'sent' };
    await job.at('2026-11-24T11:05:00+01:00');
    await job.at('2026-11-24T11:10:00+01:00');
    expect(job.sent).toHaveLength(2);
    expect(JSON.stringify(job.sent[1])).toContain('Je bent nu actiehouder');
  });

  test('is asked again where it could not arrive', async () => {
    const { job } = await town();
    job.outcome = { kind: 'again', reason: '503' };
    await job.at('2026-11-24T11:00:00+01:00');
    await job.at('2026-11-24T11:05:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});
