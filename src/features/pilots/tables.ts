import { dutchDay } from '../../calendar/clock.ts';
import { below, defineTable, exactly } from '../../storage/index.ts';
import type { Evaluation } from './closing/evaluation.ts';
import type { Channel, Pilot } from './pilot.ts';
import type { Board, Column, RetroAgreements } from './retro/rules.ts';

/** Partition: tenant. Row: id of the pilot. */
export const pilotsTable = defineTable<Omit<Pilot, 'id'>>({
  name: 'pilots',
  namesPeople: false,
  owner: 'pilots',
  holds: 'pilots: wat ze proberen, wanneer en hoe het gaat',
  seenBy: 'wie meedoet',
  // What people wrote goes as soon as their other comments do (trust:kept-no-longer).
  retention: {
    days: 731,
    from: 'closedOn',
    sooner: { days: 12 * 7, from: 'opinionsDay', fields: ['opinions'] },
  },
  json: ['criteria', 'standup', 'channel', 'iteration', 'outcome', 'opinions'],
  person: { kind: 'none', why: 'Een pilot gaat over werk. Wie meedoet, staat apart.' },
});

/** Who is in a pilot. Partition: tenant, pilot. Row: directory id. */
export interface MemberRow {
  role: 'lead' | 'member';
  /** The day on which the pilot was closed, from which retention counts. */
  closedOn?: string;
}

export const pilotMembersTable = defineTable<MemberRow>({
  name: 'pilotmembers',
  namesPeople: true,
  owner: 'pilots',
  holds: 'in welke pilots je meedoet',
  seenBy: 'wie meedoet in dezelfde pilot',
  retention: { days: 30, from: 'closedOn' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ role }) => (role === 'lead' ? 'Je leidt een pilot.' : 'Je doet mee in een pilot.'),
  },
});

/**
 * What has to be done in a pilot. Partition: tenant, pilot. Rows `a|id` (the action) and `o|directory id|id` (who owns
 * it), so that an erasure takes the owner away and leaves the action to the team.
 */
export interface ActionRow {
  /** In `a` rows. */
  text?: string;
  source?: 'standup' | 'retro' | 'demo';
  due?: string;
  /** Day of creation, from which retention counts. */
  day: string;
  doneOn?: string;
  /** The stand-up day on which it was last mentioned as overdue. */
  mentioned?: string;
}

export const pilotActionsTable = defineTable<ActionRow>({
  name: 'pilotactions',
  namesPeople: true,
  owner: 'pilots',
  holds: 'acties uit stand-ups en retro’s, en welke van jou zijn',
  seenBy: 'wie meedoet in dezelfde pilot',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below('o', directoryId)],
    describe: () => 'Een actie in een pilot is van jou.',
  },
});

/** What somebody wrote for a stand-up. Partition: tenant, pilot, day. Row: directory id. */
export interface StandupRow {
  day: string;
  done: string;
  next: string;
  blocker: string;
}

export const standupsTable = defineTable<StandupRow>({
  name: 'standups',
  namesPeople: true,
  owner: 'pilots',
  holds: 'wat je in een stand-up schreef',
  seenBy: 'wie meedoet in dezelfde pilot',
  retention: { days: 14, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ day, done, next, blocker }) =>
      `${dutchDay(day)}: ${[done, next, blocker].filter(Boolean).join(' · ') || 'niets ingevuld'}`,
  },
});

/** The stand-up of one day. Partition: tenant, pilot. Row: ISO date. */
export interface StandupDayRow {
  day: string;
  /** Id of the message in the channel. */
  message?: string;
  /** Id of the summary in the channel. */
  summary?: string;
  closed?: boolean;
}

export const standupDaysTable = defineTable<StandupDayRow>({
  name: 'standupdays',
  namesPeople: false,
  owner: 'pilots',
  holds: 'op welke dagen een pilot een stand-up had',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 14, from: 'day' },
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});

