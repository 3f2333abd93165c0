import { splitVerb, stemOf } from '../../../../language/stems.ts';
import type { Lookup, Spoken } from '../../register/lookup.ts';
import { activityWords } from '../../vocabulary/activities.ts';
import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import { startsLike } from '../../vocabulary/starts-like.ts';

/** What was recognised and the places of the words that said it. */
interface Recognised {
  places: number[];
}

/** Small words that are a part of a split verb only where no place or thing follows: "voert … in", but "in Noord". */
const prepositions = new Set(['in', 'aan', 'bij', 'na', 'op', 'af', 'over', 'door', 'uit', 'om', 'voor']);
/** What may follow such a part: the end of the clause, or the next preposition. */
const goesOn = new Set(
  'in op bij voor van vanaf per sinds te tot en of om met als dat die wanneer vandaag morgen gisteren nu binnen namens'.split(
    ' ',
  ),
);

function isParticle(words: readonly string[], place: number): boolean {
  const [word = '', next] = [words[place], words[place + 1]];
  return !prepositions.has(word) || next === undefined || goesOn.has(next);
}

/** Where all parts of a set phrase stand; parts of split verbs only where they can be that. */
export function partsAt(words: readonly string[], parts: readonly string[]): number[] | undefined {
  const places = parts.map((part) =>
    words.findIndex((word, place) => word === part && isParticle(words, place)),
  );
  return places.every((place) => place >= 0) ? places : undefined;
}

/** Verbs that people use for one another, by their stems. */
const alike = [
  ['uitvoeren', 'doen', 'doet', 'gedaan', 'verrichten'],
  ['ondertekenen', 'tekenen'],
].map((verbs) => new Set(verbs.map(stemOf)));

/** Where one word of a name stands: as it is, inflected, or as a verb of which the prefix stands further on. */
function wordAt(words: readonly string[], wanted: string): number[] | undefined {
  const stem = stemOf(wanted);
  const whole = words.findIndex((word) => word === wanted || (word.length > 2 && stemOf(word) === stem));
  if (whole >= 0) return [whole];
  const compound = words.findIndex((word) => wanted.length > 4 && startsLike(word, stem));
  if (compound >= 0) return [compound];
  const same = alike.find((stems) => stems.has(stem));
  const other = same ? words.findIndex((word) => same.has(stemOf(word))) : -1;
  if (other >= 0) return [other];
  const split = splitVerb(wanted);
  if (!split) return undefined;
  const verb = words.findIndex((word) => stemOf(word) === split.stem);
  // "Toe te kennen".
  if (verb >= 2 && words[verb - 1] === 'te' && words[verb - 2] === split.prefix) return [verb - 2, verb];
  const particle = words.findLastIndex((word, place) => word === split.prefix && isParticle(words, place));
  return verb >= 0 && particle > verb ? [verb, particle] : undefined;
}

/** A compound says two words at once: "WOZ-bezwaren" is two words already, "bezwaarafhandeling" is one. */
export function spokenAt(words: readonly string[], { wordings }: Spoken): number[] | undefined {
  for (const parts of wordings) {
    const places = parts.map((part) => wordAt(words, part));
    if (places.every((found) => found !== undefined)) return places.flat();
  }
  return undefined;
}

/** An activity and the places of the words that said it. */
export type SpokenActivity = Recognised & { activity: string };

/** The activity that the words speak of: this register's own first, then set phrases, then single words. */
export function activityIn(words: readonly string[], lookup: Lookup): SpokenActivity | undefined {
  for (const own of lookup.ownActivities) {
    const places = spokenAt(words, own);
    if (places) return { activity: own.name, places };
  }
  for (const { activity, pairs = [] } of activityWords) {
    for (const parts of pairs) {
      const places = partsAt(words, parts);
      if (places) return { activity, places };
    }
  }
  const scored = activityWords.flatMap(({ activity, stems }) =>
    words.flatMap((word, place) => {
      if (fixedWords.has(word)) return [];
      const exact = stems.some((stem) => word.startsWith(stem));
      const near = exact || stems.some((stem) => startsLike(word, stem));
      return near ? [{ activity, places: [place], exact }] : [];
    }),
  );
  return scored.find(({ exact }) => exact) ?? scored[0];
}

/** Where a word of a registration's name stands; long ones may have a typo. */
const namedAt = (words: readonly string[], part: string) =>
  words.findIndex((word) => word === part || (part.length > 5 && startsLike(word, part)));

/**
 * The registrations that the words speak of, in the order in which they stand: the register's own names before the
 * common ones, and no word twice.
 */
export function registrationsIn(
  words: readonly string[],
  lookup: Lookup,
): (Recognised & { registration: string })[] {
  const spoken = [
    ...lookup.ownRegistrations,
    ...registrationWords.map(({ registration, wordings }) => ({ name: registration, wordings })),
  ];
  const found: (Recognised & { registration: string })[] = [];
  const taken = new Set<number>();
  for (const { name, wordings } of spoken) {
    for (const parts of wordings) {
      const places = parts.map((part) => namedAt(words, part));
      if (places.some((place) => place < 0 || taken.has(place))) continue;
      for (const place of places) taken.add(place);
      if (!found.some(({ registration }) => registration === name))
        found.push({ registration: name, places });
    }
  }
  return found.sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

/** The IBRO role that the words speak of, and the activity that is its core. */
export function roleIn(
  words: readonly string[],
): (Recognised & { role: string; activity: string }) | undefined {
  for (const { role, activity, stems } of roleWords) {
    const place = words.findIndex((word) => stems.some((stem) => startsLike(word, stem)));
    if (place >= 0) return { role, activity, places: [place] };
  }
  return undefined;
}
