import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../calendar/clock.ts';
import { below, key, type Storage } from '../storage/index.ts';
import { type AuditEntry, auditTable } from './tables.ts';

/** The name in the log for what Kompas does by itself, such as ending the duties of somebody who left. */
export const BY_ITSELF = 'kompas';

export interface Audit {
  /**
   * Writes down a managing action. `about` names a team, a person's id or a setting, never an answer. With
   * `once` a repeat of the same action at the same moment writes nothing more, so that work that broke off
   * can be finished later.
   */
  record(
    who: string,
    what: string,
    about: string,
    once?: { at: Temporal.Instant; name: string },
  ): Promise<void>;
  /** What was written down at that moment or later, oldest first. One range a month. */
  since(moment: Temporal.Instant): Promise<AuditEntry[]>;
  /** How often somebody did this on a day (ISO date, Europe/Amsterdam), up to now: `what` as it was recorded. One range. */
  countOn(who: string, what: string, day: string): Promise<number>;
}

/** The months (UTC, `2026-11`) from one moment up to another: each is a partition. */
function monthsBetween(first: Temporal.Instant, last: Temporal.Instant): string[] {
  const monthOf = (moment: Temporal.Instant) =>
    moment.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
  const [begin, end] = [monthOf(first), monthOf(last)];
  const count = Math.max(0, begin.until(end, { largestUnit: 'months' }).months + 1);
  return Array.from({ length: count }, (_, n) => begin.add({ months: n }).toString());
}

/**
 * The audit log of one tenant (trust:managing-is-logged). Partition: tenant and month. Row: who, moment, and
 * a random part or the name that was given.
 */
export function auditLog(storage: Storage, tenant: string, now: () => Temporal.Instant): Audit {
  const table = storage.table(auditTable);
  return {
    record: async (who, what, about, once) => {
      const moment = once?.at ?? now();
      const written = moment.toString();
      const entry: AuditEntry = { who, what, about, at: written, day: today(moment).toString() };
      const name = once?.name ?? randomBytes(4).toString('hex');
      await table.insert(key(tenant, written.slice(0, 7)), key(who, written, name), entry);
    },
    countOn: async (who, what, day) => {
      const begin = at(Temporal.PlainDate.from(day), '00:00');
      const months = await Promise.all(
        monthsBetween(begin, now()).map((month) =>
          table.range({ partition: key(tenant, month), ...below(who) }),
        ),
      );
      return months.flat().filter(({ value }) => value.what === what && value.day === day).length;
    },
    since: async (moment) => {
      const partitions = monthsBetween(moment, now()).map((month) => key(tenant, month));
      const months = await Promise.all(partitions.map((partition) => table.range({ partition })));
      return (
        months
          .flat()
          .map(({ value }) => value)
          .filter(({ at }) => Temporal.Instant.compare(at, moment) >= 0)
          // As moments: written out, 0.1 seconds would come after 0.12.
          .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
      );
    },
  };
}
