import type { Logger } from 'pino';
import type { Messenger } from './conversation/messenger.ts';
import { type Engine, type EngineOptions, startEngine } from './delivery/engine.ts';
import { createPace, type Job, jobsAt } from './delivery/jobs.ts';
import type { PlannerTools } from './delivery/planner.ts';
import { createRefusals } from './delivery/refusals.ts';
import type { Services } from './features/module.ts';
import { errorFacts } from './lib/error-facts.ts';
import { logLines } from './log-lines.ts';
import type { Metrics } from './metrics/index.ts';
import type { Lifecycle } from './people/lifecycle.ts';
import type { Person } from './people/person.ts';

/** What the delivery of rounds and the clock rest on. */
export interface RoundsTools {
  services: Pick<Services, 'people' | 'now'>;
  planner: PlannerTools;
  messenger: Messenger;
  jobs: readonly Job[];
  life: Lifecycle;
  log: Logger;
  /** Counts what goes out and what the clock does, where somebody reads that. */
  metrics?: Metrics;
  pace?: EngineOptions;
  /** Told of each message that the queue gives. */
  onReceived?(): void;
}

/** Starts the delivery of rounds and the clock, which share the part of the limit that rounds have. */
export function startRounds({
  services: { people, now },
  planner,
  messenger,
  jobs,
  life,
  log,
  metrics,
  pace,
  onReceived,
}: RoundsTools): Engine {
  const refusals = createRefusals({
    now,
    onPause: (reason) => log.warn({ reason, minutes: 60 }, 'nobody can be reached: rounds wait'),
  });
  const markBlocked = (person: Person) => life.blocked(person);
  /** Jobs of the clock do not say why somebody could not be reached, so all of theirs count as one reason. */
  const markByClock = async (person: Person) => {
    const { kind } = refusals.judge(person, { kind: 'gone', reason: 'by the clock' });
    if (kind === 'gone') await markBlocked(person);
    for (const wronged of refusals.takeWronged()) await life.unblocked(wronged);
  };
  const clock = {
    ...refusals.heeded(messenger),
    jobs,
    everybody: () => people.everybody(),
    once: planner.store.once,
    markBlocked: markByClock,
    onFailed: (job: string, error: unknown) => {
      metrics?.taskFailed(job);
      log.error({ job, error: errorFacts(error) }, 'job failed');
    },
  };
  const jobPace = createPace();
  return startEngine(
    {
      ...planner,
      send: messenger.send,
      refusals,
      markBlocked,
      unmarkBlocked: (person) => life.unblocked(person),
      now,
      random: Math.random,
      onReceived,
      onRun: (report) => {
        metrics?.round(report);
        log.info(report, logLines.round);
      },
      onThrottled: () => metrics?.throttled('round'),
      onUnread: (report) => log.warn(report, 'message given back'),
      onSetAside: ({ error, ...report }) => {
        metrics?.setAside(report);
        log.error({ ...report, ...(error ? { error: errorFacts(error) } : {}) }, logLines.setAside);
      },
      onError: (where, error) => log.error({ where, error: errorFacts(error) }, 'background work failed'),
      onStuck: (what) => log.error({ what }, 'background work hangs'),
      jobsAt: (moment, readSettings, isPaced) =>
        jobsAt({ ...clock, readSettings }, moment, isPaced ? jobPace : undefined),
      watched: metrics?.watched,
    },
    pace,
  );
}
