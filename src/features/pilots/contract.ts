import type { Person } from '../../people/person.ts';

/** Whether somebody, by directory id, is in a pilot that runs on this day: an ISO date in Europe/Amsterdam. */
export type IsInPilot = (directoryId: string, day: string) => Promise<boolean>;

/** A learning point that a pilot or a team shared, in the words that others may read (`Practice`). */
export interface SharedLearning {
  id: string;
  title: string;
  why: string;
  result: string;
  role?: string;
  /** The name of the team, where it wanted to be named. */
  teamName?: string;
}

/** All learning points that are shared now, the newest first. */
export type SharedLearnings = () => Promise<readonly SharedLearning[]>;

/** A pilot that was closed, as far as the plan of the municipality looks at it: nothing of who was in it. */
export interface ClosedPilot {
  id: string;
  /** The step of the method that it is of. */
  step: 3 | 7;
  /** "Rolpilot", "Proefweek", "Procespilot" or "Mini-pilot". */
  title: string;
  /** ISO date. */
  closedOn: string;
  /** It lasted long enough, or went through what it was to go through, as its closing said. */
  whole: boolean;
  /** True for one that went through a whole process, from its beginning to its end. */
  isProcess: boolean;
  /** How many learning points it kept, and how many of those others may read now. */
  learned: number;
  shared: number;
}

/** All pilots that were closed and are kept, the newest first. */
export type ReadClosedPilots = () => Promise<readonly ClosedPilot[]>;

/**
 * Those of them that somebody may read: the ones they were in, and all of them for project leads and administrators. The newest first.
 */
export type ReadClosedFor = (reader: {
  directoryId: string;
  person(): Promise<Person | undefined>;
}) => Promise<readonly ClosedPilot[]>;