/**
 * Boards of retros. Partition: tenant, pilot. Rows `b|board`, `p|board|point`, `v|pseudonym|board` (votes) and
 * `n|directory id|board|point` (who put their name to a point), so that an erasure finds votes and names.
 */
export interface RetroRow {
  /** From which retention counts: the day of closing, or until then the last day on which the board can be open. */
  day: string;
  /** In `b` rows. */
  opened?: string;
  phase?: Board['phase'];
  message?: string;
  channel?: Channel;
  unposted?: boolean;
  agreed?: RetroAgreements;
  /** In `p` rows. */
  text?: string;
  column?: Column;
  group?: string;
  /** Order of coming in `p` rows. */
  at?: string;
  /** In `v` rows. */
  points?: string[];
}

export const retrosTable = defineTable<RetroRow>({
  name: 'retros',
  namesPeople: false,
  owner: 'pilots',
  holds: 'je stemmen in een retro, en punten waar je zelf je naam bij zette',
  seenBy: 'wie meedoet in dezelfde pilot; van stemmen alleen het aantal',
  retention: { days: 14, from: 'day' },
  json: ['agreed', 'channel', 'points'],
  person: {
    kind: 'personal',
    rows: ({ directoryId, pseudonyms }) => [
      below('n', directoryId),
      ...pseudonyms.filter(({ purpose }) => purpose === 'vote').map(({ pseudonym }) => below('v', pseudonym)),
    ],
    describe: ({ points }) =>
      points ? `Je stemde op ${points.length} punten.` : 'Je zette je naam bij een punt.',
  },
});

/** What a member thinks of a pilot. Partition: tenant, pilot. Row: pseudonym. Removed when the pilot closes. */
export interface EvaluationRow extends Evaluation {
  day: string;
}

export const evaluationsTable = defineTable<EvaluationRow>({
  name: 'evaluations',
  namesPeople: false,
  owner: 'pilots',
  holds: 'wat je van een pilot vindt, onder een code in plaats van je naam',
  seenBy: 'wie meedoet, alleen als geheel en pas vanaf 6 antwoorden; je open antwoord zonder naam',
  retention: { days: 84, from: 'day' },
  json: ['scores'],
  person: {
    kind: 'personal',
    rows: ({ pseudonyms }) =>
      pseudonyms.filter(({ purpose }) => purpose === 'evaluation').map(({ pseudonym }) => exactly(pseudonym)),
    describe: ({ open }) => `Je evalueerde een pilot${open ? `. Je schreef: ${open}` : '.'}`,
  },
});

/** A question with an example case. Partition: tenant, pilot. Row: id. One answer of the team, none of a person. */
export interface QuizRow {
  day: string;
  question: string;
  options: string[];
  /** Place of the right option. */
  right: number;
  why: string;
  /** What the team chose. */
  chosen?: number;
  message?: string;
}

export const pilotQuizTable = defineTable<QuizRow>({
  name: 'pilotquiz',
  namesPeople: false,
  owner: 'pilots',
  holds: 'oefenvragen van een pilot en wat het team samen antwoordde',
  seenBy: 'wie meedoet in dezelfde pilot',
  retention: { days: 365, from: 'day' },
  json: ['options'],
  person: { kind: 'none', why: 'Het team antwoordt samen. Er staat niets over één persoon.' },
});

/**
 * Messages in channels that wait for a change. Partition: tenant. Rows `c|kind|pilot|of` (it no longer shows how things
 * stand) and `f|pilot|of` (somebody got a form in its place); `of` is a board or a day.
 */
export interface PostRow {
  day: string;
  /** Moment from which it counts. */
  at: string;
}

export const pilotPostsTable = defineTable<PostRow>({
  name: 'pilotposts',
  namesPeople: false,
  owner: 'pilots',
  holds: 'welke berichten in een kanaal Kompas nog bijwerkt',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 14, from: 'day' },
  person: { kind: 'none', why: 'Er staat niets over mensen in.' },
});
