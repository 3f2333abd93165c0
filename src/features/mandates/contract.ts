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
  aliases: readonly string[];
  /** Codes of the area itself and of all it lies in, from the smallest up. */
  chain: readonly string[];
}

/** What the register says on one day about duties that are kept apart (docs/method.md, "Contradictions"). */
export interface RegisterDuties {
  held: readonly DutyHeld[];
  areas: readonly DutyArea[];
}
