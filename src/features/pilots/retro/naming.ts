import { nameFinder } from '../../../language/colleagues.ts';
import type { Person } from '../../../people/person.ts';

/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

/** The names of colleagues in a text. A retro is about the work, so they are asked out of it. */
export type NamesIn = (text: string) => string[];

/** Looks for the names of these people. */
export function namesOfColleagues(people: readonly Person[]): NamesIn {
  const { namesIn } = nameFinder(people.map(({ name }) => name));
  return (text) => namesIn(text).slice(0, MOST_NAMES);
}

/** "Haal de naam Gijs weg", with where to put it or why not; nothing where no name was found. */
export const nameProblems = (part: string, names: readonly string[], why: string): string[] =>
  names.map((name) => `${part}: haal de naam ${name} weg. ${why}`);
