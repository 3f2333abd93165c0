import type { RoleFor } from './assignment.ts';
import type { Places } from './places.ts';

/** What a role or a mandate is for: '' for all registrations, and '' for everywhere. */
export interface Scope {
  registration: string;
  area: string;
}

/** Each registration of a role in each area of who holds it. */
export function scopesOf({ registrations }: RoleFor, areas: readonly string[]): Scope[] {
  const places = areas.length > 0 ? areas : [''];
  const matters: readonly string[] = registrations.length > 0 ? registrations : [''];
  return matters.flatMap((registration) => places.map((area) => ({ registration, area })));
}

const isRegistration = (one: string, wider: string) =>
  wider === '' || one.toLowerCase() === wider.toLowerCase();

/** True when the first is all that the second is, or more. */
export const covers = (wide: Scope, narrow: Scope, places: Places): boolean =>
  isRegistration(narrow.registration, wide.registration) && places.isWithin(narrow.area, wide.area);

/** What two are both for; undefined when that is nothing. */
export function overlapOf(one: Scope, other: Scope, places: Places): Scope | undefined {
  const registration = isRegistration(one.registration, other.registration)
    ? one.registration
    : isRegistration(other.registration, one.registration)
      ? other.registration
      : undefined;
  const area = places.isWithin(one.area, other.area)
    ? one.area
    : places.isWithin(other.area, one.area)
      ? other.area
      : undefined;
  return registration === undefined || area === undefined ? undefined : { registration, area };
}

const keyOf = ({ registration, area }: Scope) => JSON.stringify([registration.toLowerCase(), area]);

/** Each once, without those that another of them is all of. */
export function widest(scopes: readonly Scope[], places: Places): Scope[] {
  const each = [...new Map(scopes.map((one) => [keyOf(one), one])).values()];
  return each.filter((one) => !each.some((other) => other !== one && covers(other, one, places)));
}
