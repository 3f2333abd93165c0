import type { IbroRole } from '../../../people/person.ts';
import type { Module } from '../content/modules.ts';

/** The leerlijn of a role. Days are ISO dates. */
export interface Line {
  modules: Module[];
  /** Goes up by one with each change, so that two who change it do not undo each other. */
  version: number;
  day: string;
  /** The day on which it was adopted last, and the version that was. */
  adopted?: string;
  adoptedVersion?: number;
  /** The day on which the first activity of it began. */
  started?: string;
}

/** That somebody follows the leerlijn of a role. */
export interface Following {
  role: IbroRole;
  /** The day on which they began. */
  day: string;
  /** Ids of the modules that they did. */
  done: string[];
  /** The day on which they let their team see that they follow it. */
  shared?: string;
  /** The key of the team that they let see it: a next team sees nothing. */
  sharedWith?: string;
}

export const longest = { title: 100, provider: 100, form: 60, time: 60 } as const;
/** A leerlijn has so many modules at most. */
export const MOST_MODULES = 20;
