import type { Temporal } from 'temporal-polyfill';
import { worksOn } from '../calendar/availability.ts';
import { today } from '../calendar/clock.ts';
import { isBetween } from '../calendar/hours.ts';
import { consentGiven, type Municipality } from '../people/municipality.ts';
import type { Person } from '../people/person.ts';

/** Local times between which somebody is written to for the first time. */
const HOURS = ['08:00', '18:00'] as const;

/** Whether anybody may be written to for the first time at this moment: during the day, once check-ins may go out (trust:consent-first). */
export function areWelcomesDue(municipality: Municipality, now: Temporal.Instant): boolean {
  return consentGiven(municipality) && isBetween(now, HOURS);
}

/** Whether this is a moment to welcome somebody who did not ask for it: the municipality's, and one of a day they work. */
export function isWelcomeTime(person: Person, municipality: Municipality, now: Temporal.Instant): boolean {
  return areWelcomesDue(municipality, now) && worksOn(person, today(now), new Set(municipality.closures));
}
