import { createHash } from 'node:crypto';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { departmentsOf, type Group, teamGroup } from '../groups/group.ts';
import { council, type GroupPlace } from '../groups/place.ts';
import { handles, seatOf } from '../groups/rights.ts';

/**
 * Those who take care of the signals of a place, by the same rule as their rights
 * (trust:rights-on-verified-id).
 */
export function keepersOf(place: GroupPlace, people: readonly Person[], settings: Settings): Person[] {
  const named = new Set(settings.teams.flatMap(({ managers = [] }) => managers));
  const { worksCouncil } = settings.municipality;
  return people.filter(
    (person) =>
      (person.access.includes('manager') ||
        person.access.includes('afdelingshoofd') ||
        named.has(person.upn) ||
        worksCouncil.includes(person.upn)) &&
      handles(seatOf(person, settings), place),
  );
}

/** Those who may be asked to do something about a signal: who takes care of it, and the people of the team. */
export function mayTakeUp(place: GroupPlace, people: readonly Person[], settings: Settings): Person[] {
  const team = place.kind === 'team' ? people.filter((one) => isPresent(one) && one.team === place.key) : [];
  return [...new Map([...keepersOf(place, people, settings), ...team].map((one) => [one.id, one])).values()];
}

/** The name of a place; undefined for a place that is no more. */
export function placeName({ kind, key }: GroupPlace, settings: Settings): string | undefined {
  if (kind === 'council') return 'ondernemingsraad';
  const groups: Group[] = kind === 'team' ? settings.teams.map(teamGroup) : departmentsOf(settings);
  return groups.find((group) => group.key === key)?.name;
}

/** Every place in which there may be signals; in a team that ended there are answered ones only. */
export const placesOf = (settings: Settings): GroupPlace[] => [
  ...[...settings.teams, ...settings.ended].map(teamGroup),
  ...departmentsOf(settings),
  council,
];

/** To whom somebody may give a signal. */
export interface Door {
  kind: 'team' | 'department' | 'council';
  place: GroupPlace;
  keepers: Person[];
  /**
   * Those who read it there: the keepers, and who gives it where they would read it of anybody else of their team. Being left out would
   * give them away (trust:no-trace).
   */
  readers: Person[];
}

/**
 * A short hash of where each way leads and of who takes it up there. A form carries that of the people whom it names, so that
 * what was meant for them does not go to others by the time it is sent.
 */
export const doorsKey = (doors: readonly Door[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        doors.map(({ kind, place, keepers }) => [
          kind,
          place.key,
          keepers.map(({ directoryId, id }) => directoryId ?? id).sort(),
        ]),
      ),
    )
    .digest('base64url')
    .slice(0, 16);

/**
 * Those who have an account by now: what is given past a manager is for the accounts of who was chosen, so whoever gets one later would
 * never read it.
 */
const reachable = (keepers: readonly Person[]) =>
  keepers.filter(({ directoryId }) => directoryId !== undefined);

/**
 * The ways in which somebody can give a signal, and a Dutch sentence for each way that is missing. A signal past the
 * manager may not arrive at that manager, and nobody gives a signal to themselves. `leads` are the people who lead
 * their team.
 */
export function doorsFor(
  me: Person,
  people: readonly Person[],
  settings: Settings,
): { doors: Door[]; missing: string[]; leads: Person[] } {
  const mine = settings.teams.find(({ key }) => key === me.team);
  const managers = mine ? keepersOf(teamGroup(mine), people, settings) : [];
  const leads = new Set(managers.map(({ id }) => id));
  const others = (list: readonly Person[]) => list.filter(({ id }) => id !== me.id);
  const doors: Door[] = [];
  const missing: string[] = [];

  const own = others(managers);
  if (mine && own.length > 0)
    doors.push({ kind: 'team', place: teamGroup(mine), keepers: own, readers: managers });
  else
    missing.push(
      leads.has(me.id) ? 'Je leidt je team zelf.' : 'Je team heeft nog geen leidinggevende in Kompas.',
    );

  const department = departmentsOf(settings).find(({ name }) => name === mine?.department);
  const allHeads = department ? keepersOf(department, people, settings) : [];
  const heads = others(allHeads);
  if (heads.some(({ id }) => leads.has(id)))
    missing.push(
      'Je leidinggevende is ook afdelingshoofd. Een signaal aan het afdelingshoofd gaat dus niet buiten je leidinggevende om.',
    );
  else if (department && reachable(heads).length > 0)
    doors.push({
      kind: 'department',
      place: department,
      keepers: reachable(heads),
      readers: reachable(allHeads),
    });
  else if (heads.length > 0) missing.push('Je afdelingshoofd gebruikt Kompas nog niet.');
  else missing.push('Je team heeft geen ander afdelingshoofd in Kompas.');

  const { worksCouncil } = settings.municipality;
  const contacts = people.filter((person) => isPresent(person) && worksCouncil.includes(person.upn));
  // Whoever leads the team or its department, or the municipality, never reads it; others take it up then.
  const above = new Set(allHeads.map(({ id }) => id));
  const isAbove = ({ id, access }: Person) => leads.has(id) || above.has(id) || access.includes('directie');
  const readers = reachable(contacts.filter((one) => !isAbove(one)));
  const takers = others(contacts).filter((one) => !isAbove(one));
  if (reachable(takers).length > 0)
    doors.push({ kind: 'council', place: council, keepers: reachable(takers), readers });
  else if (takers.length > 0) missing.push('Het contact van de ondernemingsraad gebruikt Kompas nog niet.');
  else if (contacts.length === 0) missing.push('Er is geen contact van de ondernemingsraad in Kompas.');
  else if (others(contacts).length > 0)
    missing.push(
      'Het contact van de ondernemingsraad leidt jouw team of afdeling, of de gemeente. Daarom kun je de ondernemingsraad niet kiezen.',
    );
  else missing.push('Je bent zelf het contact van de ondernemingsraad.');
  return { doors, missing, leads: managers };
}
