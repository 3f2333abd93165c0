import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { type Department, departmentsOf, type Group, municipalityGroup, teamGroup } from './group.ts';
import { council, type GroupPlace } from './place.ts';

/** What somebody may open, from their row and the settings (trust:rights-on-verified-id). */
export interface Seat {
  /** Their own team, if an administrator recorded it. */
  own?: Group;
  /** Teams they lead: they take care of signals there. */
  leads: Group[];
  /** Everything they may see, their own team first, then wider groups, then other teams. */
  sees: Group[];
  /** Groups of which they take care of signals. */
  handles: GroupPlace[];
  /**
   * Of who may see what lies above teams, and not each team: the keys of the teams they see. No picture that they are shown may, beside
   * those, tell of one team more (`shownTo`).
   */
  beside?: ReadonlySet<string>;
}

/**
 * What the direction sees: the municipality and its departments, and single teams only where that was agreed with the works
 * council. A department of one team shows that team, so it counts as one; as it does with one team beside those whose picture they
 * see anyhow, as everybody sees that of their own (trust:direction-sees-departments). That is so in every week; what tells of one
 * team in one week alone is left out by `shownTo`.
 */
function underDirection(settings: Settings, departments: readonly Department[], seen: ReadonlySet<string>) {
  const municipality = municipalityGroup(settings);
  if (settings.municipality.teamsForDirection)
    return { wide: [municipality, ...departments], below: settings.teams };
  const isWide = ({ teams }: Department) => teams.filter(({ key }) => !seen.has(key)).length > 1;
  return { wide: [municipality, ...departments.filter(isWide)], below: [] };
}

/**
 * Everybody may open their own team. A manager leads that team, and the teams that name them. A head of department sees
 * the department of their team and its teams; the direction what `underDirection` says.
 */
export function seatOf(person: Person, settings: Settings): Seat {
  const { teams, municipality } = settings;
  if (!isPresent(person)) return { leads: [], sees: [], handles: [] };
  const has = (right: Person['access'][number]) => person.access.includes(right);
  const mine = teams.find(({ key }) => key === person.team);
  const own = mine && teamGroup(mine);
  const leads = teams
    .filter((team) => (team.key === person.team && has('manager')) || team.managers?.includes(person.upn))
    .map(teamGroup);
  const all = departmentsOf(settings);
  const heads = has('afdelingshoofd') ? all.filter(({ name }) => name === mine?.department) : [];
  const seen = new Set([...(own ? [own] : []), ...leads].map(({ key }) => key));
  const directed = has('directie') ? underDirection(settings, all, seen) : { wide: [], below: [] };
  const wide: Group[] = [...directed.wide, ...heads];
  const below = [...directed.below, ...heads.flatMap((department) => department.teams)];
  const single = [...(own ? [own] : []), ...leads, ...below.map(teamGroup)];
  const sees = [...(own ? [own] : []), ...wide, ...single];
  const isBeside = has('directie') && !municipality.teamsForDirection;
  return {
    own,
    leads,
    sees: [...new Map(sees.map((group) => [`${group.kind}|${group.key}`, group])).values()],
    ...(isBeside ? { beside: new Set(single.map(({ key }) => key)) } : {}),
    handles: [...leads, ...heads, ...(municipality.worksCouncil.includes(person.upn) ? [council] : [])],
  };
}

const same = (one: GroupPlace, other: GroupPlace) => one.kind === other.kind && one.key === other.key;

/** The group that somebody asks for, if they may see it. */
export function seenGroup({ sees }: Seat, place: GroupPlace): Group | undefined {
  return sees.find((group) => same(group, place));
}

/** True when somebody takes care of the signals of a group. */
export function handles(seat: Seat, place: GroupPlace): boolean {
  return seat.handles.some((one) => same(one, place));
}

/**
 * True when somebody may read the signals of a place. Those of a team are for everybody who sees the team; those given
 * past a manager only for who takes care of them.
 */
export function mayReadSignals(seat: Seat, place: GroupPlace): boolean {
  return handles(seat, place) || (place.kind === 'team' && seenGroup(seat, place) !== undefined);
}

/** True for a member of a group and for who leads it: what a team agrees out loud stays there. */
export function isInside({ own, leads }: Seat, place: GroupPlace): boolean {
  return [...(own ? [own] : []), ...leads].some((group) => same(group, place));
}
