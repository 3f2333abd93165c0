import { dutchDay } from '../calendar/clock.ts';
import { below, defineTable, partsOf } from '../storage/index.ts';
import type { Result } from './policy.ts';
import type { Instance } from './shares.ts';

/** Partition: tenant and day. Row: round, team, period. The unique insert of this row is the lock for planning it. */
export interface OccurrenceRow {
  state: 'planned' | 'queued';
  day: string;
  plannedAt: string;
  until: string;
  messages: number;
  /** Of work that is done once: how often it was begun, when more than once. */
  tries?: number;
  /** Who is in which message; kept only until all messages are in the queue. */
  recipients?: string[][];
  /** The same as `day`, as long as there are recipients. */
  recipientsDay?: string;
}

export const occurrenceTable = defineTable<OccurrenceRow>({
  name: 'occurrences',
  namesPeople: true,
  isDone: () => true,
  owner: 'delivery',
  holds: 'welke verzending voor welk team op welke dag is klaargezet',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  // Only a crash leaves recipients behind. The next working day makes up for such a round, so they go after a
  // day.
  retention: {
    days: 30,
    from: 'day',
    sooner: {
      days: 1,
      from: 'recipientsDay',
      fields: ['recipients'],
      what: 'wie een bericht krijgen, blijft',
    },
  },
  json: ['recipients'],
  person: {
    kind: 'none',
    why: 'Namen staan er hooguit enkele seconden in, tot de verzending in de wachtrij staat.',
  },
});

/**
 * Partition: tenant, round, team, period. Rows: `r|recipient|day` an outcome, `c|day|n` the claim on message n.
 * The recipient is an id, or a pseudonym where the outcome could betray an answer.
 */
export interface OutcomeRow {
  day: string;
  result?: Result;
  reason?: string;
  /** Of a claim: until when it holds, and whether the message is finished. */
  heldUntil?: string;
  done?: boolean;
  /** Of a claim: how often the message was begun since it last came to an end of its own. */
  tries?: number;
  /** Of a claim in a discreet round: the queue's id of the message, in place of a mark at its end. */
  message?: string;
}

export const outcomeTable = defineTable<OutcomeRow>({
  name: 'outcomes',
  namesPeople: true,
  coded: true,
  isDone: () => true,
  owner: 'delivery',
  holds: 'of een bericht van Kompas bij je is aangekomen; niet of je hebt geantwoord',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 30, from: 'day' },
  codes: ({ partition, row }) =>
    partsOf(row)[0] === 'r'
      ? [{ of: 'row', part: 1, place: partsOf(partition)[2] ?? '', purpose: 'round' }]
      : [],
  person: {
    kind: 'personal',
    // One look over all, whatever the number of teams: rows stand in a partition for each round and week.
    rows: ({ personIds, pseudonyms }) => {
      const names = new Set([
        ...personIds,
        ...pseudonyms.flatMap(({ purpose, pseudonym }) => (purpose === 'round' ? [pseudonym] : [])),
      ]);
      return [{ ...below('r'), isTheirs: ({ row }) => names.has(partsOf(row)[1] ?? '') }];
    },
    describe: ({ day, result }) =>
      `Bericht van ${dutchDay(day)}: ${result === 'sent' ? 'aangekomen' : 'niet verstuurd'}.`,
  },
});

/** Partition: tenant. Row: `shares`. One row, so that its ETag guards what all processes together may send. */
export interface SharesRow {
  instances: Instance[];
}

/** The row key of the shares. */
export const SHARES = 'shares';

export const instanceTable = defineTable<SharesRow>({
  name: 'instances',
  namesPeople: false,
  owner: 'delivery',
  holds: 'welke processen van Kompas draaien, en hoeveel elk per seconde naar Teams mag sturen',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { forever: 'zolang Kompas draait; een proces dat weg is, gaat er na tien minuten uit' },
  json: ['instances'],
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});

/** Why a message was set aside: working on it failed, or ended the process before it could even fail, or it is none of ours. */
export type AsideReason = 'failed' | 'unfinished' | 'not readable';

/**
 * Partition: tenant. Row: the queue's id of a message that could not be done. Nobody is listed: the round of the next
 * working day finds who was not reached.
 */
export interface SetAsideRow {
  /** Left out, as the period is, of what cannot be read. */
  round?: string;
  /** Left out where being written to depends on an answer: in a small team it could tell whose. */
  team?: string;
  period?: string;
  day: string;
  reason: AsideReason;
}

export const setAsideTable = defineTable<SetAsideRow>({
  name: 'setaside',
  namesPeople: false,
  owner: 'delivery',
  holds: 'welke verzending voor welk team mislukte, en waarom',
  seenBy: 'de beheerder, als getal',
  // By then every window in which the message could have gone out is closed.
  retention: { days: 7, from: 'day' },
  person: { kind: 'none', why: 'Er staat geen persoon in, alleen een team en een verzending.' },
});

/** The queue through which rounds go out. */
export const DELIVERY_QUEUE = 'deliveries';
