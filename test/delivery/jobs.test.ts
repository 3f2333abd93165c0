import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createPace, type Job, type JobTools, jobsAt } from '../../src/delivery/jobs.ts';
import type { Settings } from '../../src/people/municipality.ts';

/** A Tuesday, at noon. */
const NOW = Temporal.Instant.from('2026-11-24T11:00:00Z');
const noSettings: Settings = {
  municipality: { name: 'Duinwijk', partners: [], closures: [], worksCouncil: [] },
  teams: [],
  ended: [],
};

/** What these jobs have to work with: nothing is read and nothing is sent. `failed` gets the names of those that fail. */
const toolsOf = (failed: string[]): Omit<JobTools, 'jobs'> => ({
  readSettings: async () => noSettings,
  everybody: async () => [],
  once: (_name, _now, work) => work(),
  markBlocked: async () => {},
  send: async () => ({ kind: 'sent' }),
  post: async () => ({ kind: 'sent', id: 'posted' }),
  rewrite: async () => ({ kind: 'sent' }),
  onFailed: (job) => failed.push(job),
});

/** One tick for these jobs; gives the names of those that failed. */
async function tick(jobs: readonly Job[], tools: Partial<JobTools> = {}): Promise<string[]> {
  const failed: string[] = [];
  const tasks = jobsAt({ ...toolsOf(failed), jobs, ...tools }, NOW);
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

describe('jobs of which some may wait', () => {
  const minute = (n: number) => NOW.add({ seconds: 60 * n });
  /** At which minutes from noon on a job ran, when the clock looks at these. */
  async function ranAt(job: Partial<Job>, looks: readonly number[]): Promise<number[]> {
    const pace = createPace();
    const ran: number[] = [];
    for (const at of looks) {
      const run = async () => void ran.push(at);
      const tasks = jobsAt(
        { ...toolsOf([]), jobs: [{ name: 'one', when: 'always', ...job, run }] },
        minute(at),
        pace,
      );
      await Promise.all(tasks.map((task) => task.run()));
    }
    return ran;
  }

  test('begin at the first look, and ten minutes later', async () => {
    expect(await ranAt({}, [0, 0.5, 1, 9.5, 10, 10.5, 25])).toEqual([0, 10, 25]);
  });

  test('begin at each minute where somebody waits for them', async () => {
    expect(await ranAt({ everyMinutes: 1 }, [0, 0.5, 1, 1.5, 2])).toEqual([0, 1, 2]);
  });

  test('begin at once when their hours come, whenever somebody looked before', async () => {
    expect(await ranAt({ when: { hours: ['12:05', '13:00'] } }, [0, 4, 5, 6])).toEqual([5]);
  });

  test('begin when the clock was put back', async () => {
    expect(await ranAt({}, [60, 61, 0, 1])).toEqual([60, 0]);
  });
});
