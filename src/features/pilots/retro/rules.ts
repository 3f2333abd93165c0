import { Temporal } from 'temporal-polyfill';
import type { Channel } from '../pilot/pilot.ts';

/** The three columns of a board. */
export const columns = {
  good: 'Ging goed',
  better: 'Kan beter',
  question: 'Vraag',
} as const;
export type Column = keyof typeof columns;

/** A point on a board: without author, unless somebody put their name to it. */
export interface RetroPoint {
  id: string;
  text: string;
  column: Column;
  /** The name of the group it was put in. */
  group?: string;
  /** Directory id of who put their name to it. */
  author?: string;
}

/** Somebody's votes: ids of points. `voter` is a pseudonym. */
export interface Ballot {
  voter: string;
  points: readonly string[];
}

export interface RetroAgreements {
  learnings: string[];
  /** `owner` is the directory id of who takes it up. */
  actions: { text: string; owner?: string; due?: string }[];
}

/** A board. Days are ISO dates. */
export interface Board {
  id: string;
  pilot: string;
  opened: string;
  /** `closing` while what was agreed is being written; a look at it finishes what a crash left. */
  phase: 'open' | 'closing' | 'closed';
  /** Id of the message in the channel, and which channel that was. */
  message?: string;
  channel?: Channel;
  /** It did not reach the channel yet. */
  unposted?: boolean;
  agreed?: RetroAgreements;
}

export const VOTES = 3;
export const MOST_POINTS = 200;
/** So many boards a day may a pilot begin: each of them stands in the channel. */
export const MOST_BOARDS_A_DAY = 20;
/** How long a point may be, and an agreement too, since that may be a point. */
export const LONGEST_POINT = 300;
export const LONGEST_GROUP = 60;
export const MOST_AGREED = 3;
/** A board that nobody closes is closed after so many days. */
const OPEN_DAYS = 14;

/** The last day on which a board that was opened on this day can be used. */
export function lastDay(opened: string): string {
  return Temporal.PlainDate.from(opened).add({ days: OPEN_DAYS }).toString();
}

/**
 * The id of a board that is opened on this day after `last`. Two people who open one at the same moment arrive at the
 * same id, so that it is one board; and ids stand in the order of opening.
 */
export function nextBoard(day: string, last?: Pick<Board, 'id' | 'opened'>): string {
  return `R-${day}-${String(boardsOn(day, last) + 1).padStart(3, '0')}`;
}

/** How many boards were opened on this day, the last of which is `last`. */
export function boardsOn(day: string, last?: Pick<Board, 'id' | 'opened'>): number {
  return last?.opened === day ? Number(last.id.split('-').at(-1)) : 0;
}

/** True while points and votes can be added. */
export function isOpen({ phase, opened }: Board, today: string): boolean {
  return phase === 'open' && today <= lastDay(opened);
}

/** How many votes each point has; votes for points that are not there count nowhere, nor does a fourth of one voter. */
export function votesFor(points: readonly RetroPoint[], ballots: readonly Ballot[]): Map<string, number> {
  const counts = new Map(points.map(({ id }) => [id, 0]));
  for (const { points: chosen } of ballots)
    for (const id of new Set(chosen.slice(0, VOTES))) {
      const now = counts.get(id);
      if (now !== undefined) counts.set(id, now + 1);
    }
  return counts;
}

/** The points with most votes first. With equally many votes, the one that was there first. */
export function byVotes(points: readonly RetroPoint[], votes: ReadonlyMap<string, number>): RetroPoint[] {
  return points.toSorted((a, b) => (votes.get(b.id) ?? 0) - (votes.get(a.id) ?? 0));
}

/** What somebody's votes become: those on points that are there, each once; undefined when it is more than three. */
export function ballotOf(points: readonly RetroPoint[], chosen: readonly string[]): string[] | undefined {
  const there = new Set(points.map(({ id }) => id));
  const valid = [...new Set(chosen)].filter((id) => there.has(id));
  return valid.length > VOTES ? undefined : valid;
}
