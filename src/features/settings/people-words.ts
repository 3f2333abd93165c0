import { type Weekday, weekdays } from '../../calendar/weekdays.ts';
import type { PlannedPeople } from '../../people/import.ts';
import type { Settings } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
import { rightWords } from './chat/person-cards.ts';

/** The name of a team by its key. */
export type TeamName = (key: string) => string;

/** The names of all teams there are, were, and come with a file. */
export function teamNames(
  { plan }: PlannedPeople,
  { teams, ended }: Pick<Settings, 'teams' | 'ended'>,
): TeamName {
  const names = new Map([...plan.teams, ...ended, ...teams].map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
}

const workweek: readonly Weekday[] = weekdays.slice(0, 5);

/** Working days in short: "maandag t/m vrijdag", or "ma, di, do". */
const daysInWords = (days: readonly Weekday[]): string =>
  days.length === workweek.length && workweek.every((day) => days.includes(day))
    ? 'maandag t/m vrijdag'
    : days.join(', ');

const rightsInWords = ({ access }: Person): string => access.map(rightWords).join(', ');

/** Somebody as a file says, on one line: the team by its name, roles, rights and working days. */
export function personInWords(person: Person, teamName: TeamName): string {
  const { name, id, team, role, secondRole, workdays } = person;
  const parts = [teamName(team), role, secondRole, rightsInWords(person), daysInWords(workdays)];
  return `${name} (${id}): ${parts.filter(Boolean).join('; ')}`;
}

/** What a file says of somebody that can change, field by field, as people read it. */
const shownOf = (person: Person, teamName: TeamName): Record<string, string> => ({
  naam: person.name,
  'e-mail': person.upn,
  team: teamName(person.team),
  rol: person.role ?? '',
  'tweede rol': person.secondRole ?? '',
  rechten: rightsInWords(person),
  // Who set them in the chat keeps them: of those the file changes nothing.
  werkdagen: person.ownWorkdays ? '' : daysInWords(person.workdays),
});

/** What would change of somebody, on one line. */
export function changedInWords(next: Person, before: Person | undefined, teamName: TeamName): string {
  const was = before ? shownOf(before, teamName) : {};
  const changed = Object.entries(shownOf(next, teamName)).filter(([field, text]) => was[field] !== text);
  const words = changed.map(([field, text]) => `${field}: ${was[field] || 'leeg'} → ${text || 'leeg'}`);
  return `${next.name} (${next.id}): ${words.join('; ') || 'komt terug of is weer gekoppeld'}`;
}
