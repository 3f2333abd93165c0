import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { TriedRoles } from './store.ts';

/** The role that gets data into the registrations, and the one that checks it (docs/method.md, the four roles). */
const REGISTERS: IbroRole = 'Objectregistrator';
const VALIDATES: IbroRole = 'Kwaliteitscoördinator';

/** Directory ids of who tries a role. */
const who = (tried: TriedRoles, role: IbroRole): string[] =>
  [...tried].flatMap(([id, roles]) => (roles.includes(role) ? [id] : []));

/** Each role with who tries it, also those that nobody does. */
export const byRole = (tried: TriedRoles): { role: IbroRole; ids: string[] }[] =>
  ibroRoles.map((role) => ({ role, ids: who(tried, role) }));

/** Somebody who registers and validates in one pilot, and whether somebody else there can validate what they registered. */
export interface OwnValidator {
  id: string;
  hasOther: boolean;
}

/**
 * Who could come to validate their own work: nobody does, while combining roles is normal (docs/method.md, "Contradictions").
 */
export function ownValidators(tried: TriedRoles): OwnValidator[] {
  const validators = who(tried, VALIDATES);
  return who(tried, REGISTERS)
    .filter((id) => validators.includes(id))
    .map((id) => ({ id, hasOther: validators.some((other) => other !== id) }));
}
