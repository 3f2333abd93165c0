import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Temporal } from 'temporal-polyfill';
import type { Feature } from '../conversation/offer.ts';
import type { Task } from '../delivery/clockwork.ts';
import { PLANNING } from '../delivery/engine.ts';
import type { Job } from '../delivery/jobs.ts';
import type { Result } from '../delivery/policy.ts';
import type { Round } from '../delivery/round.ts';
import type { AsideReason } from '../delivery/tables.ts';
import { remembered } from '../lib/remember.ts';
import type { AnyTable } from '../storage/index.ts';
import { createHourly, type Hourly } from './hourly.ts';
import { among, OTHER, QUEUE, toldFeatures, toldTables } from './labels.ts';

export interface MetricsTools {
  now(): Temporal.Instant;
  /** Milliseconds of a clock that nobody sets. */
  elapsed(): number;
  features: readonly Feature[];
  tables: readonly AnyTable[];
  rounds: readonly Pick<Round, 'name'>[];
  jobs: readonly Pick<Job, 'name'>[];
  /** Requests to storage, by table: counted since before there was anything else. */
  requests: Hourly;
  /** When what waits longest in the queue was put there. */
  oldest(): Promise<Date | undefined>;
}

/** What one piece of work for somebody came to. */
export interface TurnReport {
  /** The feature that answered; none where nobody did. */
  feature?: string;
  ms: number;
  failed: boolean;
}

/** The figures of one process. Each function takes facts about the work, and nothing of who it was for. */
export interface Metrics {
  turn(report: TurnReport): void;
  /** A message of the queue was worked on. */
  round(report: { round: string; results: Readonly<Record<string, number>> }): void;
  setAside(report: { round?: string; reason: AsideReason }): void;
  /** Teams asked to wait with a message of a round, or with an answer to somebody. */
  throttled(lane: 'round' | 'people'): void;
  taskFailed(name: string): void;
  /** What the clock does at one tick, to be run in its place: it counts and is timed. */
  watched(tasks: readonly Task[]): Task[];
  /** All of it as Prometheus reads it. */
  text(): Promise<string>;
  contentType: string;
}

/** Seconds. A duration is told as the first of these that it does not exceed: to the millisecond it would tell how much there was to do. */
const TURN_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const TASK_SECONDS = [1, 5, 15, 60, 300];
const results: readonly Result[] = ['sent', 'skipped', 'blocked', 'refused', 'gave-up', 'late'];
const reasons: readonly AsideReason[] = ['failed', 'unfinished', 'not readable'];
/** The queue is asked once in so many milliseconds, however often somebody reads. */
const QUEUE_KEPT_MS = 10_000;

const MEMORY_STEP = 16 * 1_048_576;

const rounded = (limits: readonly number[], seconds: number): number =>
  limits.find((limit) => seconds <= limit) ?? limits.at(-1) ?? 0;

/**
 * The figures of this process, in a registry of their own. Every label is one of a list that stands in the code. How many turns,
 * messages and requests there were is told of hours that are over, and what could tell of an answer under no name of its own: see
 * `createHourly` and `toldFeatures` (trust:no-trace).
 */
