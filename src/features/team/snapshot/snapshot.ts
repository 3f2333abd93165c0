import type { Picture } from './rules.ts';

/** A closed window of a group: its picture, or none when too few answered. */
export interface Snapshot {
  period: string;
  picture?: Picture;
  /** Of a team: how many people could have answered, whether they did or not. */
  members?: number;
}
