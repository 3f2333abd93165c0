import type { FoundName } from '../../../../language/names.ts';
import { nameKey, type Word } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { isPlainObject, isUsual } from '../../vocabulary/ordinary-words.ts';
import type { QuestionKind } from './kinds.ts';

const notPlaces = new Set(
  'geval principe orde dienst plaats verband totaal onze deze dit dat opdracht kader overleg zake naam het de een mijn jouw zijn haar general case charge order end'.split(
    ' ',
  ),
);

/** Words behind which a place stands. */
export const leadsToPlace = /^(in|wijk|buurt|gebied|gemeente|stadsdeel|te|district|area|neighbourhood)$/;

/** Words behind which somebody stands, rather than a place. */
const leadsToPerson =
  /^(mag|mogen|mocht|kan|kon|zou|is|was|heeft|had|van|voor|vervangt|door|namens|behalve|meneer|mevrouw|dhr|mevr|mw|collega|may|can|could|does|has|replaces|neemt|limiet|en|of|als)$/;

/** Of names that overlap the longer wins, then the one typed right, then what the words around it suggest. */
export function settle(
  areas: FoundName[],
  people: FoundName[],
  words: readonly Word[],
): { areas: FoundName[]; people: FoundName[] } {
  const overlaps = (a: FoundName, b: FoundName) => a.from < b.to && b.from < a.to;
  const place = ({ from }: FoundName) =>
    leadsToPlace.test(words[from - 1]?.plain ?? '') || leadsToPlace.test(words[from - 2]?.plain ?? '');
  const areaWins = (area: FoundName, person: FoundName): boolean => {
    const [a, p] = [area.to - area.from, person.to - person.from];
    if (a !== p) return a > p;
    if (area.typos !== person.typos) return area.typos < person.typos;
    return place(area) || !leadsToPerson.test(words[person.from - 1]?.plain ?? '');
  };
  return {
    areas: areas.filter((area) =>
      people.every((person) => !overlaps(area, person) || areaWins(area, person)),
    ),
    people: people.filter((person) =>
      areas.every((area) => !overlaps(area, person) || !areaWins(area, person)),
    ),
  };
}

/** Tells which words may be the name of something that is not known. */
export const strangeWord =
  (words: readonly Word[], used: ReadonlySet<number>) =>
  (index: number): boolean => {
    const word = words[index];
    return (
      word !== undefined &&
      !used.has(index) &&
      !fixedWords.has(word.plain) &&
      !isPlainObject(word.plain) &&
      !/^\d+$/.test(word.plain) &&
      !notPlaces.has(word.plain)
    );
  };

/** True for a short word that is written as the name of a registration: "RNI", "de rni". */
export function isNewName(words: readonly Word[], index: number): boolean {
  const isShouted = ({ typed }: Word) => /^\p{Lu}{2,6}$/u.test(typed);
  const word = words[index];
  if (!word || word.plain.length < 2) return false;
  const isCapitals = isShouted(word) && !words.every((one) => !/\p{Ll}/u.test(one.typed));
  return isCapitals || (word.plain.length > 2 && /^(de|the)$/.test(words[index - 1]?.plain ?? ''));
}

/** A word that stands where a place or a person would stand, but is none that is known. */
export function unknownNames(words: readonly Word[], used: ReadonlySet<number>, kind: QuestionKind) {
  const strange = strangeWord(words, used);
  const place = words.findIndex((_, index) => {
    if (!strange(index)) return false;
    const before = words[index - 1]?.plain ?? '';
    const further = words[index - 2]?.plain ?? '';
    return (
      leadsToPlace.test(before) ||
      (kind !== 'deputy' &&
        kind !== 'which' &&
        kind !== 'limit' &&
        mayLeadToPlace.test(before) &&
        isCapital(words[index])) ||
      (/^(de|het|wijk|buurt|gemeente|the)$/.test(before) && leadsToPlace.test(further))
    );
  });
  const asksPerson = kind === 'may' || kind === 'deputy' || kind === 'which' || kind === 'limit';
  const person = !asksPerson
    ? -1
    : words.findIndex((word, index) => {
        const before = words[index - 1]?.plain ?? '';
        const capital = index > 0 && /^\p{Lu}/u.test(word.typed) && !/^\p{Lu}+$/u.test(word.typed);
        return (
          index !== place &&
          strange(index) &&
          (capital ||
            /^(mag|mocht|vervangt|heeft|may|can)$/.test(before) ||
            (kind !== 'may' && /^(van|of|voor|for)$/.test(before)))
        );
      });
  return { place: words[place]?.typed, person: fullName(words, person, strange) };
}

const particles = /^(van|de|den|der|ten|ter|het|te|la|el)$/;

