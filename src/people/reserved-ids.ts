import type { Problem } from '../files/csv.ts';
import { BY_ITSELF, OPERATOR } from './actors.ts';
import type { ImportedPerson } from './import-rules.ts';
import type { Settings } from './municipality.ts';
import { type Person, teamKey } from './person.ts';

/** What the log calls the whole municipality, everybody, and who acts without a row. */
const ownWords = ['gemeente', 'alles', 'iedereen', BY_ITSELF, OPERATOR];

/**
 * Lines by which an id would also be the name of a team or one of our own words: the log tells what a line is about by that alone, and
 * what is done to a person would read there as done to a team (trust:managing-is-logged). Also a new team with the id of somebody.
 */
export function reservedIds(
  wanted: readonly ImportedPerson[],
  people: readonly Pick<Person, 'id'>[],
  { teams, ended }: Pick<Settings, 'teams' | 'ended'>,
): Problem[] {
  const known = [...teams, ...ended];
  const there = new Set(known.map(({ key }) => key));
  const departments = known.flatMap(({ department }) => (department ? [teamKey(department)] : []));
  const reserved = new Set([
    ...ownWords,
    ...there,
    ...departments,
    ...wanted.map(({ teamName }) => teamKey(teamName)),
  ]);
  const ids = new Set(people.map(({ id }) => id.toLowerCase()));
  return wanted.flatMap(({ line, id, teamName }): Problem[] => {
    const team = teamKey(teamName);
    return [
      ...(reserved.has(id.toLowerCase())
        ? [
            {
              line,
              reason: `Het id ${id} is al de naam van een team of afdeling, of een woord van Kompas zelf. Kies een ander id.`,
            },
          ]
        : []),
      ...(!there.has(team) && ids.has(team)
        ? [{ line, reason: `Het id van iemand is ${team}. Geef het team "${teamName}" een andere naam.` }]
        : []),
    ];
  });
}
