import type { Temporal } from 'temporal-polyfill';
import { findAmount } from '../../../language/amounts.ts';
import { type Direction, findMoment } from '../../../language/moments.ts';
import type { Availability, FoundName } from '../../../language/names.ts';
import { plainText, type Word, wordsOf } from '../../../language/words.ts';
import type { Lookup } from '../register/lookup.ts';
import { kindOf, type QuestionKind } from './kinds.ts';
import { isOffTopic } from './off-topic.ts';
import { activityIn, registrationIn, roleIn } from './recognise.ts';
import { fixedWords } from './vocabulary.ts';

/** A question as it was understood. Everything that was not said is undefined. */
export interface Understood {
  kind: QuestionKind;
  activity?: string;
  registration?: string;
  /** Codes: more than one when the name is shared by several places or two are one typo away. */
  areas: string[];
  /** Full names; more than one when only a shared part was typed. */
  people: string[];
  role?: string;
  /** ISO date; that of the question, or the day it is asked. */
  date: string;
  /** True when the question named the day itself. */
  dated: boolean;
  amount?: number;
  /** The question is about the asker ("mag ik", "mijn mandaten"). */
  self: boolean;
  /** The question is about somebody's own mutation. */
  own: boolean;
  /** What ends before the date is asked ("welke lopen af voor 1 januari"). */
  expiring: boolean;
  /** A place or person that was named but that the register does not know. */
  unknownArea?: string;
  unknownPerson?: string;
  /** A day that no calendar has. */
  impossibleDate?: string;
}

/** Longer than anybody's question: the rest is not looked at. */
const LONGEST_QUESTION = 600;
const notPlaces = new Set(
  'geval principe orde dienst plaats verband totaal onze deze dit dat opdracht kader overleg zake naam het de een mijn jouw zijn haar general case charge order'.split(
    ' ',
  ),
);

function directionOf(plain: string): Direction {
  if (
    /\b(mocht|mochten|was|waren|had|hadden|gold|deed|deden|did|could|were|\w{3,}(eerde|erkte|eurde|ekende|eerden|erkten))\b/.test(
      plain,
    )
  )
    return 'past';
  return /\b(vanaf|per|straks|volgend|volgende|na|from|until|tot|voor|zal|gaat|before)\b/.test(plain)
    ? 'future'
    : 'near';
}

const leadsToPlace = /^(in|wijk|buurt|gebied|gemeente|stadsdeel|te|district|area|neighbourhood)$/;

/** Of names that overlap the longer wins, then the one typed right, then what the words around it suggest. */
function settle(
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
    return place(area);
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

/** A word that stands where a place or a person would stand, but is none that is known. */
function unknownNames(words: readonly Word[], used: ReadonlySet<number>, kind: QuestionKind) {
  const strange = (index: number) => {
    const word = words[index];
    return (
      word !== undefined &&
      !used.has(index) &&
      !fixedWords.has(word.plain) &&
      !/^\d+$/.test(word.plain) &&
      !notPlaces.has(word.plain)
    );
  };
  const place = words.findIndex((_, index) => {
    if (!strange(index)) return false;
    const before = words[index - 1]?.plain ?? '';
    const further = words[index - 2]?.plain ?? '';
    return (
      leadsToPlace.test(before) ||
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
          (capital || /^(mag|mocht|vervangt|heeft|may|can)$/.test(before))
        );
      });
  return { place: words[place]?.typed, person: words[person]?.typed };
}

/** The same text with a part blanked: all places stay where they are. */
const blanked = (part: string) => ' '.repeat(part.length);

/** What is meant: without markup, and without what somebody says they do not mean ("niet de BAG maar de BGT"). */
function meant(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, blanked)
    .replace(/\b(?:niet|geen|not)\s+(?:\S+\s+){1,3}?(?=(?:maar|but)\b)/gi, blanked)
    .replace(/,\s*(?:dus\s+)?(?:niet|geen|not)\s+(?:de|het|een|the)\s+\S+/gi, blanked);
}

