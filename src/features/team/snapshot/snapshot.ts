import type { Picture } from './rules.ts';

/** A closed window of a group: its picture, or none when too few answered. */
export interface Snapshot {
  period: string;
  picture?: Picture;
  /** Of a team: how many people could have answered, whether they did or not. */
  members?: number;
  /**
   * Of a department or the municipality with a picture: the keys of the teams it is made of. Those of a department that has a picture
   * itself stand together. Missing of a week from before this was kept.
   */
  teams?: string[][];
}
