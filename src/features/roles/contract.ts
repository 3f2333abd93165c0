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

/** Who holds a role, as everybody may read it on a rolkaart: colleagues who agreed to it, and parties outside. */
export interface RoleHolders {
  role: IbroRole;
  holders: readonly { name: string; team: string }[];
}

/** All four roles, each also where nobody holds it. */
export type ReadRoleHolders = () => Promise<readonly RoleHolders[]>;