/**
 * Understands a question in Dutch or English, seen from `today`. Undefined when it is not about mandates. Never
 * guesses a mandate: it only finds out what is asked.
 */
export function understand(
  question: string,
  lookup: Lookup,
  today: Temporal.PlainDate,
): Understood | undefined {
  const text = meant(question.slice(0, LONGEST_QUESTION));
  const plain = plainText(text);
  const moment = findMoment(text, today, directionOf(plain));
  const amountText = moment
    ? text.slice(0, moment.start) + ' '.repeat(moment.end - moment.start) + text.slice(moment.end)
    : text;
  const amount = findAmount(amountText);
  const words = wordsOf(text);
  const plains = words.map((word) => word.plain);
  const within = (span: { start: number; end: number } | undefined, word: Word) =>
    span !== undefined && word.start < span.end && word.end > span.start;

  const used = new Set<number>();
  words.forEach((word, index) => {
    if (within(moment, word) || within(amount, word)) used.add(index);
  });
  const role = roleIn(plains);
  for (const place of role?.places ?? []) used.add(place);
  const registration = registrationIn(plains, lookup);
  for (const place of registration?.places ?? []) used.add(place);
  const spoken = activityIn(
    plains.map((word, index) => (role?.places.includes(index) ? '' : word)),
    lookup,
  );
  const of = (index: number): Availability =>
    used.has(index) || spoken?.places.includes(index)
      ? 'taken'
      : fixedWords.has(plains[index] ?? '')
        ? 'common'
        : 'free';
  const found = settle(lookup.areas.find(words, of), lookup.people.find(words, of), words);
  for (const { from, to } of [...found.areas, ...found.people]) {
    for (let index = from; index < to; index += 1) used.add(index);
  }
  for (const place of spoken?.places ?? []) used.add(place);

  const kind = kindOf(plain, {
    role: role !== undefined,
    activity: spoken !== undefined,
    registration: registration !== undefined,
    amount: amount !== undefined,
    person: found.people.length > 0,
    area: found.areas.length > 0,
  });
  if (!kind) return undefined;
  const strange = unknownNames(words, used, kind);
  const named =
    registration !== undefined ||
    role !== undefined ||
    amount !== undefined ||
    found.areas.length > 0 ||
    found.people.length > 0 ||
    strange.place !== undefined ||
    strange.person !== undefined;
  const rest = plains.filter((_, index) => !used.has(index));
  const own =
    /\b(eigen|zelf|mezelf|own|myself)\b/.test(plain) &&
    /\b(mutati\w*|wijziging\w*|werk|invoer|registratie\w*|mutations?|changes?|work|ingevoerd\w*|verwerkt\w*)\b/.test(
      plain,
    );
  if (!named && !own && isOffTopic(kind, plain, rest)) return undefined;
  return {
    kind,
    activity: spoken?.activity ?? (role ? role.activity : undefined),
    registration: registration?.registration,
    areas: [...new Set(found.areas.slice(0, 1).flatMap(({ ids }) => ids))],
    people: [...new Set(found.people.slice(0, 1).flatMap(({ ids }) => ids))],
    role: role?.role,
    date: moment && 'date' in moment ? moment.date.toString() : today.toString(),
    dated: moment !== undefined,
    amount: amount?.euros,
    self: /\b(ik|mij|mijn|i|my|me)\b/.test(plain) && found.people.length === 0,
    own,
    expiring:
      kind === 'which' &&
      moment !== undefined &&
      /\b(lopen|loopt|eindig\w*|verlop\w*|verloopt|aflop\w*|expire\w*|end)\b/.test(plain),
    unknownArea: found.areas.length === 0 ? strange.place : undefined,
    unknownPerson: found.people.length === 0 ? strange.person : undefined,
    impossibleDate: moment && 'impossible' in moment ? moment.impossible : undefined,
  };
}
