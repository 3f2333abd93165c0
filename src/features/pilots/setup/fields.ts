import type { NoticeAction } from '../../../conversation/message.ts';
import { manyOf } from '../../../language/fitted.ts';
import { isPresent, type Person } from '../../../people/person.ts';

/** Colleagues to choose from: those of the own team first. */
export function peopleChoices(people: readonly Person[], team: string) {
  return people
    .filter(({ directoryId }) => directoryId !== undefined)
    .toSorted(
      (a, b) => Number(b.team === team) - Number(a.team === team) || a.name.localeCompare(b.name, 'nl'),
    )
    .map(({ directoryId = '', name }) => ({ value: directoryId, title: name }));
}

/** Directory ids from a form, of people who work here only. */
export function chosenOf(list: string, people: readonly Person[]): string[] {
  const here = new Set(people.filter(isPresent).map(({ directoryId }) => directoryId));
  return [...new Set(manyOf(list))].filter((id) => here.has(id));
}

/** The button that leaves a form for the pilot as it is. */
export const cancelTo = (pilot: string): NoticeAction[] => [
  { verb: 'pilot.show', title: 'Annuleer', data: { pilot } },
];

/** The numbers from 1 up to and including `count`. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

/** A number as the value of a field. */
export const numberText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`;
