import type { Access, Person } from './person.ts';
import type { TeamLink } from './tables.ts';

/** What everybody may. More is given by an administrator, in the file, and never comes from a roster. */
export const noRights: Access[] = ['medewerker'];

/**
 * With the id within Teams, and the team in Teams in whose roster they are. In that of their own team they are nowhere else
 * any more. The same object when all of that was known.
 */
export function seenAs(person: Person, { user }: { user: string }, { teamsTeamId, team }: TeamLink): Person {
  const { seenIn = [], teamsId, elsewhere } = person;
  const isBack = elsewhere !== undefined && team === person.team;
  if (teamsId === user && seenIn.includes(teamsTeamId) && !isBack) return person;
  return {
    ...person,
    teamsId: user,
    seenIn: [...new Set([...seenIn, teamsTeamId])],
    elsewhere: isBack ? undefined : elsewhere,
  };
}
