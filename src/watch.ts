import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { today } from './calendar/clock.ts';
import type { Job } from './delivery/jobs.ts';
import type { PlannerTools } from './delivery/planner.ts';
import { occurrenceKey } from './delivery/store.ts';
import { remembered } from './lib/remember.ts';
import { logLines } from './log-lines.ts';
import { consentGiven, type Settings } from './people/municipality.ts';

type WatchTools = Pick<PlannerTools, 'store' | 'rounds'>;

/** What was due only just now is being planned beside this. */
const PLANNED_WITHIN = { minutes: 5 };
const LOOK_MS = 5 * 60_000;
/** Longer than any message waits for its turn while Kompas keeps up. */
const LATE_MINUTES = 15;

/**
 * What was due today for the teams, by counts alone: `unplanned` was not put in the queue. Rounds at a time that people chose
 * themselves are left out: one is there only where somebody chose it, which is for them to know.
 */
async function dueToday(
  { store, rounds }: WatchTools,
  { municipality, teams }: Settings,
  now: Temporal.Instant,
) {
  const moment = now.subtract(PLANNED_WITHIN);
  const due = !consentGiven(municipality)
    ? []
    : teams.flatMap((team) =>
        rounds.flatMap((round) => round.due({ team, teams, municipality, now: moment }) ?? []),
      );
  const known = await store.occurrencesOf(today(now).toString());
  const queued = due.flatMap((occurrence) => {
    const row = known.get(occurrenceKey(occurrence))?.value;
    return row?.state === 'queued' ? [row] : [];
  });
  const messages = queued.reduce((sum, row) => sum + row.messages, 0);
  return { due: due.length, unplanned: due.length - queued.length, messages };
}

/**
 * What Kompas says of itself in its log, for the alerts of who runs it: once before ten whether all that was due was planned and
 * how old the key is, and what waits too long in the queue. Any number of instances may run it.
 */
export function watchJobs(tools: WatchTools, log: Logger): Job[] {
  const morning: Job = {
    name: 'watch-morning',
    // On every day: no line at all has to mean that the clock stands still.
    when: { hours: ['09:40', '10:00'] },
    run: async ({ now, settings, once }) => {
      const day = today(now);
      await once({ what: 'watch-morning', about: 'all', period: day.toString() }, async () => {
        const read = await settings();
        const { keyFrom } = read.municipality;
        const keyDays = keyFrom ? day.since(Temporal.PlainDate.from(keyFrom)).days : undefined;
        log.info({ ...(await dueToday(tools, read, now)), keyDays }, logLines.morning);
      });
    },
  };
  let moment = Temporal.Instant.fromEpochMilliseconds(0);
  const look = remembered(
    async () => {
      const oldest = await tools.store.queue.oldest();
      const minutes = oldest ? Math.floor((moment.epochMilliseconds - oldest.getTime()) / 60_000) : 0;
      if (minutes >= LATE_MINUTES) log.warn({ minutes }, logLines.queueLate);
    },
    LOOK_MS,
    () => moment,
  );
  const queue: Job = {
    name: 'watch-queue',
    when: 'always',
    run: async ({ now }) => {
      moment = now;
      await look();
    },
  };
  return [morning, queue];
}
