import type { ClosedPilot } from '../../pilots/contract.ts';
import type { RoleHolders } from '../../roles/contract.ts';
import type { CourseShown } from '../course/cards.ts';
import type { SecuringShown } from '../securing/cards.ts';
import type { PlanView } from '../steps/rules.ts';

/** All that documents are made of. */
export interface DocumentData {
  municipality: string;
  /** ISO date. */
  day: string;
  view: PlanView;
  course: CourseShown;
  securing: SecuringShown;
  holders: readonly RoleHolders[];
  closed: readonly ClosedPilot[];
}
