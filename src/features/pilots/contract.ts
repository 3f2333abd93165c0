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
