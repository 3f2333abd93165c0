import type { NoticeAction } from '../../conversation/message.ts';
import type { Duty } from './vocabulary/separate-duties.ts';

export type { Duty };

/** One person who may do one of the duties that are kept apart, as the register says it. */
export interface DutyHeld {
  /** Their name as the register spells it. */
  name: string;
  /** Their account, where exactly one colleague has that name. */
  directoryId?: string;
  duty: Duty;
  /** '' for all registrations. */
  registration: string;
  /** Code of an area. */
  area: string;
  as: 'holder' | 'deputy';
  /** The entry that says so. */
  id: string;
}

/** A place of the register. */
export interface DutyArea {
  code: string;
  /** As people call it, such as "Delfshaven". */
  name: string;
  /** The name, and what tells the place apart where others have that too: "wijk Centrum". */
  title: string;
  aliases: readonly string[];
  /** Codes of the area itself and of all it lies in, from the smallest up. */
  chain: readonly string[];
}

/** What the register says on one day about duties that are kept apart (docs/method.md, "Contradictions"). */
export interface RegisterDuties {
  held: readonly DutyHeld[];
  areas: readonly DutyArea[];
}

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
