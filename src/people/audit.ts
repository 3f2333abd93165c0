import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../calendar/clock.ts';
import { below, key, type Storage, TRANSACTION_ROWS } from '../storage/index.ts';
import { logLimit } from './log-limit.ts';
import { type AuditEntry, auditTable } from './tables.ts';

/** One of several lines that are written at once. `seen` tells apart what is done about somebody again, after it was undone. */
export interface AuditLine {
  what: string;
  about: string;
  seen?: string;
}

/** Lines of the log, newest first. `isMore` when older ones of the days that were asked are left out. */
export interface AuditPart {
  lines: AuditEntry[];
  isMore: boolean;
}

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
  /**
   * Writes down many managing actions of one moment: a request for each hundred. `after` names the last work of this kind that was
   * finished. Until another is, a repeat of the same day writes no line twice, so that work that broke off can be finished later; that
   * costs a range more.
   */
  recordAll(who: string, lines: readonly AuditLine[], after: string): Promise<void>;
  /**
   * Writes down that somebody got a file which every colleague may have: one line a person, file and day (Europe/Amsterdam), so that
   * nobody buries what others did (trust:managing-is-logged). The first day of a month may have two: each month (UTC) is a partition.
   */
  recordDownload(who: string, what: string, about: string): Promise<void>;
  /**
   * What was written down on these days (Europe/Amsterdam), at most so many lines. One range a month, from the last back; a month with
   * more than fits is read by the day. Of a day with more than fits it is not said which lines come.
   */
  newest(first: Temporal.PlainDate, last: Temporal.PlainDate, most: number): Promise<AuditPart>;
  /** All that was written down at that moment or later, oldest first, however much: not while people wait. One range a month. */
  since(moment: Temporal.Instant): Promise<AuditEntry[]>;
  /** True for an account that did so much today that it begins nothing new for now (`log-limit.ts`). Reads nothing. */
  isTooMuch(who: string): boolean;
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

const epochOf = ({ at }: AuditEntry): bigint => Temporal.Instant.from(at).epochNanoseconds;

/** Newest first, each moment read once. As moments: written out, 0.1 seconds would come after 0.12. */
const newestFirst = (entries: readonly AuditEntry[]): AuditEntry[] =>
  entries
    .map((entry) => ({ entry, epoch: epochOf(entry) }))
    .sort((a, b) => (a.epoch === b.epoch ? 0 : a.epoch < b.epoch ? 1 : -1))
    .map(({ entry }) => entry);

/** The days in Amsterdam on which lines of a month (UTC) may have been written, last first. */
function daysOf(month: string): string[] {
  const begin = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const days = begin.daysInMonth + 1;
  return Array.from({ length: days }, (_, n) => begin.add({ days: days - 1 - n }).toString());
}

/** The same for the same line of the same day, and another for every other. */
const nameOfLine = ({ what, about, seen = '' }: AuditLine, day: string): string =>
  createHash('sha256')
    .update(JSON.stringify([day, what, about, seen]))
    .digest('base64url')
    .slice(0, 22);

/**
 * The audit log of one tenant (trust:managing-is-logged). Partition: tenant and month. Row: who, moment, and
 * a random part or the name that was given; of many at once who, what was finished before, and a hash; of a download who, the day, and a hash.
 */
export function auditLog(storage: Storage, tenant: string, now: () => Temporal.Instant): Audit {
  const table = storage.table(auditTable);
  const limit = logLimit(now);
  return {
    isTooMuch: limit.isReached,
    record: async (who, what, about, once) => {
      const moment = once?.at ?? now();
      const written = moment.toString();
      const entry: AuditEntry = { who, what, about, at: written, day: today(moment).toString() };
      const name = once?.name ?? randomBytes(4).toString('hex');
      if (await table.insert(key(tenant, written.slice(0, 7)), key(who, written, name), entry))
        limit.count(who);
    },
    recordAll: async (who, lines, after) => {
      limit.count(who);
      const moment = now();
      const written = moment.toString();
      const day = today(moment).toString();
      const partition = key(tenant, written.slice(0, 7));
      const entries = new Map(
        lines.map((line): [string, AuditEntry] => {
          const { what, about } = line;
          return [key(who, after, nameOfLine(line, day)), { who, what, about, at: written, day }];
        }),
      );
      let todo = [...entries];
      while (todo.length > 0) {
        const some = todo.slice(0, TRANSACTION_ROWS);
        const changes = some.map(([row, value]) => ({ do: 'insert' as const, row, value }));
        if (await table.transact(partition, changes)) {
          todo = todo.slice(some.length);
          continue;
        }
        // One of these is there: of work that broke off before, or that somebody else does at this moment.
        const known = await table.range({ partition, ...below(who, after) });
        const rows = new Set(known.map(({ row }) => row));
        if (!some.some(([row]) => rows.has(row))) throw new Error('the audit log takes no lines');
        todo = todo.filter(([row]) => !rows.has(row));
      }
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
    recordDownload: async (who, what, about) => {
      const moment = now();
      const written = moment.toString();
      const day = today(moment).toString();
      const row = key(who, day, nameOfLine({ what, about }, day));
      await table.insert(key(tenant, written.slice(0, 7)), row, { who, what, about, at: written, day });
    },
    newest: async (first, last, most) => {
      const isAsked = (day: string) => day >= first.toString() && day <= last.toString();
      const lines: AuditEntry[] = [];
      /** One more than fits, to know that there is more. */
      const read = async (month: string, day?: string): Promise<AuditEntry[]> => {
        const only = day === undefined ? {} : { fieldIs: { field: 'day', value: day } };
        const rows = await table.range({
          partition: key(tenant, month),
          ...only,
          most: most - lines.length + 1,
        });
        return rows.map(({ value }) => value);
      };
      for (const month of monthsBetween(at(first, '00:00'), at(last.add({ days: 1 }), '00:00')).reverse()) {
        const whole = await read(month);
        if (lines.length + whole.length <= most) {
          lines.push(...newestFirst(whole.filter(({ day }) => isAsked(day))));
          continue;
        }
        for (const day of daysOf(month).filter(isAsked)) {
          lines.push(...newestFirst(await read(month, day)));
          if (lines.length > most) return { lines: lines.slice(0, most), isMore: true };
        }
      }
      return { lines, isMore: false };
    },
    since: async (moment) => {
      const partitions = monthsBetween(moment, now()).map((month) => key(tenant, month));
      const months = await Promise.all(partitions.map((partition) => table.range({ partition })));
      const entries = months.flat().map(({ value }) => value);
      return newestFirst(entries.filter((entry) => epochOf(entry) >= moment.epochNanoseconds)).reverse();
    },
  };
}
