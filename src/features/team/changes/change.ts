import type { IbroRole } from '../../../people/person.ts';
import type { GroupKind } from '../groups/group.ts';

/** How much people notice of a change. */
export const impacts = { small: 'Klein', noticeable: 'Merkbaar', large: 'Groot' } as const;
export type Impact = keyof typeof impacts;

/** When something changes: an ISO date, or in words while the date is not known yet. */
export type When = { date: string } | { around: string };

/** Whom a change is for: a team or department by its key, or the whole municipality. */
export interface Scope {
  kind: GroupKind;
  key: string;
}

/** What was done with a change, and when (an instant). */
export interface Act {
  did: 'added' | 'saved' | 'moved' | 'withdrawn';
  at: string;
}

/** Something that changes. It names no author: the audit log tells who did what. */
export interface CalendarChange {
  id: string;
  title: string;
  /** A mark of who placed it, who may change it (`HashedIds.placed`). Older changes have none. */
  by?: string;
  scope: Scope;
  /** None: for everybody. */
  roles: IbroRole[];
  impact: Impact;
  /** What people notice, in a sentence. */
  effect: string;
  /** What is not known yet. Naming it calms (product: vertel wat nog onbekend is). */
  unknown: string;
  when: When;
  /** When it was before it was moved, and why it was. */
  moved?: { from: When; reason: string };
  /** The day on which it was called off, and why. */
  withdrawn?: { day: string; reason: string };
  /**
   * The last thing that was done with it, and when (an instant). By this a second tap finishes what the first left
   * undone.
   */
  act?: Act;
}

/** What a form fills in. */
export type Details = Pick<CalendarChange, 'title' | 'scope' | 'roles' | 'impact' | 'effect' | 'unknown'>;

/** The longest texts, in characters. */
export const longest = { title: 120, effect: 300, unknown: 300, around: 60, reason: 300 } as const;
