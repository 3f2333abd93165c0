import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { isWorkday } from '../calendar/holidays.ts';
import { isBetween } from '../calendar/hours.ts';
import type { Messenger } from '../conversation/messenger.ts';
import { lazily } from '../lib/lazily.ts';
import type { Settings } from '../people/municipality.ts';
import type { Person } from '../people/person.ts';
import type { Task } from './clockwork.ts';

/** The name of a piece of work that is done once: what it is, what it is about, and of which time. */
export interface OnceName {
  what: string;
  /**
   * The id of a team, a pilot or an entry, or 'all'; never of a person, since this stays when somebody is forgotten. What
   * each person gets once is a round.
   */
  about: string;
  period: string;
}

/** What a job of the clock has to work with. Messages draw on the share of rounds, so that people go first. */
export interface JobContext extends Messenger {
  now: Temporal.Instant;
  /** Read once a tick, and only when a job asks: one that needs none goes on when they cannot be read. */
  settings(): Promise<Settings>;
  /** Everybody, those who left included; read once a tick, and only when a job asks. */
  everybody(): Promise<Person[]>;
  /**
   * Does the work unless it was done under this name before (`DeliveryStore.once`). Work that throws is done again later,
   * from its beginning.
   */
  once(name: OnceName, work: () => Promise<void>): Promise<void>;
  /** Remembers that the person blocked or removed the bot. */
  markBlocked(person: Person): Promise<unknown>;
}

/** Work that the clock does, as a feature describes it. It must be harmless when repeated, and on two instances at once. */
export interface Job {
  name: string;
  /**
   * When it may run. `hours` are two local times of day ('09:00', '16:00', Europe/Amsterdam), from the first up to the
   * second; `workdays` leaves out weekends, holidays and the municipality's closures.
   */
  when: 'always' | { hours: readonly [string, string]; workdays?: true };
  /** Where it is waited for: the clock begins it so many minutes after it began last. Missing for what may come ten minutes late. */
  everyMinutes?: number;
  run(context: JobContext): Promise<void>;
}

/** Whether it is a job's turn again, and what notes that it began. */
export interface Pace {
  isTurn(job: Job, now: Temporal.Instant): boolean;
  begun(job: Job, now: Temporal.Instant): void;
}

/** Looking whether there is something to do costs most jobs a read, so nobody looks at each tick for what may wait. */
const LEISURE_MINUTES = 10;

/** Keeps in this process when each job began last. A clock that was put back makes it everybody's turn. */
export function createPace(): Pace {
  const last = new Map<string, number>();
  return {
    isTurn: ({ name, everyMinutes = LEISURE_MINUTES }, now) => {
      const before = last.get(name);
      const passed = before === undefined ? undefined : now.epochMilliseconds - before;
      return passed === undefined || passed < 0 || passed >= everyMinutes * 60_000;
    },
    begun: ({ name }, now) => {
      last.set(name, now.epochMilliseconds);
    },
  };
}

export interface JobTools extends Messenger {
  jobs: readonly Job[];
  readSettings(): Promise<Settings>;
  everybody(): Promise<Person[]>;
  once(name: OnceName, now: Temporal.Instant, work: () => Promise<void>): Promise<void>;
  markBlocked(person: Person): Promise<unknown>;
  /** Told of each job that failed; its next tick tries again. */
  onFailed(job: string, error: unknown): void;
}

/** True when the time of day, and where it matters the day, is one at which the job may run. */
async function mayRun({ when }: Job, { now, settings }: JobContext): Promise<boolean> {
  if (when === 'always') return true;
  if (!isBetween(now, when.hours)) return false;
  if (!when.workdays) return true;
  const { municipality } = await settings();
  return isWorkday(today(now), new Set(municipality.closures));
}

/**
 * The jobs of one tick of the clock; each does nothing when it is not its time, nor, with a `pace`, when it is not its turn. One that fails
 * is told of and keeps no other from its work: with that it has come to its end.
 */
export function jobsAt(tools: JobTools, now: Temporal.Instant, pace?: Pace): Task[] {
  const context: JobContext = {
    send: tools.send,
    post: tools.post,
    rewrite: tools.rewrite,
    now,
    settings: lazily(tools.readSettings),
    everybody: lazily(tools.everybody),
    once: (name, work) => tools.once(name, now, work),
    markBlocked: tools.markBlocked,
  };
  return tools.jobs.map((job) => ({
    name: job.name,
    run: async () => {
      try {
        if (pace && !pace.isTurn(job, now)) return;
        if (!(await mayRun(job, context))) return;
        pace?.begun(job, now);
        await job.run(context);
      } catch (error) {
        tools.onFailed(job.name, error);
      }
    },
  }));
}
