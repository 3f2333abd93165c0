import { claimsOf } from './claims.ts';
import { turning } from './kinds.ts';
import type { Reading } from './reading.ts';
import type { Understood } from './understood.ts';

/** Asks by the subject alone, whatever is done with it. */
const bySubject = /\b(?:gaat|gaan) (?:er |daar )?over\b|\bover\b.*\bgaat\b|\bbij wie\b/;

/** What is asked to be done: activity, registration, role and amount. */
export function whatIsAsked({
  claims,
  plain,
}: Reading): Pick<
  Understood,
  | 'activity'
  | 'activities'
  | 'registration'
  | 'registrations'
  | 'role'
  | 'amount'
  | 'unreadableAmount'
  | 'references'
  | 'narrower'
  | 'turned'
  | 'address'
> {
  const activities = [...new Set(claimsOf(claims, 'activity').map(({ activity }) => activity))];
  const registrations = claimsOf(claims, 'registration').map(({ registration }) => registration);
  const references = claimsOf(claims, 'reference').flatMap(({ ids }) => ids);
  const [role] = claimsOf(claims, 'role');
  const amount = claimsOf(claims, 'amount')[0]?.amount;
  return {
    activity: activities[0] ?? role?.activity,
    registration: registrations[0],
    role: role?.role,
    amount: amount && 'euros' in amount ? amount.euros : undefined,
    unreadableAmount: amount && 'unreadable' in amount ? amount.unreadable : undefined,
    ...(activities.length > 1 ? { activities } : {}),
    ...(references.length > 0 ? { references } : {}),
    ...(claimsOf(claims, 'activity').some(({ whole }) => !whole) ? { narrower: true } : {}),
    ...(!(bySubject.test(plain) || turning.test(plain)) &&
    claimsOf(claims, 'activity').some(({ turned }) => turned)
      ? { turned: true }
      : {}),
    ...(claimsOf(claims, 'address').length > 0 ? { address: true } : {}),
    ...(registrations.length > 1 ? { registrations } : {}),
  };
}
