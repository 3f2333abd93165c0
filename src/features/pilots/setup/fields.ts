import type { WayBack } from '../../../conversation/cancelling.ts';
import type { Choosing } from '../../../conversation/choosing.ts';
import { manyOf } from '../../../language/fitted.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';

/** Colleagues to choose from, by their directory ids: those of the own team first, and near. */
export function crewChoosing(
  label: string,
  people: readonly Person[],
  team: string,
  { teams }: Pick<Settings, 'teams'>,
): Choosing {
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  const known = people
    .filter(({ directoryId }) => directoryId !== undefined)
    .toSorted(
      (a, b) => Number(b.team === team) - Number(a.team === team) || a.name.localeCompare(b.name, 'nl'),
    );
  return {
    id: 'members',
    label,
    many: true,
    choices: known.map((one) => ({
      value: one.directoryId ?? '',
      title: one.name,
      about: teamNames.get(one.team),
      also: [one.upn],
    })),
    near: new Set(known.filter((one) => one.team === team).map(({ directoryId = '' }) => directoryId)),
  };
}

/** Directory ids from a form, of people who work here only. */
export function chosenOf(list: string, people: readonly Person[]): string[] {
  const here = new Set(people.filter(isPresent).map(({ directoryId }) => directoryId));
  return [...new Set(manyOf(list))].filter((id) => here.has(id));
}

/** Where a form about a pilot leads back to. */
export const backTo = (pilot: string): WayBack => ({ verb: 'pilot.show', data: { pilot } });

/** The numbers from 1 up to and including `count`. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

/** A number as the value of a field. */
export const numberText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`;
