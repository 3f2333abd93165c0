import { newestSettled } from '../../calendar/schedule.ts';
import { previousPeriods } from '../../calendar/weeks.ts';
import type { JobContext } from '../../delivery/jobs.ts';
import type { Person } from '../../people/person.ts';
import type { Services } from '../module.ts';
import type { StoredAnswer } from './rows.ts';
import type { CheckinAnswer } from './rules.ts';
import { type CheckinStore, REWRITTEN_AT_ONCE, type SharedComments } from './store.ts';

export interface ClosingTools extends Pick<Services, 'pseudonymise'> {
  store: CheckinStore;
}

/** Comments are kept so many weeks: in weeks before that there are none. */
const COMMENT_WEEKS = 12;

/**
 * Publishes what people shared in windows that closed, once no turn of before can write any more: what somebody took back or emptied at
 * the last moment may not stand there shared. Until then a comment stays its writer's own, to change
 * and to take back. All of it is written at once, so that no row tells when somebody wrote
 * (trust:comments-stay-the-writers). Looks once a week, also at the weeks before and whatever the rhythm of a
 * team is now: after a closing that was missed, comments would stay beside their scores.
 */
export async function closeWindows(
  tools: ClosingTools,
  { now, settings, everybody, once }: JobContext,
): Promise<void> {
  const { teams, ended } = await settings();
  const latest = newestSettled(now);
  const earlier = previousPeriods(latest, COMMENT_WEEKS, 1);
  for (const { key: team } of [...teams, ...ended]) {
    await once({ what: 'checkin-close', about: team, period: latest }, async () => {
      // Everybody, and not only the team: somebody may have moved to another one since they wrote.
      const writers = writersIn(tools, team, await everybody());
      const waiting = new Set(
        (await tools.store.waiting(team, earlier)).flatMap(({ period, pseudonym, unsealed }) =>
          unsealed || writers.has(pseudonym) ? [period] : [],
        ),
      );
      const out = new Set([...waiting, latest]);
      for (const period of out) await publishShared(tools, team, period, writers);
      await refreshAll(tools, team, latest, out);
    });
  }
}

/**
 * After a closing no row of a closed week tells when somebody answered, not even of a week whose own closing was missed
 * (trust:no-trace).
 */
async function refreshAll(
  { store }: ClosingTools,
  team: string,
  latest: string,
  but: ReadonlySet<string>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if (await store.refresh(team, latest, but)) return;
  throw new Error(`the answers of a team were changed ${ATTEMPTS} times in a row`);
}

/** The directory id of everybody, by the pseudonym under which they answer in a team. */
function writersIn(
  { pseudonymise }: ClosingTools,
  team: string,
  everybody: readonly Person[],
): ReadonlyMap<string, string> {
  return new Map(
    everybody.flatMap(({ directoryId }) =>
      directoryId ? [[pseudonymise(team, directoryId, 'answer'), directoryId] as const] : [],
    ),
  );
}

/**
 * How often we look again at most. A late answer makes us do so: one written by a turn that began before the
 * closing.
 */
const ATTEMPTS = 5;

/**
 * First everything that was shared goes out; then all answers of the period are written anew without it. All of them,
 * in order of pseudonym, so that no timestamp tells who had shared something. What is published twice is the same, and
 * what was rewritten holds nothing to publish, so that this may stop anywhere and begin again.
 */
async function publishShared(
  { store, pseudonymise }: ClosingTools,
  team: string,
  period: string,
  writers: ReadonlyMap<string, string>,
): Promise<void> {
  function sharedIn(filed: readonly StoredAnswer[]): SharedComments {
    const shared: SharedComments = { withoutName: [], withName: [] };
    for (const { pseudonym, answer } of filed) {
      const { comment: text, sharing } = answer;
      const directoryId = writers.get(pseudonym);
      if (!text || !directoryId) continue;
      if (sharing === 'without-name')
        shared.withoutName.push({ key: pseudonymise(team, directoryId, 'comment'), text });
      if (sharing === 'with-name') shared.withName.push({ key: directoryId, text });
    }
    return shared;
  }

  const withoutShared = ({ pseudonym, answer, etag }: StoredAnswer): StoredAnswer => {
    const { comment: _comment, sharing, ...rest }: CheckinAnswer = answer;
    const isOut = (sharing === 'without-name' || sharing === 'with-name') && writers.has(pseudonym);
    return { pseudonym, answer: isOut ? rest : answer, etag };
  };

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const filed = await store.stored(team, period);
    await store.publish(team, period, sharedIn(filed));
    let changed = false;
    for (let start = 0; start < filed.length; start += REWRITTEN_AT_ONCE) {
      const some = filed.slice(start, start + REWRITTEN_AT_ONCE);
      if (await store.rewrite(team, period, some.map(withoutShared))) continue;
      // One of these was changed, withdrawn or erased at the last moment: they go out again as they are now.
      changed = true;
      await store.retract(team, period, sharedIn(some));
    }
    if (!changed) return;
  }
  throw new Error(`the answers of a closed window were changed ${ATTEMPTS} times in a row`);
}
