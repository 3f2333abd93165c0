import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { at } from '../../src/calendar/clock.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Messenger } from '../../src/conversation/messenger.ts';
import type { SendOutcome } from '../../src/conversation/send-outcome.ts';
import { type Job, type JobTools, jobsAt } from '../../src/delivery/jobs.ts';
import type { Address } from '../../src/people/person.ts';
import type { Core } from './core.ts';

/** What a test sets of the surroundings of a job; the rest is real, and nothing is sent. */
export type Surroundings = Partial<
  Messenger & Pick<JobTools, 'markBlocked' | 'everybody' | 'readSettings' | 'once' | 'onFailed'>
>;

/** One tick of the clock for these jobs, on real storage. Throws what a job threw. */
export async function runAt(
  jobs: Job | readonly Job[],
  core: Pick<Core, 'people' | 'settings' | 'store'>,
  now: Temporal.Instant,
  surroundings: Surroundings = {},
): Promise<void> {
  const failures: unknown[] = [];
  const tasks = jobsAt(
    {
      jobs: [jobs].flat(),
      readSettings: () => core.settings.read(),
      everybody: () => core.people.everybody(),
      once: (name, moment, work) => core.store.once(name, moment, work),
      markBlocked: async () => {},
      send: async () => ({ kind: 'sent' }),
      post: async () => ({ kind: 'sent', id: 'posted' }),
      rewrite: async () => ({ kind: 'sent' }),
      onFailed: (_job, error) => failures.push(error),
      ...surroundings,
    },
    now,
  );
  await Promise.all(tasks.map(({ run }) => run()));
  if (failures.length > 0) throw failures[0];
}

/** A job of the clock that a test watches: what it writes is kept and reaches nobody. */
export interface ClockJob {
  /** What it tried to send, oldest first, whatever came of it. */
  sent: { to: Address; message: Message }[];
  /** What an attempt comes to, from now on. */
  outcome: SendOutcome;
  /** One tick at a moment such as '2026-11-24T10:00:00+01:00', as any instance of the bot has it. Throws what the job threw. */
  at(moment: string): Promise<void>;
}

/** Watches a job on real storage. */
export function clockJob(
  job: Job,
  core: Pick<Core, 'people' | 'settings' | 'store'>,
  surroundings: Surroundings = {},
): ClockJob {
  const watched: ClockJob = {
    sent: [],
    outcome: { kind: 'sent' },
    at: (moment) =>
      runAt(job, core, Temporal.Instant.from(moment), {
        send: async (to, message) => {
          watched.sent.push({ to, message });
          return watched.outcome;
        },
        ...surroundings,
      }),
  };
  return watched;
}

/**
 * The story of a job that writes to people in office hours: only on working days, from ten to four, and once. `open` makes a
 * town and gives its job, with something to send on every day of the week that begins on this Monday (an ISO date).
 */
export function keepsOfficeHours(
  monday: string,
  open: () => Promise<{ job: ClockJob; core: Pick<Core, 'settings'> }>,
): void {
  const on = (days: number, time: string) =>
    at(Temporal.PlainDate.from(monday).add({ days }), time).toString();

  test.each([
    ['before ten', on(1, '09:59')],
    ['from four on', on(1, '16:00')],
    ['on a Saturday', on(5, '11:00')],
    ['on a Sunday', on(6, '11:00')],
    ['when the municipality is closed', on(4, '11:00')],
  ])('nobody is written to %s', async (_when, moment) => {
    const { job, core } = await open();
    const [closed = ''] = on(4, '11:00').split('T');
    await core.settings.changeMunicipality((now) => ({ ...now, closures: [closed] }));
    await job.at(moment);
    expect(job.sent).toEqual([]);
  });

  test('it is done once, whatever number of instances look and for how long', async () => {
    const { job } = await open();
    await Promise.all([1, 2, 3].map(() => job.at(on(1, '10:00'))));
    await job.at(on(1, '13:00'));
    await job.at(on(2, '10:00'));
    expect(job.sent).toHaveLength(1);
  });
}
