import type { Settings, Team } from '../../../people/municipality.ts';
import { teamKey } from '../../../people/person.ts';

/** The kinds of group that get a picture; no other cuts exist (trust:fewest-six). */
export type GroupKind = 'team' | 'department' | 'municipality';

/** A group. Its key stays the same as long as it keeps its name. */
export interface Group {
  kind: GroupKind;
  /** The team's key, a key made of the department's name, or '' for the municipality. */
  key: string;
  name: string;
}

/** A department with its teams. */
export interface Department extends Group {
  kind: 'department';
  teams: Team[];
}

/** A team as a group. */
export const teamGroup = ({ key, name }: Pick<Team, 'key' | 'name'>): Group => ({ kind: 'team', key, name });

/** Departments in order of name; a team that is in none hangs under the municipality. */
export function departmentsOf({ teams }: Settings): Department[] {
  const names = [...new Set(teams.flatMap(({ department }) => (department ? [department] : [])))].sort();
  return names.map((name) => ({
    kind: 'department' as const,
    key: teamKey(name),
    name,
    teams: teams.filter(({ department }) => department === name),
  }));
}

/** The whole municipality as a group. */
export function municipalityGroup({ municipality }: Pick<Settings, 'municipality'>): Group {
  return { kind: 'municipality', key: '', name: municipality.name || 'De gemeente' };
}
