import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Job, type JobTools, jobsAt } from '../../src/delivery/jobs.ts';
import type { Settings } from '../../src/people/municipality.ts';

/** A Tuesday, at noon. */
const NOW = Temporal.Instant.from('2026-11-24T11:00:00Z');
const noSettings: Settings = {
  municipality: { name: 'Duinwijk', partners: [], closures: [], worksCouncil: [] },
  teams: [],
  ended: [],
};

/** One tick for these jobs; gives the names of those that failed. */
async function tick(jobs: readonly Job[], tools: Partial<JobTools> = {}): Promise<string[]> {
  const failed: string[] = [];
  const tasks = jobsAt(
    {
      jobs,
      readSettings: async () => noSettings,
      everybody: async () => [],
      once: (_name, _now, work) => work(),
      markBlocked: async () => {},
      send: async () => ({ kind: 'sent' }),
      post: async () => ({ kind: 'sent', id: 'posted' }),
      rewrite: async () => ({ kind: 'sent' }),
      onFailed: (job) => failed.push(job),
      ...tools,
    },
    NOW,
  );
  await Promise.all(tasks.map(({ run }) => run()));
  return failed;
}

test('a job that fails is named, and keeps no other from its work', async () => {
  const done: string[] = [];
  const failed = await tick([
    { name: 'breaks', when: 'always', run: () => Promise.reject(new Error('broken')) },
    { name: 'works', when: 'always', run: async () => void done.push('works') },
  ]);
  expect([failed, done]).toEqual([['breaks'], ['works']]);
});

test('settings and people are read once a tick, and only when a job asks', async () => {
  const reads: string[] = [];
  const counting = {
    readSettings: async () => {
      reads.push('settings');
      return noSettings;
    },
    everybody: async () => {
      reads.push('people');
      return [];
    },
  };
  await tick([{ name: 'asks nothing', when: { hours: ['09:00', '17:00'] }, run: async () => {} }], counting);
  expect(reads).toEqual([]);
  const asks: Job = {
    name: 'asks',
    when: { hours: ['09:00', '17:00'], workdays: true },
    run: async ({ settings, everybody }) => void (await Promise.all([settings(), everybody()])),
  };
  await tick([asks, asks], counting);
  expect(reads.sort()).toEqual(['people', 'settings']);
});

test('when settings cannot be read, the jobs that need them fail and the others go on', async () => {
  const done: string[] = [];
  const jobs: Job[] = [
    { name: 'nightly', when: { hours: ['03:00', '24:00'] }, run: async () => void done.push('nightly') },
    { name: 'on working days', when: { hours: ['09:00', '17:00'], workdays: true }, run: async () => {} },
    { name: 'asks', when: 'always', run: async ({ settings }) => void (await settings()) },
  ];
  const failed = await tick(jobs, { readSettings: () => Promise.reject(new Error('broken row')) });
  expect([failed.sort(), done]).toEqual([['asks', 'on working days'], ['nightly']]);
});
