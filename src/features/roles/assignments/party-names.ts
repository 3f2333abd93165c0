import { nameFinder } from '../../../language/colleagues.ts';
import { wordsOf } from '../../../language/words.ts';
import { isPresent, type Person } from '../../../people/person.ts';

const labelled = [
  ['organisation', 'Welke organisatie?'],
  ['contact', 'Hoe bereik je die organisatie?'],
] as const;

/**
 * A colleague is no party outside: what stands of one is read by everybody, without their "Klopt", and they could not find or erase it
 * (trust:see-and-erase). Gives a sentence for each text with the whole name or the mail address of one. A first name alone may be of
 * anybody, such as of who is to be reached there.
 */
export function colleagueProblems(
  sent: Readonly<Record<(typeof labelled)[number][0], string>>,
  people: readonly Person[],
): string[] {
  const present = people.filter(isPresent);
  const { namesIn } = nameFinder(present.map(({ name }) => name));
  const addresses = new Set(present.map(({ upn }) => upn.toLowerCase()));
  const isOfColleague = (name: string) =>
    name.includes('@') ? addresses.has(name.toLowerCase()) : wordsOf(name).length > 1;
  return labelled.flatMap(([field, label]) =>
    namesIn(sent[field]).some(isOfColleague)
      ? [
          `Bij “${label}” staat de naam van een collega. Een collega geef je een rol met “toewijzing”, na een gesprek.`,
        ]
      : [],
  );
}
