import type { Lookup } from '../../register/lookup.ts';
import type { RegisterEntry } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, type RegisterAnswer } from './answer.ts';
import { who } from './holding.ts';

/** The organisation that an entry names. */
export const organisationOf = ({ organisation }: RegisterEntry) => (organisation ? [organisation] : []);

/**
 * "Welke organisatie doet de WOZ": the organisations of all activities that the register knows for that registration.
 */
export function organisationsOf(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { registration } = asked;
  if (registration === undefined) return ambiguous('Over welke activiteit of registratie wil je dat weten?');
  const per = lookup.activities
    .filter((activity) => lookup.registrationsOf(activity).includes(registration))
    .map((activity) => who(lookup, asked, activity, organisationOf));
  const entries = [...new Set(per.flatMap((one) => one.entries))].filter(
    (entry) => entry.registration === registration,
  );
  return found(entries.flatMap(organisationOf), entries, 'Dit staat in het register.');
}
