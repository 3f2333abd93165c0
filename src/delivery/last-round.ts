import pMap from 'p-map';
import type { Temporal } from 'temporal-polyfill';
import { below, key, partsOf, type Storage } from '../storage/index.ts';
import type { Result } from './policy.ts';
import { occurrenceTable, outcomeTable } from './tables.ts';

/** Back to so many days: a round that is older says nothing of today. */
const DAYS = 7;
const AT_ONCE = 4;
/** What went wrong on the way. That somebody skips or blocks is their own choice, and is counted nowhere. */
const failures: readonly Result[] = ['refused', 'gave-up', 'late'];

/** The last day on which messages went out, and how many of them failed in which way. */
export interface LastRound {
  /** ISO date. */
  day: string;
  failed: ReadonlyMap<Result, number>;
}

/**
 * How the last day with a round went, of the eight up to and with `day`; undefined when there was none. Costs a range a day, and
 * one for each team with a round on that day. It gives no count of what arrived: with the number of people that would tell how
 * many skipped the week (trust:no-trace).
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
  const last = rows.findIndex((some) => some.some(({ value }) => value.messages > 0));
  const lastDay = days[last];
  if (lastDay === undefined) return undefined;
  const partitions = (rows[last] ?? []).map(({ row }) => key(tenant, ...partsOf(row).slice(0, 3)));
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
