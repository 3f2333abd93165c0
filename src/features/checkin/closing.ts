import type { Temporal } from 'temporal-polyfill';
import { isInside, latestWindow, type Schedule, type Window } from '../../calendar/schedule.ts';
import type { Settings } from '../../people/municipality.ts';
import type { Pseudonymise } from '../../people/pseudonym.ts';
import type { PeopleStore } from '../../people/store.ts';
import type { CheckinStore, Published } from './store.ts';

export interface ClosingTools {
  store: CheckinStore;
  people: PeopleStore;
  pseudonymise: Pseudonymise;
  readSettings(): Promise<Settings>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** The newest window that has closed. While the next is open already, that is the one before it. */
function latestClosed(schedule: Schedule, now: Temporal.Instant): Window {
  const latest = latestWindow(schedule, now);
  return isInside(latest, now) ? latestWindow(schedule, latest.opens.subtract({ nanoseconds: 1 })) : latest;
}

/**
 * Publishes what people shared in windows that closed: a comment stays its writer's own, changeable and withdrawable,
 * until then. Written all at once, so that no row tells when somebody wrote (house trust rule 4).
 */
export async function closeWindows(tools: ClosingTools, now: Temporal.Instant): Promise<void> {
  const { teams } = await tools.readSettings();
  for (const team of teams) {
    const { period } = latestClosed(team.schedule, now);
    await tools.once({ what: 'checkin-close', about: team.key, period }, () =>
      publishShared(tools, team.key, period),
    );
  }
}

async function publishShared(
  { store, people, pseudonymise }: ClosingTools,
  team: string,
  period: string,
): Promise<void> {
  // Everybody, and not only the team: somebody may have moved to another one since they wrote.
  const [answers, everybody] = await Promise.all([store.inPeriod(team, period), people.everybody()]);
  const withoutName: Published[] = [];
  const withName: Published[] = [];
  for (const { directoryId = '' } of everybody) {
    const pseudonym = pseudonymise(team, directoryId, 'answer');
    const { comment, sharing } = answers.get(pseudonym) ?? {};
    if (!comment) continue;
    if (sharing === 'without-name') withoutName.push({ key: pseudonym, text: comment });
    if (sharing === 'with-name') withName.push({ key: directoryId, text: comment });
  }
  await store.publish(team, period, { withoutName, withName });
}
