import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import {
  below,
  key,
  partsOf,
  type Queue,
  type RowChange,
  type Storage,
  type Stored,
  writeAll,
} from '../storage/index.ts';
import type { Result } from './policy.ts';
import { type QueueMessage, writeMessage } from './queue-message.ts';
import type { Occurrence } from './round.ts';
import {
  DELIVERY_QUEUE,
  type OccurrenceRow,
  type OutcomeRow,
  occurrenceTable,
  outcomeTable,
  type SetAsideRow,
  setAsideTable,
} from './tables.ts';

/** What became of one recipient. */
export interface RecipientResult {
  /** An id or a pseudonym. */
  recipient: string;
  result: Result;
  reason?: string;
}

/** Held while a message is worked on: `finish` and `release` go with the last outcomes in one transaction. */
export interface MessageClaim {
  /** Recipients that an earlier run of this occurrence dealt with already. */
  settled: ReadonlySet<string>;
  /** How often the message was begun since it last came to an end of its own, this time included. */
  tries: number;
}

export interface DeliveryStore {
  queue: Queue;
  /** What is known of the occurrences of one day, by `occurrenceKey`. One range. */
  occurrencesOf(day: string): Promise<Map<string, Stored<OccurrenceRow>>>;
  plan(occurrence: Occurrence, recipients: string[][], now: Temporal.Instant): Promise<boolean>;
  /**
   * Remembers in this process that there is nothing left to plan of this occurrence, since it is in the queue or nobody chose its time: so
   * it is not looked at in each tick.
   */
  markPlanned(occurrence: Occurrence): void;
  isPlanned(occurrence: Occurrence): boolean;
  markQueued(occurrence: Occurrence, messages: number, plannedAt: string): Promise<void>;
  enqueue(queueMessage: QueueMessage): Promise<void>;
  /** Recipients that got this round's message in this period. One range. */
  sentIn(occurrence: Occurrence): Promise<Set<string>>;
  /** The same, of earlier days only. */
  sentBefore(occurrence: Occurrence): Promise<Set<string>>;
  /**
   * Takes a message. Gives `held` when somebody else has it, and `done` when it was finished before. With
   * `message`, the queue's id of it, its end need not be written: another copy of it counts as `done`, since the first
   * one comes back by itself until it is finished.
   */
  claim(
    queueMessage: QueueMessage,
    now: Temporal.Instant,
    seconds: number,
    message?: string,
  ): Promise<MessageClaim | 'held' | 'done'>;
  /**
   * Does a piece of work once, whichever instance comes first. Work that was left unfinished, by a crash or
   * since it threw, is done again by who asks two minutes later, then four, eight and so on, up to an hour.
   * The work must be harmless when repeated: a process that is killed after the work and before that is
   * written down leaves it unfinished, so a message that it had just sent goes out once more.
   */
  once(
    name: { what: string; about: string; period: string },
    now: Temporal.Instant,
    work: () => Promise<void>,
  ): Promise<void>;
  /** Writes outcomes in one transaction, and with `end` what becomes of the claim. */
  record(
    queueMessage: QueueMessage,
    outcomes: readonly RecipientResult[],
    end?: 'done' | 'released',
  ): Promise<void>;
  /** Writes down that the message with this id in the queue cannot be done. May be repeated. */
  keepAside(id: string, row: SetAsideRow): Promise<void>;
  /** How many messages were set aside and not forgotten yet. One range. */
  setAside(): Promise<number>;
}

/** A row that stays `planned` longer than this was left by a process that ended in between. */
const STALE_SECONDS = 120;

/** Work that broke off waits no longer than this for its next try. */
const LONGEST_WAIT_SECONDS = 3_600;

/** So much is remembered as planned, or as done: that of some weeks of a large municipality. */
const MOST_REMEMBERED = 50_000;

function remember(names: Set<string>, name: string): void {
  if (names.size >= MOST_REMEMBERED) names.clear();
  names.add(name);
}

/** True for an occurrence whose planning was not finished in time. */
export function isStale({ state, plannedAt }: OccurrenceRow, now: Temporal.Instant): boolean {
  return state === 'planned' && now.since(Temporal.Instant.from(plannedAt)).total('seconds') >= STALE_SECONDS;
}

/**
 * True when work has had the time that it may take and can be begun again: each try waits twice as long as
 * the one before.
 */
