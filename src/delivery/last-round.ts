import pMap from 'p-map';
import type { Temporal } from 'temporal-polyfill';
import { below, key, partsOf, type Storage } from '../storage/index.ts';
import type { Result } from './policy.ts';
import { occurrenceTable, outcomeTable } from './tables.ts';

/** Back to so many days: a round that is older says nothing of today. */
const DAYS = 7;
const AT_ONCE = 4;
/** The key of a round at the time of the team is its name, the team and the period (`occurrenceKey`). */
const TEAM_ROUND_PARTS = 3;
/** What went wrong on the way. That somebody skips or blocks is their own choice, and is counted nowhere. */
const failures: readonly Result[] = ['refused', 'gave-up', 'late'];

/** The last day on which a round went, and how many of its messages failed in which way. */
export interface LastRound {
  /** ISO date. */
  day: string;
  failed: ReadonlyMap<Result, number>;
}

/**
 * How the last day with a round went, of the eight up to and with `day`; undefined when there was none. Costs a range a day, and
 * one for each team with a round on that day. A round counts also where nobody wanted it, and no count of what arrived is given: both
 * would tell of a small team who skipped the week or stopped (trust:no-trace).
 */
export async function lastRound(
  storage: Storage,
  tenant: string,
  day: Temporal.PlainDate,
): Promise<LastRound | undefined> {
  const [occurrences, outcomes] = [storage.table(occurrenceTable), storage.table(outcomeTable)];
  const days = Array.from({ length: DAYS + 1 }, (_, n) => day.subtract({ days: n }).toString());
  const rows = await pMap(days, async (one) => occurrences.range({ partition: key(tenant, one) }), {
    concurrency: AT_ONCE,
  });
  // At a time that people chose themselves there is a round only where somebody chose it, which is for them to know.
  const ofTeams = rows.map((some) => some.filter(({ row }) => partsOf(row).length === TEAM_ROUND_PARTS));
  const last = ofTeams.findIndex((some) => some.length > 0);
  const lastDay = days[last];
  if (lastDay === undefined) return undefined;
  const partitions = (ofTeams[last] ?? []).map(({ row }) => key(tenant, ...partsOf(row).slice(0, 3)));
  const found = await pMap(
    new Set(partitions),
    async (partition) => outcomes.range({ partition, ...below('r') }),
    { concurrency: AT_ONCE },
  );
  const failed = new Map<Result, number>();
  for (const { value } of found.flat())
    if (value.day === lastDay && value.result && failures.includes(value.result))
      failed.set(value.result, (failed.get(value.result) ?? 0) + 1);
  return { day: lastDay, failed };
}
