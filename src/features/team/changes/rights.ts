import { hasAccess } from '../../../people/access.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Access, isPresent, type Person } from '../../../people/person.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { seatOf } from '../groups/rights.ts';
import type { CalendarChange } from './change.ts';
import { teamsIn } from './rules.ts';

/** Who asks, by the directory id of the verified activity and the row behind it. */
export interface Asker {
  directoryId: string;
  me: Person;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

const keepers: readonly Access[] = ['manager', 'projectleider', 'afdelingshoofd', 'directie', 'beheerder'];

/** Who may put something on the calendar: by right, or leading a team from outside (trust:rights-on-verified-id). */
export function mayKeep({ directoryId, me, administrators }: Asker, settings: Settings): boolean {
  if (!isPresent(me)) return false;
  return (
    keepers.some((right) => hasAccess(right, directoryId, me, administrators)) ||
    seatOf(me, settings).leads.length > 0
  );
}

/** The keys of the teams that somebody leads, as a manager, as head of their department, or as the direction. */
function teamsLed(me: Person, settings: Settings): Set<string> {
  const { leads, handles } = seatOf(me, settings);
  const below = me.access.includes('directie')
    ? settings.teams
    : handles.flatMap(({ kind, key }) => (kind === 'department' ? teamsIn({ kind, key }, settings) : []));
  return new Set([...leads, ...below].map(({ key }) => key));
}

/**
 * Who may change, move or call off what stands on the calendar: who placed it, who leads a team that it is for, and an
 * administrator (trust:rights-on-verified-id).
 */
export function mayChange(
  asker: Asker,
  change: CalendarChange,
  settings: Settings,
  hashedIds: Pick<HashedIds, 'isPlaced'>,
): boolean {
  const { directoryId, me, administrators } = asker;
  if (!mayKeep(asker, settings)) return false;
  if (hashedIds.isPlaced(change.by, change.id, directoryId)) return true;
  if (hasAccess('beheerder', directoryId, me, administrators)) return true;
  const led = teamsLed(me, settings);
  return teamsIn(change.scope, settings).some(({ key }) => led.has(key));
}
