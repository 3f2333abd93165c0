import type { NoticeAction } from '../../conversation/message.ts';

/** Something that the register records for a role. */
export interface RecordedActivity {
  activity: string;
  /** How many entries that hold name it for this role. */
  count: number;
  /** The registrations that these name, in the order of the alphabet. */
  registrations: readonly string[];
  /** Whether one of them is for all registrations. */
  isForAll: boolean;
  /** Asks the register who may do it, and under what conditions. */
  ask: NoticeAction;
}

/**
 * What the register records for a role on a day (ISO date), most often first: entries that name the role, and nothing that
 * follows from anything else. Undefined while there is no register.
 */
export type RecordedForRole = (role: string, day: string) => Promise<readonly RecordedActivity[] | undefined>;
