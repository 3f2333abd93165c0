import type { IbroRole } from '../../people/person.ts';

/** How far a municipality is with tasks and roles: counts of teams and names of roles, and nothing of anybody. */
export interface RolesState {
  /** Teams that are large enough for a picture of their tasks, those that are too small for one, and those of the first that have one. */
  large: number;
  small: number;
  pictured: number;
  /** Roles that no colleague agreed to and no party outside holds. */
  unheld: readonly IbroRole[];
}

export type ReadRolesState = () => Promise<RolesState>;
