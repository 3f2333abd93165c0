import type { Word } from '../../../../language/words.ts';
import { askingWords } from '../../vocabulary/asking-words.ts';
import { isPlainObject, isUsual } from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { isCapital } from './capital.ts';
import type { QuestionKind } from './kinds.ts';
import { leadsToPlace } from './places.ts';

/** Words that stand where a place would, but are none: "in dit geval", "in orde". */
const notPlaces = new Set(
  'geval principe orde dienst plaats verband totaal onze deze dit dat opdracht kader overleg zake naam het de een mijn jouw zijn haar general case charge order end'.split(
    ' ',
  ),
);

/** Words behind which a place with a capital stands: "voor Schiedam". */
const mayLeadToPlace = /^(voor|bij|van|rond|rondom|uit|for|at|near)$/;
/** Small words between one that leads to a place and the place itself: "in de wijk Schiedam". */
const beforePlace = /^(de|het|wijk|buurt|gemeente|the)$/;
/** Words behind which somebody stands who does something, and behind which somebody stands whose it is. */
const leadsToDoer = /^(mag|mocht|vervangt|heeft|may|can)$/;
const leadsToHolder = /^(van|of|voor|for)$/;

/** Behind these "I" is whoever asks in English, and no initial. */
const leadsToAsker = /^(?:may|can|could|should|must|do|did|am|was|have|if|when)$/;

/**
 * Tells which words may be the name of something that is not known; `claimed` are the positions of recognised words.
 */
export const unknownWord =
  (words: readonly Word[], claimed: ReadonlySet<number>) =>
  (position: number): boolean => {
    const word = words[position];
    return (
      word !== undefined &&
      !claimed.has(position) &&
      !stopWords.has(word.plain) &&
      !askingWords.has(word.plain) &&
      !isPlainObject(word.plain) &&
      !(word.plain === 'i' && leadsToAsker.test(words[position - 1]?.plain ?? '')) &&
      !/^\d+$/.test(word.plain) &&
      !notPlaces.has(word.plain)
    );
  };

/** Names as they were typed of a place and a person that the register does not know. */
export interface UnknownNames {
  place?: string;
  person?: string;
}

/** Words that stand where a place or a person would stand, but are none that is known. */
export function unknownNames(
  words: readonly Word[],
  claimed: ReadonlySet<number>,
  kind: QuestionKind,
): UnknownNames {
  const isUnknown = unknownWord(words, claimed);
  const asksPerson = kind === 'may' || kind === 'deputy' || kind === 'which' || kind === 'limit';
  // In these kinds a name behind "van" or "voor" is somebody, except with "mag".
  const isPlaceByCapital = kind === 'may' || !asksPerson;
  const around = (position: number) =>
    [words[position - 1]?.plain ?? '', words[position - 2]?.plain ?? ''] as const;
  const standsAsPlace = (position: number) => {
    const [before, further] = around(position);
    return (
      leadsToPlace.test(before) ||
      (isPlaceByCapital && mayLeadToPlace.test(before) && isCapital(words[position])) ||
      (beforePlace.test(before) && leadsToPlace.test(further))
    );
  };
  const standsAsPerson = (position: number) => {
    const [before] = around(position);
    return (
      (position > 0 && isCapital(words[position])) ||
      leadsToDoer.test(before) ||
      (kind !== 'may' && leadsToHolder.test(before))
    );
  };
  const place = words.findIndex((_, position) => isUnknown(position) && standsAsPlace(position));
  const person = asksPerson
    ? words.findIndex((_, position) => position !== place && isUnknown(position) && standsAsPerson(position))
    : -1;
  return { place: words[place]?.typed, person: fullName(words, person, isUnknown) };
}

const particles = /^(van|de|den|der|ten|ter|het|te|la|el)$/;

/** A name as it was typed: "jan de vries" from "jan" on. */
function fullName(
  words: readonly Word[],
  from: number,
  isPart: (position: number) => boolean,
): string | undefined {
  if (from < 0) return undefined;
  let to = from + 1;
  for (let at = to; at < words.length; at += 1) {
    const plain = words[at]?.plain ?? '';
    if (isPart(at) && !isUsual(plain)) to = at + 1;
    else if (!particles.test(plain)) break;
  }
  return words
    .slice(from, to)
    .map(({ typed }) => typed)
    .join(' ');
}