/** A name as it was typed: "jan de vries" from "jan" on. */
function fullName(
  words: readonly Word[],
  from: number,
  isPart: (index: number) => boolean,
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

/** Words behind which a place with a capital stands: "voor Schiedam". */
const mayLeadToPlace = /^(voor|bij|van|rond|rondom|uit|for|at|near)$/;

const articles = /^(de|het|een|deze|die|dit|dat|the|a|an|this)$/;
/** What makes a name somebody who is left out, or for whom another acts. */
const apart = /^(dan|behalve|buiten|zonder|namens|uitgezonderd|except|besides|than)$/;

export const isCapital = (word: Word | undefined) =>
  word !== undefined && /^\p{Lu}/u.test(word.typed) && !/^\p{Lu}+$/u.test(word.typed);

/** False for an ordinary word that is somebody's family name too: "de dijk", "de kaart" for Vaart. */
export function isPerson({ from, to }: FoundName, words: readonly Word[]): boolean {
  const [word, before] = [words[from], words[from - 1]];
  return to - from > 1 || !word || isCapital(word) || !articles.test(before?.plain ?? '');
}

/** False for somebody who is only named to leave them out or to act for them: "behalve Anna", "namens Anna". */
export function isSubject({ from }: FoundName, words: readonly Word[]): boolean {
  const [before = '', further = ''] = [words[from - 1]?.plain, words[from - 2]?.plain];
  return !apart.test(before) && !(before === 'van' && further === 'plaats');
}

/** True for somebody who is named to say whose: "de collega van Anna", "een mutatie van Anna". */
export function isOwner({ from }: FoundName, words: readonly Word[]): boolean {
  const [before = '', further = ''] = [words[from - 1]?.plain, words[from - 2]?.plain];
  return (
    before === 'van' && further !== '' && !/^(behoeve|namens|mandaat|mandate|bevoegdheid)$/.test(further)
  );
}

/** True when somebody is named again, as the one whose work it is: "mag Anna valideren wat Anna heeft verwerkt". */
export function namedAgain(
  people: readonly FoundName[],
  owners: readonly FoundName[],
  words: readonly Word[],
  isDone: boolean,
): boolean {
  const shares = (one: FoundName, other: FoundName) => one.ids.some((id) => other.ids.includes(id));
  const typed = ({ from, to }: FoundName) =>
    words
      .slice(from, to)
      .map(({ plain }) => plain)
      .join(' ');
  const again = (one: FoundName, other: FoundName) =>
    shares(one, other) && (one.to - one.from > 1 || typed(one) === typed(other));
  return (
    people.some((one) => owners.some((owner) => shares(one, owner))) ||
    (isDone && people.some((one, n) => people.some((other, m) => m !== n && again(one, other))))
  );
}

/** Of places of which one lies in the other only the innermost; otherwise all that were named. */
export function narrowest(found: readonly FoundName[], lookup: Lookup): string[] {
  const groups = found.map(({ ids }) => [...new Set(ids)]);
  const inside = (code: string, others: readonly string[]) =>
    others.some((other) => lookup.chain(code).includes(other));
  const innermost = groups.flatMap((ids, n) =>
    ids.filter((code) => groups.every((others, m) => m === n || inside(code, others))),
  );
  return [...new Set(innermost.length > 0 ? innermost : groups.flat())];
}

/**
 * People of whom only half a name was recognised: with the other half of somebody else, or of nobody, it is a name
 * that the register does not have ("Henk Vaart" is not Lotte Vaart).
 */
export function wholeNames(
  found: readonly FoundName[],
  words: readonly Word[],
  text: string,
): { people: string[]; unknown?: string } {
  const owner = (index: number) => found.find(({ from, to }) => from <= index && index < to);
  for (const one of found) {
    if (one.to - one.from > 1) continue;
    for (const [left, right] of [
      [one.from - 1, one.from],
      [one.from, one.from + 1],
    ] as const) {
      const [a, b] = [words[left], words[right]];
      if (!a || !b || text.slice(a.end, b.start) !== ' ') continue;
      const index = left === one.from ? right : left;
      const neighbour = words[index];
      if (!neighbour || !isCapital(neighbour) || fixedWords.has(neighbour.plain)) continue;
      const other = owner(index);
      const fits = other
        ? other.ids.some((id) => one.ids.includes(id))
        : one.ids.some((id) => nameKey(id).split(' ').includes(neighbour.plain));
      // A capital at the very beginning of the text says nothing.
      if (!fits && index > 0) return { people: [], unknown: `${a.typed} ${b.typed}` };
    }
  }
  // Two halves of one name that stand apart are one person.
  const both = found.length > 1 && found.every(({ to, from }) => to - from === 1);
  const shared = both ? found[0]?.ids.filter((id) => found.every(({ ids }) => ids.includes(id))) : [];
  if (shared && shared.length > 0) return { people: [...new Set(shared)] };
  return { people: [...new Set(found.flatMap(({ ids }) => ids))] };
}
