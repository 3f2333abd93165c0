import { isDutch } from '../../../../../language/dutch-words.ts';
import type { Availability, FoundName } from '../../../../../language/names.ts';
import type { Word } from '../../../../../language/words.ts';
import { stopWords } from '../../../vocabulary/stop-words.ts';
import { isCapital } from '../capital.ts';
import { type Claim, claimedPositions } from '../claims.ts';
import { leadsToPlace } from '../places.ts';
import type { QuestionText } from '../question-text.ts';
import { positionsOf } from './whole-names.ts';

/** Words behind which somebody stands, rather than a place. */
const leadsToPerson =
  /^(mag|mogen|mocht|kan|kon|zou|is|was|heeft|had|van|voor|vervangt|door|namens|behalve|meneer|mevrouw|dhr|mevr|mw|collega|may|can|could|does|has|replaces|neemt|limiet|en|of|als)$/;

const overlaps = (a: FoundName, b: FoundName) => a.from < b.to && b.from < a.to;

/** Of a place and a person in the same words the longer name wins, then the one typed right, then what leads to it. */
function areaWins(area: FoundName, person: FoundName, words: readonly Word[]): boolean {
  const [areaLength, personLength] = [area.to - area.from, person.to - person.from];
  if (areaLength !== personLength) return areaLength > personLength;
  if (area.typos !== person.typos) return area.typos < person.typos;
  const before = (steps: number, { from }: FoundName) => words[from - steps]?.plain ?? '';
  return (
    leadsToPlace.test(before(1, area)) ||
    leadsToPlace.test(before(2, area)) ||
    !leadsToPerson.test(before(1, person))
  );
}

/** The places and people of the register that are named in words nothing else was recognised in. */
export function recogniseNames({ words, lookup }: QuestionText, claims: readonly Claim[]): Claim[] {
  const claimed = claimedPositions(claims);
  const availability = (position: number): Availability => {
    if (claimed.has(position)) return 'taken';
    return stopWords.has(words[position]?.plain ?? '') ? 'common' : 'free';
  };
  // An ordinary word is not a name typed wrong.
  const isMeant = ({ from, to, typos }: FoundName) =>
    typos === 0 ||
    to - from > 1 ||
    words.slice(from, to).some((word) => isCapital(word) || !isDutch(word.plain));
  const areas = lookup.areas.find(words, availability).filter(isMeant);
  const people = lookup.people.find(words, availability).filter(isMeant);
  const isArea = (area: FoundName) =>
    people.every((person) => !overlaps(area, person) || areaWins(area, person, words));
  const isPerson = (person: FoundName) =>
    areas.every((area) => !overlaps(area, person) || !areaWins(area, person, words));
  const claim = (kind: 'area' | 'person', name: FoundName): Claim => ({
    kind,
    name,
    positions: positionsOf(name),
  });
  return [
    ...areas.filter(isArea).map((name) => claim('area', name)),
    ...people.filter(isPerson).map((name) => claim('person', name)),
  ];
}
