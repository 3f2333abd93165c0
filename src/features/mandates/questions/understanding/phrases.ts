import { splitVerb, stemOf } from '../../../../language/stems.ts';
import type { SpokenName } from '../../register/activity-lookup.ts';
import { startsLike } from '../../vocabulary/starts-like.ts';

/** Small words that are a part of a split verb only where no place or thing follows: "voert … in", but "in Noord". */
const prepositions = new Set(['in', 'aan', 'bij', 'na', 'op', 'af', 'over', 'door', 'uit', 'om', 'voor']);
/** What may follow such a part: the end of the clause, or the next preposition. */
const goesOn = new Set(
  'in op bij voor van vanaf per sinds te tot en of om met als dat die wanneer vandaag morgen gisteren nu binnen namens'.split(
    ' ',
  ),
);

function isParticle(words: readonly string[], position: number): boolean {
  const [word = '', next] = [words[position], words[position + 1]];
  return !prepositions.has(word) || next === undefined || goesOn.has(next);
}

/** Where all parts of a set phrase stand; a preposition counts only where it can be a part of a split verb. */
export function partsAt(words: readonly string[], parts: readonly string[]): number[] | undefined {
  const positions = parts.map((part) =>
    words.findIndex((word, position) => word === part && isParticle(words, position)),
  );
  return positions.every((position) => position >= 0) ? positions : undefined;
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
  const particle = words.findLastIndex(
    (word, position) => word === split.prefix && isParticle(words, position),
  );
  return verb >= 0 && particle > verb ? [verb, particle] : undefined;
}

/**
 * The positions of the words that say a name in one of its wordings; undefined when it is not said. One compound may
 * say two words of a name: "bezwaarafhandeling".
 */
export function spokenAt(words: readonly string[], { wordings }: SpokenName): number[] | undefined {
  for (const parts of wordings) {
    const positions = parts.map((part) => wordAt(words, part));
    if (positions.every((found) => found !== undefined)) return positions.flat();
  }
  return undefined;
}