export function createMetrics({ now, elapsed, features, requests, ...tools }: MetricsTools): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const started = new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process started, in seconds since 1970.',
    registers,
  });
  started.set(Math.round(performance.timeOrigin / 1_000));
  const memory: Gauge = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process, rounded up to 16 MiB: exactly it would show each turn.',
    registers,
    collect: () => memory.set(Math.ceil(process.memoryUsage.rss() / MEMORY_STEP) * MEMORY_STEP),
  });

  const turnsDone = new Counter({
    name: 'kompas_turns_total',
    help: 'Turns, by feature. Told of hours that are over.',
    labelNames: ['feature'],
    registers,
  });
  const turns = new Histogram({
    name: 'kompas_turn_seconds',
    help: 'How long turns took, rounded up, of the features that have a name. Told of hours that are over.',
    labelNames: ['feature'],
    buckets: TURN_SECONDS,
    registers,
  });
  const turnsFailed = new Counter({
    name: 'kompas_turns_failed_total',
    help: 'Turns that failed.',
    registers,
  });
  const roundMessages = new Counter({
    name: 'kompas_round_messages_total',
    help: 'What became of messages that the calendar sends, by round. Told of hours that are over.',
    labelNames: ['round', 'result'],
    registers,
  });
  const setAside = new Counter({
    name: 'kompas_round_set_aside_total',
    help: 'Messages of the queue that were given up, by round and reason.',
    labelNames: ['round', 'reason'],
    registers,
  });
  const throttled = new Counter({
    name: 'kompas_throttled_total',
    help: 'How often Teams asked to wait, or a message did not come to its turn in time.',
    labelNames: ['lane'],
    registers,
  });
  const ticks = new Counter({ name: 'kompas_ticks_total', help: 'Ticks of the clock.', registers });
  // Not `job`: that is what Prometheus itself calls where it scrapes.
  const tasks = new Histogram({
    name: 'kompas_job_seconds',
    help: 'How long jobs of the clock took, rounded up. Told of hours that are over.',
    labelNames: ['name'],
    buckets: TASK_SECONDS,
    registers,
  });
  const tasksFailed = new Counter({
    name: 'kompas_jobs_failed_total',
    help: 'Jobs of the clock that failed; the next tick tries again.',
    labelNames: ['name'],
    registers,
  });
  const storageRequests = new Counter({
    name: 'kompas_storage_requests_total',
    help: 'Requests to storage, of the tables that have a name. Told of hours that are over.',
    labelNames: ['table'],
    registers,
  });
  const oldest = remembered(
    () => tools.oldest(),
    QUEUE_KEPT_MS,
    () => ({ epochMilliseconds: elapsed() }),
  );
  const queueAge = new Gauge({
    name: 'kompas_queue_age_seconds',
    help: 'How long the message waits that waits longest; 0 for an empty queue, absent when storage does not answer.',
    registers,
    collect: async () => {
      try {
        const since = await oldest();
        const ms = since ? now().epochMilliseconds - since.getTime() : 0;
        queueAge.set(Math.max(0, Math.round(ms / 1_000)));
      } catch {
        queueAge.remove();
      }
    },
  });

  const feature = among(toldFeatures(features));
  const table = among([...toldTables(tools.tables, features), QUEUE]);
  const rounds = tools.rounds.map(({ name }) => name);
  const jobs = [PLANNING, ...tools.jobs.map(({ name }) => name)];
  const round = among(rounds);
  const task = among(jobs);
  // Each label is there from the start: a first count that appears out of nothing is none to Prometheus.
  for (const one of [...rounds, OTHER]) {
    for (const result of results) roundMessages.inc({ round: one, result }, 0);
    for (const reason of reasons) setAside.inc({ round: one, reason }, 0);
  }
  for (const job of jobs) tasksFailed.inc({ name: job }, 0);
  for (const lane of ['round', 'people']) throttled.inc({ lane }, 0);
  for (const one of [...toldTables(tools.tables, features), QUEUE]) storageRequests.inc({ table: one }, 0);

  const turnsHourly = createHourly(now);
  const tasksHourly = createHourly(now);
  const messagesHourly = Object.fromEntries(results.map((result) => [result, createHourly(now)]));

  /** Tells what was counted in hours that are over. */
  function settle(): void {
    for (const { name, value, times } of turnsHourly.take()) {
      turnsDone.inc({ feature: name }, times);
      // How long the others took would tell of an answer what there was to do after it.
      if (name !== OTHER) for (let n = 0; n < times; n += 1) turns.observe({ feature: name }, value);
    }
    for (const { name, value, times } of tasksHourly.take())
      for (let n = 0; n < times; n += 1) tasks.observe({ name }, value);
    for (const [result, hourly] of Object.entries(messagesHourly))
      for (const { name, value, times } of hourly.take())
        roundMessages.inc({ round: name, result }, value * times);
    // How many the others are would tell the same, even as a sum.
    for (const { name, times } of requests.take())
      if (table(name) !== OTHER) storageRequests.inc({ table: name }, times);
  }

  const taskFailed = (name: string) => tasksFailed.inc({ name: task(name) });

  return {
    turn: (report) => {
      turnsHourly.add(feature(report.feature), rounded(TURN_SECONDS, report.ms / 1_000));
      if (report.failed) turnsFailed.inc();
    },
    round: (report) => {
      for (const [result, count] of Object.entries(report.results))
        messagesHourly[result]?.add(round(report.round), count);
    },
    setAside: (report) => setAside.inc({ round: round(report.round), reason: report.reason }),
    throttled: (lane) => throttled.inc({ lane }),
    taskFailed,
    watched: (list) => {
      ticks.inc();
      return list.map(({ name, run }) => ({
        name,
        run: async () => {
          const started = elapsed();
          try {
            await run();
          } catch (error) {
            taskFailed(name);
            throw error;
          } finally {
            tasksHourly.add(task(name), rounded(TASK_SECONDS, (elapsed() - started) / 1_000));
          }
        },
      }));
    },
    text: () => {
      settle();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
