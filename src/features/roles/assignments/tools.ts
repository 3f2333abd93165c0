import type { RegisterDuties } from '../../mandates/contract.ts';
import type { Tools } from '../../module.ts';
import type { PointsMark } from './points-mark.ts';
import type { AssignmentStore, PartyStore } from './store.ts';

/** What this part keeps. */
export interface AssignmentStores {
  assignments: AssignmentStore;
  parties: PartyStore;
  pointsMark: PointsMark;
}

/** What is read of the mandate register. */
export interface RegisterNeeds {
  /** Who may process, validate, approve and direct on a day (ISO date), as far as the register says so. */
  duties(day: string): Promise<RegisterDuties>;
}

export type AssignmentTools = Pick<
  Tools,
  'administrators' | 'audit' | 'everybody' | 'newId' | 'now' | 'people' | 'send' | 'settings' | 'silence'
> &
  AssignmentStores &
  RegisterNeeds;
