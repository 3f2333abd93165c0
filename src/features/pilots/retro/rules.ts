import { Temporal } from 'temporal-polyfill';
import type { Channel } from '../pilot/pilot.ts';
import { isUnderWay, type Phase } from './phases.ts';

/** The columns that there are on boards. */
export const columns = {
  good: 'Ging goed',
  better: 'Kan beter',
  question: 'Vraag',
  begin: 'Beginnen',
  stop: 'Stoppen',
  goOn: 'Doorgaan',
} as const;
export type Column = keyof typeof columns;

/** The columns that a board may have together: a team chooses one of these. */
export const templates: Record<'went' | 'doing', readonly Column[]> = {
  went: ['good', 'better', 'question'],
  doing: ['begin', 'stop', 'goOn'],
};
export type Template = keyof typeof templates;

/** The columns of a board, from left to right. */
export const columnsOn = ({ template = 'went' }: Pick<Board, 'template'>): readonly Column[] =>
  Object.hasOwn(templates, template) ? templates[template] : templates.went;

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

/** What is voted on and talked about: a group of points, or a point that is in none. Its id is that of its first point. */
export interface Topic {
  id: string;
  /** Of a group. */
  name?: string;
  points: readonly RetroPoint[];
}

/** Somebody's votes: ids of topics. `voter` is a pseudonym. */
export interface Ballot {
  voter: string;
  points: readonly string[];
}

export interface RetroAgreements {
  learnings: string[];
  /** `owner` is the directory id of who takes it up. */
  actions: { text: string; owner?: string; due?: string }[];
}

/** What the team noted while it talked about one topic: each may be ''. `owner` is a directory id. */
export interface RetroNote {
  learning: string;
  action: string;
  due: string;
  owner?: string;
}

/** A board. Days are ISO dates. */
export interface Board {
  id: string;
  /** The id of where the retro is held: of a pilot, or as `teamPlace` gives it of a team. */
  pilot: string;
  opened: string;
  phase: Phase;
  template?: Template;
  /** In a team: directory id of who began it. */
  startedBy?: string;
  /** Ids of the topics to talk about, most votes first; there once the voting was closed. */
  top?: readonly string[];
  /** Which of them is talked about, from 0. */
  talking?: number;
  /** What was noted, in the order of `top`. */
  notes?: readonly RetroNote[];
  /** Id of the message in the channel, and which channel that was. */
  message?: string;
  channel?: Channel;
  /** It did not reach the channel yet. */
  unposted?: boolean;
  agreed?: RetroAgreements;
}

export const VOTES = 3;
/** So many topics are talked through. */
export const MOST_TALKED = 3;
export const MOST_POINTS = 200;
/** So many points one person puts on a board in a day: nobody fills it for the others. */
export const MOST_OF_ONE = 40;
/** So many boards a day may be begun in one place: each of them stands in the channel. */
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

/** True while a retro goes on: nobody rounded it off, and its two weeks are not over. */
export function isOpen(board: Pick<Board, 'phase' | 'opened'>, today: string): boolean {
  return isUnderWay(board) && today <= lastDay(board.opened);
}

/** The topics of a board, in the order of the first point of each. */
export function topicsOf(points: readonly RetroPoint[]): Topic[] {
  const byTopic = Map.groupBy(points, ({ id, group }) => (group === undefined ? `p ${id}` : `g ${group}`));
  return [...byTopic.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ id: first.id, name: first.group, points: own }] : [];
  });
}

/** The topic that each point is part of, by the ids of both. */
function topicByPoint(points: readonly RetroPoint[]): Map<string, string> {
  return new Map(
    topicsOf(points).flatMap(({ id, points: own }) => own.map((point) => [point.id, id] as const)),
  );
}

/**
 * How many people voted for each topic, by its id. Votes for points that are not there count nowhere, nor does a fourth of one
 * voter. Who voted for two points that were put together later voted once for that group.
 */
export function votesFor(points: readonly RetroPoint[], ballots: readonly Ballot[]): Map<string, number> {
  const topicOf = topicByPoint(points);
  const counts = new Map([...topicOf.values()].map((id) => [id, 0]));
  for (const { points: chosen } of ballots)
    for (const id of new Set(chosen.slice(0, VOTES).map((point) => topicOf.get(point)))) {
      const now = id === undefined ? undefined : counts.get(id);
      if (id !== undefined && now !== undefined) counts.set(id, now + 1);
    }
  return counts;
}

/** Those with most votes first. With equally many votes, the one that was there first. */
export function byVotes<T extends { id: string }>(
  list: readonly T[],
  votes: ReadonlyMap<string, number>,
): T[] {
  return list.toSorted((a, b) => (votes.get(b.id) ?? 0) - (votes.get(a.id) ?? 0));
}

/** The topics that got most votes, at most three; those without a vote are not among them. */
export function topOf(points: readonly RetroPoint[], ballots: readonly Ballot[]): Topic[] {
  const votes = votesFor(points, ballots);
  return byVotes(topicsOf(points), votes)
    .filter(({ id }) => votes.get(id))
    .slice(0, MOST_TALKED);
}

/**
 * What somebody's votes become: those for topics that are there, each once; undefined when it is more than three. A topic is
 * chosen by the id of any of its points.
 */
export function ballotOf(points: readonly RetroPoint[], chosen: readonly string[]): string[] | undefined {
  const topicOf = topicByPoint(points);
  const valid = [...new Set(chosen.flatMap((id) => topicOf.get(id) ?? []))];
  return valid.length > VOTES ? undefined : valid;
}
