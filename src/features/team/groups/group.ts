import type { Settings, Team } from '../../../people/municipality.ts';
import { teamKey } from '../../../people/person.ts';

/** The groups of which there ever is a picture; no other cuts exist (trust:fewest-six). */
export type GroupKind = 'team' | 'department' | 'municipality';

/** A group, by a key that is the same as long as it bears the same name. */
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

export function municipalityGroup({ municipality }: Settings): Group {
  return { kind: 'municipality', key: '', name: municipality.name || 'De gemeente' };
}