function isForgotten({ plannedAt, tries = 1 }: OccurrenceRow, now: Temporal.Instant): boolean {
  const wait = Math.min(STALE_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
  return now.since(Temporal.Instant.from(plannedAt)).total('seconds') >= wait;
}

/** The name of an occurrence within its day. */
export function occurrenceKey({ round, team, period, at }: Omit<Occurrence, 'day' | 'until'>): string {
  return key(round, team, period, ...(at === undefined ? [] : [at]));
}

/** The delivery tables and queue of one tenant. */
export function deliveryStore(storage: Storage, tenant: string): DeliveryStore {
  const occurrences = storage.table(occurrenceTable);
  const outcomes = storage.table(outcomeTable);
  const aside = storage.table(setAsideTable);
  const queue = storage.queue(DELIVERY_QUEUE);
  /** What is finished stays so. Remembering it saves a read in each tick. */
  const finished = new Set<string>();
  const partitionOf = ({ round, team, period }: Occurrence) => key(tenant, round, team, period);
  const claimRow = ({ occurrence: { day, at }, n }: QueueMessage) =>
    key('c', day, ...(at === undefined ? [] : [at]), `${n}`);
  const planned = new Set<string>();
  const nameOf = (occurrence: Occurrence) => key(occurrence.day, occurrenceKey(occurrence));

  const recipientIn = (row: string) => partsOf(row)[1] ?? '';

  async function settled(queueMessage: QueueMessage): Promise<Set<string>> {
    const rows = await outcomes.range({ partition: partitionOf(queueMessage.occurrence), ...below('r') });
    return new Set(
      rows
        .filter(({ value }) => value.day === queueMessage.occurrence.day)
        .map(({ row }) => recipientIn(row)),
    );
  }

  async function sent(occurrence: Occurrence, counts: (row: OutcomeRow) => boolean): Promise<Set<string>> {
    const rows = await outcomes.range({ partition: partitionOf(occurrence), ...below('r') });
    const found = rows.filter(({ value }) => value.result === 'sent' && counts(value));
    return new Set(found.map(({ row }) => recipientIn(row)));
  }

  return {
    queue,
    occurrencesOf: async (day) => {
      const rows = await occurrences.range({ partition: key(tenant, day) });
      return new Map(rows.map((stored) => [stored.row, stored]));
    },
    plan: (occurrence, recipients, now) =>
      occurrences.insert(key(tenant, occurrence.day), occurrenceKey(occurrence), {
        day: occurrence.day,
        plannedAt: now.toString(),
        until: occurrence.until.toString(),
        // With nobody to write to there is nothing to put in the queue, so it is finished at once.
        ...(recipients.length === 0
          ? { state: 'queued', messages: 0 }
          : { state: 'planned', messages: recipients.length, recipients, recipientsDay: occurrence.day }),
      }),
    markPlanned: (occurrence) => remember(planned, nameOf(occurrence)),
    isPlanned: (occurrence) => planned.has(nameOf(occurrence)),
    markQueued: (occurrence, messages, plannedAt) =>
      occurrences.put(key(tenant, occurrence.day), occurrenceKey(occurrence), {
        state: 'queued',
        day: occurrence.day,
        plannedAt,
        until: occurrence.until.toString(),
        messages,
      }),
    enqueue: (queueMessage) => queue.send(writeMessage(queueMessage)),
    sentIn: (occurrence) => sent(occurrence, () => true),
    sentBefore: (occurrence) => sent(occurrence, ({ day }) => day < occurrence.day),
    claim: async (queueMessage, now, seconds, message) => {
      const partition = partitionOf(queueMessage.occurrence);
      const held: OutcomeRow = {
        day: queueMessage.occurrence.day,
        heldUntil: now.add({ seconds }).toString(),
        done: false,
        tries: 1,
        message,
      };
      if (await outcomes.insert(partition, claimRow(queueMessage), held))
        return { settled: new Set(), tries: 1 };
      const stored = await outcomes.get(partition, claimRow(queueMessage));
      if (!stored || stored.value.done || stored.value.message !== message) return 'done';
      const free = Temporal.Instant.compare(Temporal.Instant.from(stored.value.heldUntil ?? now), now) <= 0;
      // A message that was given back has no tries: it starts anew.
      const tries = (stored.value.tries ?? 0) + 1;
      if (!free || !(await outcomes.replace(stored, { ...held, tries }))) return 'held';
      return { settled: await settled(queueMessage), tries };
    },
    once: async ({ what, about, period }, now, work) => {
      const name = key(what, about, period);
      if (finished.has(name)) return;
      const [partition, row] = [key(tenant, 'once', what), key(about, period)];
      const day = today(now).toString();
      const stored = await occurrences.get(partition, row);
      if (stored?.value.state === 'queued') remember(finished, name);
      if (stored && (stored.value.state === 'queued' || !isForgotten(stored.value, now))) return;
      const begun: OccurrenceRow = {
        state: 'planned',
        day,
        plannedAt: now.toString(),
        until: '',
        messages: 0,
        ...(stored ? { tries: (stored.value.tries ?? 1) + 1 } : {}),
      };
      const mine = stored
        ? await occurrences.replace(stored, begun)
        : await occurrences.insert(partition, row, begun);
      if (!mine) return;
      await work();
      await occurrences.put(partition, row, { ...begun, state: 'queued' });
    },
    record: async (queueMessage, list, end) => {
      const { day } = queueMessage.occurrence;
      const changes: RowChange<OutcomeRow>[] = list.map(({ recipient, result, reason }) => ({
        do: 'put',
        row: key('r', recipient, day),
        value: { day, result, reason },
      }));
      if (end) {
        const value = { day, heldUntil: new Date(0).toISOString(), done: end === 'done' };
        changes.push({ do: 'put', row: claimRow(queueMessage), value });
      }
      await writeAll(outcomes, partitionOf(queueMessage.occurrence), changes);
    },
    keepAside: (id, row) => aside.put(key(tenant), key(id), row),
    setAside: async () => (await aside.range({ partition: key(tenant) })).length,
  };
}
