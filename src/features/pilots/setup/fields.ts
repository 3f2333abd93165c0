import type { WayBack } from '../../../conversation/cancelling.ts';
import type { Choosing } from '../../../conversation/choosing.ts';
import { finder } from '../../../conversation/finding.ts';
import { manyOf } from '../../../language/fitted.ts';
import { noAccountYet } from '../../../people/assigned.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';

/**
 * Colleagues to choose from: those of the own team first, and near. By their directory ids; who has none yet stands in the
 * list all the same, by the id of their row, so that it tells nothing about who uses Kompas.
 */
export function crewChoosing(
  label: string,
  people: readonly Person[],
  team: string,
  { teams }: Pick<Settings, 'teams'>,
): Choosing {
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  const idOf = ({ directoryId, id }: Person) => directoryId ?? id;
  const known = people.toSorted(
    (a, b) => Number(b.team === team) - Number(a.team === team) || a.name.localeCompare(b.name, 'nl'),
  );
  return {
    id: 'members',
    label,
    many: true,
    required: true,
    choices: known.map((one) => ({
      value: idOf(one),
      title: one.name,
      about: teamNames.get(one.team),
      also: [one.upn],
    })),
    near: new Set(known.filter((one) => one.team === team).map(idOf)),
  };
}

/** Directory ids from a form, of people who work here only. */
export function chosenOf(list: string, people: readonly Person[]): string[] {
  const here = new Set(people.filter(isPresent).map(({ directoryId }) => directoryId));
  return [...new Set(manyOf(list))].filter((id) => here.has(id));
}

/** What is wrong with a form in which somebody was chosen whose account is not known yet: a Dutch sentence for each. */
export function accountProblems(list: string, people: readonly Person[]): string[] {
  const chosen = new Set(manyOf(list));
  return people
    .filter((one) => isPresent(one) && one.directoryId === undefined && chosen.has(one.id))
    .map(({ name }) => noAccountYet(name));
}

/** So many names that were not found are looked for among those who left. */
const MOST_LOOKED_UP = 10;

/** Of the names that a form could not find, those of people who left: a Dutch sentence for each. */
export function leftProblems(typed: string, people: readonly Person[]): string[] {
  const names = typed.split(/[\r\n,;]+/).map((name) => name.trim());
  const find = finder(
    people.filter((one) => !isPresent(one)).map(({ id, name }) => ({ value: id, title: name })),
  );
  const found = names
    .filter((name) => name !== '')
    .slice(0, MOST_LOOKED_UP)
    .flatMap((name) => find(name).map(({ title }) => title));
  return [...new Set(found)].map((name) => `${name} werkt hier niet meer.`);
}

/** Where a form about a pilot leads back to. */
export const backTo = (pilot: string): WayBack => ({ verb: 'pilot.show', data: { pilot } });

/** The numbers from 1 up to and including `count`. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

/** A number as the value of a field. */
export const numberText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`;
